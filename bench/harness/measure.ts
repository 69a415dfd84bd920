import type { LoadResult } from "./load.ts";

/** The end of one call: its status or outcome, and the answer as text for the first of each. */
export interface Ending {
  outcome: string;
  text: () => string;
  /** When it was due, where that is earlier than when it was called. */
  dueAt?: number;
}

/**
 * Lets the callers work through the calls together, each one call at a time, and takes the time of each.
 * @param until so many calls were made, or none is begun any more, so long after the first
 */
export async function measureCalls(
  until: { count: number } | { forMs: number },
  callers: number,
  call: (index: number, caller: number) => Promise<Ending>,
): Promise<LoadResult> {
  const latencies: number[] = [];
  const outcomes: Record<string, number> = {};
  const samples: Record<string, string> = {};
  let next = 0;
  const startedAt = performance.now();
  const hasNext = () => ("count" in until ? next < until.count : performance.now() - startedAt < until.forMs);
  const work = async (caller: number) => {
    while (hasNext()) {
      const index = next++;
      const calledAt = performance.now();
      const { outcome, text, dueAt = calledAt } = await call(index, caller);
      latencies.push(performance.now() - dueAt);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      samples[outcome] ??= text();
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => work(caller)));
  const lastMs = performance.now() - startedAt;

  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.ceil(latencies.length * share) - 1]!;
  return {
    count: next,
    lastMs,
    perSecond: (next / lastMs) * 1000,
    latencyMs: { p50: at(0.5), p99: at(0.99), max: at(1) },
    outcomes,
    samples,
  };
}
