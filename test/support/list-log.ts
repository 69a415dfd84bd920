import type { Log } from "../../src/domain/shared/log.ts";
import type { LogLine } from "./domain-context.ts";

/** A log that keeps its lines in a list. */
export function createListLog(lines: LogLine[]): Log {
  const writing = (level: keyof Log) => (fields: object, message: string) =>
    void lines.push({ level, fields, message });
  return { debug: writing("debug"), info: writing("info"), warn: writing("warn"), error: writing("error") };
}
