// Loaded into the server's process before its entry: tells the bench how much CPU it has used or memory it holds, and ends
// with the bench.

process.on("message", (what) => {
  const { user, system } = process.cpuUsage();
  process.send?.(what === "rss" ? process.memoryUsage.rss() : (user + system) / 1000);
});
process.on("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
});
