import { compose } from "./compose.ts";
import { loadEnvFile, parseConfig, unknownVariables } from "./config.ts";
import { createLogger } from "./create-logger.ts";
import { StartError } from "./start-error.ts";

const SAME_SIGNAL_MS = 500;

/** The HTTP server's process. Exit code 0 after a signal, 1 when it cannot start or cannot go on. */
async function main(): Promise<void> {
  loadEnvFile();
  const config = parseConfig(process.env);
  const log = createLogger(config);
  for (const warning of unknownVariables(process.env)) log.warn(warning);

  const signalled = firstSignal();
  const server = await compose(config, log);
  log.info({ baseUrl: server.baseUrl, startMs: Math.round(performance.now()) }, "ready");
  if (server.startMessage !== null) process.stdout.write(server.startMessage);
  const signal = await Promise.race([signalled, server.failed]);
  if (signal === undefined) log.fatal("the embedded database has ended");
  else log.info({ signal }, "stopping");
  await server.stop();
  process.exit(signal === undefined ? 1 : 0);
}

/**
 * A signal during the start is heeded when the start is over. A later one ends the process at once; one that comes with
 * the first is the same Ctrl-C, which the terminal sends us and npm passes on.
 */
function firstSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let first: number | undefined;
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      process.on(signal, () => {
        first ??= performance.now();
        if (performance.now() - first > SAME_SIGNAL_MS) process.exit(1);
        resolve(signal);
      });
    }
  });
}

main().catch((error: unknown) => {
  const text = error instanceof StartError ? error.message : (error as Error).stack;
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
