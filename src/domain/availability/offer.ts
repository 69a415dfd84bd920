import { limitedTime } from "../booking-limit/counted-limit.ts";
import { keyOfTeam, type OfferingTeam } from "../event-type/choose-team.ts";
import type { Offering } from "../event-type/offering.ts";
import { coalescedReadsOf } from "../shared/coalesced-reads.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Range } from "./bookable-range.ts";
import { type BusyTimeAnswer, type BusyTimeOf, loadBusyTime } from "./busy-time.ts";
import { refusedStarts } from "./explain-range.ts";
import { rangeWithBuffers } from "./host-time.ts";
import { offeredSlots, slotsOfPool } from "./offered-slots.ts";
import { slotsByDate, type SlotDay } from "./slots-by-date.ts";
import { mapTeam, membersOf } from "./team.ts";
import { teamRefusalsWithin, type TeamRefusals } from "./team-refusals.ts";
import type { SlotTerms } from "./terms.ts";

/** What is asked of a team, whoever asks. */
export interface OfferQuery extends Range {
  offering: Offering;
  team: OfferingTeam;
  terms: SlotTerms;
  timeZone: string;
  bookingId: string | undefined;
  holdId: string | undefined;
  explain: boolean;
  /** Whether reasons may be told, and may be wanted. */
  inDetail: boolean;
}

/** What a team offers at one moment: the same for whoever may see it. */
export interface Offer {
  /** Whether the offering still stands; when not, the rest is of no use. */
  current: boolean;
  days: readonly SlotDay[];
  slotsOfPool: () => readonly (readonly number[])[];
  /** For each of the days the starts that are not offered, where an explanation was asked for. */
  refused: readonly SlotDay[];
  /** What stands in the way of a start of the range, where reasons are wanted. */
  refusals: ((startsAt: number) => TeamRefusals) | null;
}

const NOBODY = () => [];

/** Read and worked out once for all who ask the same. The versions in the offering's terms stand for hosts' hours too. */
export function readOffer(ctx: DomainContext, query: OfferQuery): Promise<Offer> {
  const { offering, team, terms, from, to, timeZone, bookingId, holdId, explain, inDetail } = query;
  const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes } = terms;
  const length = [durationMinutes, bufferBeforeMinutes, bufferAfterMinutes];
  const asked = [...length, from, to, timeZone, bookingId, holdId, explain, inDetail];
  const key = JSON.stringify(["offer", offering.terms, keyOfTeam(team), ...asked]);
  return coalescedReadsOf(ctx.db).read(key, () => workOutOffer(ctx, query));
}

async function workOutOffer(ctx: DomainContext, query: OfferQuery): Promise<Offer> {
  const { offering, bookingId, holdId } = query;
  const asked = { terms: [offering.terms], hosts: busyTimeOf(query), bookingId, holdId };
  return workOut(ctx, query, await loadBusyTime(ctx, asked));
}

/** What may meet a slot of the range, or its buffers, of each of the team. */
export function busyTimeOf({ offering, team, terms, inDetail, ...range }: OfferQuery): BusyTimeOf[] {
  return membersOf(team).map((host) => {
    const reached = rangeWithBuffers(terms, host, range);
    const limited = limitedTime(offering.eventType, host, range, terms.durationMinutes);
    return { subjectId: host.subjectId, ...reached, inDetail: inDetail ? reached : undefined, limited };
  });
}

export function workOut(ctx: DomainContext, query: OfferQuery, { current, hosts }: BusyTimeAnswer): Offer {
  const { team, terms, from, to, timeZone, explain, inDetail } = query;
  const now = ctx.clock.now().getTime();
  const slots = {
    team: mapTeam(team, (host, index) => ({ ...host, busy: hosts[index]!.busy, full: hosts[index]!.full })),
    terms,
    now,
    from,
    to,
  };
  const offered = offeredSlots(slots);
  const detailed = mapTeam(team, (host, index) => ({
    ...host,
    busy: hosts[index]!.detailed,
    full: hosts[index]!.full,
  }));
  return {
    current,
    days: slotsByDate(offered, from, to, timeZone),
    slotsOfPool: team.pool.length > 0 ? () => slotsOfPool(slots) : NOBODY,
    refused: explain ? slotsByDate(refusedStarts(slots, offered), from, to, timeZone) : [],
    refusals: inDetail ? teamRefusalsWithin({ ...slots, team: detailed }, { from, to }) : null,
  };
}
