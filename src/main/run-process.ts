import { loadEnvFile, parseConfig, unknownVariables, type Config } from "./config.ts";
import { createLogger } from "./create-logger.ts";
import { StartError } from "./start-error.ts";

type Logger = ReturnType<typeof createLogger>;

/** What a process does until it is told to end. */
export interface Running {
  /** Resolves when it cannot go on: the embedded database has ended. */
  failed: Promise<void>;
  /** Finishes what is under way within the time allowed, then closes everything. */
  stop(): Promise<void>;
}

const SAME_SIGNAL_MS = 500;

/** Runs a process of ours to its end. Exit code 0 after a signal, 1 when it cannot start or cannot go on. */
export function runProcess(start: (config: Config, log: Logger) => Promise<Running>): void {
  main(start).catch((error: unknown) => {
    const text = error instanceof StartError ? error.message : (error as Error).stack;
    process.stderr.write(`${text}\n`);
    process.exit(1);
  });
}

async function main(start: (config: Config, log: Logger) => Promise<Running>): Promise<void> {
  loadEnvFile();
  const config = parseConfig(process.env);
  const log = createLogger(config);
  for (const warning of unknownVariables(process.env)) log.warn(warning);

  const signalled = firstSignal();
  const running = await start(config, log);
  const signal = await Promise.race([signalled, running.failed]);
  if (signal === undefined) log.fatal("the embedded database has ended");
  else log.info({ signal }, "stopping");
  await running.stop();
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
