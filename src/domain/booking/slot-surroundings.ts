import type { Range } from "../availability/bookable-range.ts";
import { type BusyTimeAnswer, type HostBusyTime, loadBusyTime } from "../availability/busy-time.ts";
import { rangeWithBuffers } from "../availability/host-time.ts";
import {
  joinableStarts,
  loadGroupSessions,
  refusalsOfSessions,
  sessionsToJoin,
} from "../availability/group-sessions.ts";
import { nearestFree } from "../availability/nearest-free.ts";
import { offeredSlots } from "../availability/offered-slots.ts";
import { mapTeam, membersOf, type Team } from "../availability/team.ts";
import type { Reason } from "../availability/refusal.ts";
import { teamRefusalsOf, type TeamRefusals } from "../availability/team-refusals.ts";
import { limitedTime } from "../booking-limit/counted-limit.ts";
import { keyOfTeam, type OfferingTeam } from "../event-type/choose-team.ts";
import { toSlotTerms } from "../event-type/slot-terms.ts";
import type { Offering } from "../event-type/offering.ts";
import { mergeAscending } from "../shared/ascending.ts";
import { coalescedReadsOf } from "../shared/coalesced-reads.ts";
import type { DomainContext } from "../shared/context.ts";
import { formatInstant } from "../shared/instants.ts";
import { DAY_MS, MINUTE_MS } from "../shared/local-date.ts";
import type { Overridable } from "./override.ts";

export interface WantedSlot {
  offering: Offering;
  team: OfferingTeam;
  /** Epoch ms. */
  startsAt: number;
  durationMinutes: number;
  /** The rules that are set aside. */
  override?: readonly Overridable[];
  /** The booking that is being moved: its own time counts as free. */
  bookingId?: string;
  /** The hold that is being converted: its time counts as free. */
  holdId?: string;
  /** The places that are wanted of a group session. */
  places?: number;
  /** The host who was asked for. */
  hostId?: string;
}

/** What a refusal tells of a time and of the times near by: the same for whoever wants it at this moment. */
export interface Surroundings {
  /** Whether the offering still stands; when not, the rest is of no use. */
  current: boolean;
  /** Of each of the team whether a claim is in his way, and all reasons against the time. */
  isClaimed: Team<boolean>;
  /** Of a group event: why its sessions of that time cannot be joined. Null: there are none. */
  ofSessions: readonly Reason[] | null;
  refusals: TeamRefusals;
  alternatives: readonly { startsAt: string; endsAt: string }[];
}

const ALTERNATIVES = 3;
const ALTERNATIVES_WITHIN_DAYS = 14;
/** Most often enough of them are this near, found with a tenth of the work; whatever lies further off is not nearer. */
const NEAR_DAYS = 1;

/** One look for all who want the same time; it begins when they have asked, and when `takeSlot` has ended. */
export function lookAround(ctx: DomainContext, wanted: WantedSlot): Promise<Surroundings> {
  return coalescedReadsOf(ctx.db).read(keyOf(wanted), () => readSurroundings(ctx, wanted));
}

/** Does what takes the time if it is free. Those who want the same time may wait for it by `lookAround`. */
export function takeSlot<Result>(ctx: DomainContext, wanted: WantedSlot, work: () => Promise<Result>): Promise<Result> {
  return coalescedReadsOf(ctx.db).change(keyOf(wanted), work);
}

/**
 * Whether somebody is taking the time, or being refused it, at this very moment. Who looks around first is then spared a
 * write that would most likely be refused: of a rush on one time one tries to write, and the others share a look.
 */
export function isContested(ctx: DomainContext, wanted: WantedSlot): boolean {
  return coalescedReadsOf(ctx.db).isUnderWay(keyOf(wanted));
}

/** The versions in the terms stand for the event type and the hours, but for the buffers of a booking that is moved. */
function keyOf({ offering, team, startsAt, durationMinutes, bookingId, holdId, places, hostId }: WantedSlot): string {
  const { bufferBeforeMinutes, bufferAfterMinutes } = offering.eventType;
  const time = [startsAt, durationMinutes, bufferBeforeMinutes, bufferAfterMinutes];
  return JSON.stringify([
    "slot_surroundings",
    offering.terms,
    keyOfTeam(team),
    bookingId,
    holdId,
    places,
    hostId,
    ...time,
  ]);
}

async function readSurroundings(ctx: DomainContext, wanted: WantedSlot): Promise<Surroundings> {
  const { team, startsAt, durationMinutes, places, offering, hostId, bookingId, holdId } = wanted;
  const { terms, now, near, far } = placeOf(ctx, wanted);

  // All is read at once of one host; of many only what is near at first, which most often is enough.
  const { current, hosts } = await readBusyTime(ctx, wanted, membersOf(team).length > 1 ? near : far);
  const detailed = mapTeam(team, (host, index) => ({
    ...host,
    busy: hosts[index]!.detailed,
    full: hosts[index]!.full,
  }));
  const groupEvents = places === undefined ? [] : [{ eventType: offering.eventType, durationMinutes }];
  const sessions = await loadGroupSessions(ctx, groupEvents, { ...far, bookingId, holdId });
  const joinable = sessionsToJoin(sessions, { terms, now, ...far, ...(hostId !== undefined && { hostId }) });
  const offered = mergeAscending([await startsAround(ctx, wanted, hosts), joinableStarts(joinable, places)]);
  // The booker may have reached a limit of his own where there is room for others.
  const others = offered.filter((start) => start !== startsAt);
  return {
    current,
    ofSessions: refusalsOfSessions(joinable, startsAt, places),
    isClaimed: mapTeam(detailed, ({ busy }) => busy.length > 0),
    refusals: teamRefusalsOf({ team: detailed, terms, now }, startsAt),
    alternatives: nearestFree(others, startsAt, ALTERNATIVES).map((start) => ({
      startsAt: formatInstant(start),
      endsAt: formatInstant(start + durationMinutes * MINUTE_MS),
    })),
  };
}

/** What is offered near the wanted time, or far from it where that is too little. */
async function startsAround(
  ctx: DomainContext,
  wanted: WantedSlot,
  read: readonly HostBusyTime[],
): Promise<readonly number[]> {
  const { team } = wanted;
  const { terms, now, near, far } = placeOf(ctx, wanted);
  const offered = (hosts: readonly HostBusyTime[], range: Range) => {
    const asked = mapTeam(team, (host, i) => ({ ...host, busy: hosts[i]!.busy, full: hosts[i]!.full }));
    return offeredSlots({ team: asked, terms, now, ...range });
  };

  const found = offered(read, near);
  if (found.length >= ALTERNATIVES) return found;
  return offered(read.length > 1 ? (await readBusyTime(ctx, wanted, far)).hosts : read, far);
}

function placeOf(ctx: DomainContext, { offering, startsAt, durationMinutes }: WantedSlot) {
  const now = ctx.clock.now().getTime();
  const around = Math.max(startsAt, now);
  return {
    terms: toSlotTerms(offering.eventType, durationMinutes),
    now,
    near: daysAround(around, NEAR_DAYS),
    far: daysAround(around, ALTERNATIVES_WITHIN_DAYS),
  };
}

/** The busy time of the team for starts of a range, and what is known of that which meets the wanted time. */
function readBusyTime(ctx: DomainContext, wanted: WantedSlot, range: Range): Promise<BusyTimeAnswer> {
  const { offering, team, startsAt, durationMinutes, bookingId, holdId } = wanted;
  const terms = toSlotTerms(offering.eventType, durationMinutes);
  const hosts = membersOf(team).map((host) => ({
    subjectId: host.subjectId,
    ...rangeWithBuffers(terms, host, range),
    inDetail: rangeWithBuffers(terms, host, { from: startsAt, to: startsAt }),
    limited: limitedTime(offering.eventType, host, range, durationMinutes),
  }));
  return loadBusyTime(ctx, { terms: [offering.terms], hosts, bookingId, holdId });
}

function daysAround(instant: number, days: number): Range {
  return { from: instant - days * DAY_MS, to: instant + days * DAY_MS };
}
