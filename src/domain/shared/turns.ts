import { DomainError } from "./errors.ts";

/** Runs work, some at once, the rest in the order in which it came. @throws overloaded when too many wait */
export type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

export interface TurnsInput {
  atOnce: number;
  /** How many may wait for their turn. */
  waiting: number;
}

export function createTurns({ atOnce, waiting }: TurnsInput): Turns {
  const queue: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running < atOnce) running++;
    else {
      if (queue.length >= waiting) throw new DomainError("overloaded", { detail: "Too many wait for the same." });
      // Whoever leaves hands its place on.
      await new Promise<void>((resolve) => queue.push(resolve));
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running--;
    }
  };
}
