import type { Log } from "../domain/shared/log.ts";

/** Looks for work whenever it is woken, and every so often in case nobody did. */
export interface Loop {
  wake: () => void;
  /** Waits for a look that is under way. */
  stop: () => Promise<void>;
}

/** `none`: nothing is there; `more`: there may be more at once; `later`: there is, but it is to be looked for a little later. */
export type LookOutcome = "none" | "more" | "later";

export interface LoopOptions {
  name: string;
  log: Log;
  everyMs: number;
  look: () => Promise<LookOutcome>;
}

/** What is "a little later": twice as long each time. */
const SHORTEST_MS = 5;

export function startLoop({ name, log, everyMs, look }: LoopOptions): Loop {
  let [isStopped, isWoken] = [false, false];
  let interrupt: () => void = () => undefined;
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      interrupt = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async () => {
    for (let pauseMs = SHORTEST_MS; !isStopped;) {
      isWoken = false;
      const outcome = await look().catch((error: unknown) => {
        log.warn({ loop: name, err: error }, "looking for work failed; it is looked for again");
        return "none" as const;
      });
      if (outcome === "later") pauseMs = Math.min(everyMs, pauseMs * 2);
      else pauseMs = SHORTEST_MS;
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- set by wake and stop while we waited
      if (outcome !== "more" && !isWoken && !isStopped) await pause(outcome === "later" ? pauseMs : everyMs);
    }
  };

  const done = run();
  const wake = () => {
    isWoken = true;
    interrupt();
  };
  return {
    wake,
    stop() {
      isStopped = true;
      wake();
      return done;
    },
  };
}
