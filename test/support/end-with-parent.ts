/** Preloaded by processes that tests start: when the run ends, however it does, its end of our standard input closes. */
process.stdin.on("end", () => process.kill(process.pid, "SIGTERM")).resume();
process.stdin.unref();
