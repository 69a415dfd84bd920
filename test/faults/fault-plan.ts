import type { Chance } from "./chance.ts";

export interface Fault {
  name: string;
  strike: () => Promise<void> | void;
}

/** Strikes each fault when so many commands are done, spread over all of them by chance. */
export interface FaultPlan {
  /** To be called after each command. */
  onCommand: (done: number) => void;
  /** Waits for those under way, and tells how many of each there were. */
  end: () => Promise<Record<string, number>>;
}

/** @param commands how many there are to be */
export function planFaults(
  chance: Chance,
  commands: number,
  faults: readonly { fault: Fault; times: number }[],
): FaultPlan {
  const all = faults.flatMap(({ fault, times }) => Array<Fault>(times).fill(fault));
  const due = all
    .map((fault) => ({ fault, at: Math.floor(commands * (0.02 + 0.96 * chance.next())) }))
    .sort((a, b) => a.at - b.at);
  const struck: Record<string, number> = {};
  let last = Promise.resolve();

  const strike = async ({ name, strike: run }: Fault) => {
    await run();
    struck[name] = (struck[name] ?? 0) + 1;
  };
  return {
    onCommand(done) {
      while (due[0] && due[0].at <= done) {
        const { fault } = due.shift()!;
        last = last.then(() => strike(fault));
      }
    },
    async end() {
      await last;
      return struck;
    },
  };
}
