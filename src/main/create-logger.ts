import { pino, type DestinationStream, type Logger } from "pino";
import type { Config } from "./config.ts";
import { errorForLog } from "./error-for-log.ts";

/** The log of a process, as lines of JSON. Written in the background, those of a busy moment together, and the last ones at the process's end. */
export function createLogger(
  { logLevel }: Pick<Config, "logLevel">,
  destination: DestinationStream = pino.destination({ dest: process.stdout.fd, sync: false }),
): Logger {
  const options = {
    level: logLevel,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: (error: unknown) => errorForLog(error) },
    formatters: { level: (level: string) => ({ level }) },
  };
  return pino(options, destination);
}
