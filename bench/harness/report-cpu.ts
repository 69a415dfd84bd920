// Loaded into the server's process before its entry: tells the bench how much CPU it has used, and ends with the bench.

process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.((user + system) / 1000);
});
process.on("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
});
