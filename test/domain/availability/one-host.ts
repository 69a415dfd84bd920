import type { Range } from "../../../src/domain/availability/bookable-range.ts";
import { busyIntervals } from "../../../src/domain/availability/busy.ts";
import { explainRange as explainRangeOf, type RefusedSlot } from "../../../src/domain/availability/explain-range.ts";
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

export function explainRange(query: OneHostQuery): RefusedSlot[] {
  return explainRangeOf({ ...query, team: { all: [query], pool: [] } });
}
