import type { Range } from "../../../src/domain/availability/bookable-range.ts";
import { busyIntervals } from "../../../src/domain/availability/busy.ts";
import { refusedStarts } from "../../../src/domain/availability/explain-range.ts";
import type { HostInDetail } from "../../../src/domain/availability/host-time.ts";
import { offeredSlots as offeredSlotsOf } from "../../../src/domain/availability/offered-slots.ts";
import { type Reason, refusalsOf as refusalsOfHost } from "../../../src/domain/availability/refusal.ts";
import type { SlotTerms } from "../../../src/domain/availability/terms.ts";

/** What is asked of somebody who serves alone. */
export interface OneHostQuery extends HostInDetail, Range {
  terms: SlotTerms;
  now: number;
}

export function offeredSlots(query: OneHostQuery): number[] {
  return offeredSlotsOf({ ...query, team: { all: [{ ...query, busy: busyIntervals(query.busy) }], pool: [] } });
}

export function refusalsOf(query: OneHostQuery, startsAt: number): Reason[] {
  return refusalsOfHost({ ...query, isLead: true }, startsAt);
}

/** Each start that is told to be refused, with its first reason. */
export function explainRange(query: OneHostQuery): { startsAt: number; reason: Reason }[] {
  const refused = refusedStarts({ ...query, team: { all: [query], pool: [] } }, offeredSlots(query));
  return refused.map((startsAt) => ({ startsAt, reason: refusalsOf(query, startsAt)[0]! }));
}
