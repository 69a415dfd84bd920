import { DomainError } from "../shared/errors.ts";
import type { Availability } from "./get-availability.ts";

/** How many names one answer has: those of 500 hosts for a month of free days would be 50 MB. */
const MOST_NAMES = 200_000;

/**
 * Tells of each slot who could serve it: those of the pool who are free, then those who take part in any case. It is
 * meant to be asked about starts in ascending order; going back takes longer.
 * @throws validation_failed at `pointer` when that would be too many names for one answer
 */
export function hostsOfSlots(availability: Availability, pointer: string): (startsAt: number) => readonly string[] {
  const { alwaysServing, pool, sessionHostsAt } = availability;
  if (pool.length === 0) return () => alwaysServing;

  const free = availability.slotsOfPool();
  if (free.reduce((sum, { length }) => sum + length, 0) > MOST_NAMES) throw tooManyNames(pointer);
  const next = pool.map(() => 0);
  let last = -Infinity;
  return (startsAt) => {
    if (startsAt < last) next.fill(0);
    last = startsAt;
    const serving = pool.filter((_, host) => {
      const starts = free[host]!;
      let i = next[host]!;
      while (i < starts.length && starts[i]! < startsAt) i++;
      next[host] = i;
      return starts[i] === startsAt;
    });
    return serving.length > 0 ? [...serving, ...alwaysServing] : unlessEmpty(sessionHostsAt(startsAt), alwaysServing);
  };
}

/** Where nobody of the pool is free, those who hold the session that can be joined. */
function unlessEmpty(hostIds: readonly string[], others: readonly string[]): readonly string[] {
  return hostIds.length > 0 ? hostIds : others;
}

function tooManyNames(pointer: string): DomainError {
  return new DomainError("validation_failed", {
    detail: `The hosts of so many slots are more than ${MOST_NAMES} names, which is too much for one answer.`,
    errors: [{ pointer, message: "must be left out for so long a range with so many hosts" }],
  });
}
