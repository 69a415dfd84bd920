import { argon2Sync, type Argon2Parameters } from "node:crypto";
import { setPriority } from "node:os";
import { parentPort } from "node:worker_threads";

// The thread that hashes passwords. It takes a processor for some 30 ms a hash, and is the last to get one: libuv's threads,
// which are as important as any, made a booking wait for fifty times as long beside a storm of log-ins.

export type Argon2Terms = Argon2Parameters & { message: string };

export type Argon2Answer = { hash: Uint8Array } | { error: unknown };

/** Of the 20 steps down from the usual one: a tenth of the time that somebody else wants too. */
const LOW_PRIORITY = 10;

lowerPriority();

parentPort!.on("message", (terms: Argon2Terms) => {
  parentPort!.postMessage(derive(terms));
});

function derive(terms: Argon2Terms): Argon2Answer {
  try {
    return { hash: argon2Sync("argon2id", terms) };
  } catch (error) {
    return { error };
  }
}

/** On Linux a priority is a thread's own (sched(7)). Elsewhere it is the process's, and all of it would be slowed down. */
function lowerPriority(): void {
  if (process.platform !== "linux") return;
  try {
    setPriority(LOW_PRIORITY);
  } catch {
    // A sandbox may forbid it, and a process that runs at a lower one must not raise it. It hashes as well as before.
  }
}
