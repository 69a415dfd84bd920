import { compose } from "./compose.ts";
import { runProcess } from "./run-process.ts";

/** The HTTP server's process, which hands events on and does jobs too unless it is told not to. */
runProcess(async (config, log) => {
  const server = await compose(config, log);
  log.info({ baseUrl: server.baseUrl, startMs: Math.round(performance.now()) }, "ready");
  if (server.startMessage !== null) process.stdout.write(server.startMessage);
  return server;
});
