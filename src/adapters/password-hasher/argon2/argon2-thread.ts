import path from "node:path";
import { Worker } from "node:worker_threads";
import { PasswordHasherError } from "../../../domain/ports/password-hasher.ts";
import type { Argon2Answer, Argon2Terms } from "./argon2-worker.ts";

export interface Argon2Thread {
  /** In the order of the calls, one at a time. @throws PasswordHasherError */
  derive: (terms: Argon2Terms) => Promise<Buffer>;
  close: () => Promise<void>;
}

/** Those who wait for the one whose turn it is. At some 30 ms each the last of them waits for two seconds. */
const MOST_WAITING = 64;

/** Of the sources, or of what they were built to. */
const WORKER_FILE = path.join(import.meta.dirname, `argon2-worker${path.extname(import.meta.filename)}`);

interface Caller {
  resolve: (hash: Buffer) => void;
  reject: (error: unknown) => void;
}

/** A thread with those who wait for it, the first of whom has his turn. */
interface Running {
  worker: Worker;
  callers: Caller[];
}

/**
 * A thread that hashes, begun with the first call; one that has ended is replaced at the next. It keeps the process alive
 * only while somebody waits for it.
 */
export function createArgon2Thread(): Argon2Thread {
  let running: Running | null = null;
  const start = (): Running => {
    // What the process was told on its command line is not for the thread: it may name what to run.
    const worker = new Worker(WORKER_FILE, { name: "argon2", execArgv: [] });
    const started: Running = { worker, callers: [] };
    const lose = (cause?: unknown) => {
      if (running === started) running = null;
      const lost = new PasswordHasherError("lost", "The thread that hashes passwords has ended.", cause);
      for (const { reject } of started.callers.splice(0)) reject(lost);
    };
    worker.on("message", (answer: Argon2Answer) => {
      const { resolve, reject } = started.callers.shift()!;
      if (started.callers.length === 0) worker.unref();
      if ("error" in answer) reject(answer.error);
      else resolve(Buffer.from(answer.hash));
    });
    worker.on("error", lose);
    worker.on("exit", () => {
      lose();
    });
    return started;
  };
  return {
    derive(terms) {
      running ??= start();
      const { worker, callers } = running;
      if (callers.length > MOST_WAITING)
        return Promise.reject(new PasswordHasherError("busy", "Too many passwords wait to be hashed."));
      return new Promise((resolve, reject) => {
        callers.push({ resolve, reject });
        worker.ref();
        worker.postMessage(terms);
      });
    },
    async close() {
      await running?.worker.terminate();
    },
  };
}
