import { bookableRange, type Range } from "./bookable-range.ts";
import { candidatesOf } from "./candidates.ts";
import { freeStarts, type Host, hostTimeOf } from "./host-time.ts";
import type { SlotTerms } from "./terms.ts";

/** What is asked of one host: starts with from <= start < to, at the instant `now` (all epoch ms). */
export interface SlotQuery extends Host, Range {
  terms: SlotTerms;
  now: number;
}

/** The starts (epoch ms, ascending) that the next caller can book with one host. */
export function offeredSlots({ terms, now, ...query }: SlotQuery): number[] {
  const range = bookableRange(terms, query, now);
  if (range.from >= range.to) return [];
  const time = hostTimeOf(query, terms, range);
  return freeStarts(candidatesOf(time.days, terms, range.from, range.to), time, terms);
}
