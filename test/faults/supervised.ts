import { setTimeout as sleep } from "node:timers/promises";
import { startProcess, type TestProcess } from "../support/server-process.ts";

/** A process that is started again whenever it ends, as its supervisor would. */
export interface Supervised {
  /** kill -9, whatever it is at, once it has lived so long. */
  kill: (livedMs: number) => Promise<void>;
  kills: () => number;
  /** How often it ended by itself, and what it said of the last time. */
  endedByItself: () => { times: number; last: string };
  /** Error lines of its log, the same ones once. */
  errors: () => ReadonlyMap<string, number>;
  stop: () => Promise<void>;
}

const PAUSE_MS = 200;

export function supervise(script: string, environment: Record<string, string>): Supervised {
  let [isStopped, kills, ends, last] = [false, 0, 0, ""];
  const mayRun = () => !isStopped;
  let current: TestProcess | null = null;
  let startedAt = 0;
  const errors = new Map<string, number>();

  const run = async () => {
    while (mayRun()) {
      const process = startProcess(script, [], environment);
      [current, startedAt] = [process, performance.now()];
      const killsBefore = kills;
      await process.ended;
      current = null;
      const { stdout, stderr } = process.output();
      for (const line of stdout.split("\n")) keep(errors, line);
      if (kills === killsBefore && mayRun()) [ends, last] = [ends + 1, stderr.trim()];
      await sleep(PAUSE_MS);
    }
  };

  const done = run();
  return {
    async kill(livedMs) {
      while (current === null || performance.now() - startedAt < livedMs) await sleep(5);
      kills++;
      await current.end("SIGKILL");
    },
    kills: () => kills,
    endedByItself: () => ({ times: ends, last }),
    errors: () => errors,
    async stop() {
      isStopped = true;
      current?.child.kill("SIGTERM");
      await done;
    },
  };
}

/** What the log calls an error is a bug of ours, whatever was done to the process. */
function keep(errors: Map<string, number>, line: string): void {
  if (!line.includes('"level":"error"') && !line.includes('"level":"fatal"')) return;
  const { msg, err } = JSON.parse(line) as { msg: string; err?: { type?: string; message?: string; code?: string } };
  const text = [msg, err?.type, err?.code, err?.message].filter(Boolean).join(": ");
  errors.set(text, (errors.get(text) ?? 0) + 1);
}
