import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

/** What a load process reports when it has had every answer. */
export interface LoadResult {
  count: number;
  /** From the first call to the last answer. */
  lastMs: number;
  perSecond: number;
  latencyMs: { p50: number; p99: number; max: number };
  /** How often each status, or outcome of a statement, was answered. */
  outcomes: Record<string, number>;
  /** The first answer of each status or outcome. */
  samples: Record<string, string>;
}

export interface HttpRequest {
  method: "GET" | "POST" | "PUT";
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** The requests in their order, never more than one on a connection: each once, or over and over for some time. */
export interface HttpLoad {
  origin: string;
  connections: number;
  requests: HttpRequest[];
  forMs?: number;
  /** What only an answer that failed has in its body, whatever its status: its outcome is "failed". */
  failure?: string;
}

/** So many requests a second, in their order and over and over, whether or not those before were answered. */
export interface PacedLoad {
  origin: string;
  perSecond: number;
  forMs: number;
  requests: HttpRequest[];
  /** Local addresses that they come from by turns: on loopback every one of 127.0.0.0/8. */
  addresses: string[];
}

/** One statement with each of the values once. */
export interface StatementLoad {
  connectionString: string;
  connections: number;
  /** Callers at a time; those that find no connection wait for one, as in the server. */
  callers: number;
  statement: { name: string; text: string };
  values: unknown[][];
}

export function runHttpLoad(load: HttpLoad): Promise<LoadResult> {
  return runInProcess("http-load.ts", load);
}

/** Latencies count from the moment at which a request was due. */
export function runPacedLoad(load: PacedLoad): Promise<LoadResult> {
  return runInProcess("paced-load.ts", load);
}

export function runStatementLoad(load: StatementLoad): Promise<LoadResult> {
  return runInProcess("statement-load.ts", load);
}

/** In a process of its own, so that the load takes no time from what it measures but by the CPU that it needs. */
async function runInProcess(file: string, load: HttpLoad | PacedLoad | StatementLoad): Promise<LoadResult> {
  const child = fork(path.join(import.meta.dirname, file), { serialization: "advanced" });
  const exited = once(child, "exit").then(([code]) => {
    throw new Error(`The load process ended with ${code}.`);
  });
  const answered = once(child, "message") as Promise<[LoadResult]>;
  child.send(load);
  const [result] = await Promise.race([answered, exited]);
  exited.catch(() => undefined);
  child.disconnect();
  return result;
}
