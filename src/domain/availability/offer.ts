import { limitedTime } from "../booking-limit/counted-limit.ts";
import { keyOfTeam, type OfferingTeam } from "../event-type/choose-team.ts";
import type { Offering } from "../event-type/offering.ts";
import { coalescedReadsOf } from "../shared/coalesced-reads.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Range } from "./bookable-range.ts";
import type { BusyTimeAnswer, BusyTimeOf, HostBusyTime } from "./busy-time.ts";
import { mergeAscending } from "../shared/ascending.ts";
import { refusedStarts } from "./explain-range.ts";
import {
  joinableStarts,
  loadGroupSessions,
  refusalsOfSessions,
  sessionsToJoin,
  type GroupEvent,
  type GroupSession,
} from "./group-sessions.ts";
import { type Host, type HostHours, rangeWithBuffers } from "./host-time.ts";
import { recallBusyTime } from "./recall-busy-time.ts";
import type { Reason } from "./refusal.ts";
import { recallOffer } from "./offer-memory.ts";
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
  hostId: string | undefined;
  /** Of a group event. */
  seats: number | null;
  /** How many of them are wanted together: one, or as many as take part in the booking that is moved. */
  places: number;
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
  /** Of a group event: how many places one booking can take at a start that is offered. */
  seatsLeftAt: ((startsAt: number) => number) | null;
  /** Who hold the session that can be joined at a start; nobody where it is no session that is offered. */
  sessionHostsAt: (startsAt: number) => readonly string[];
  /** Why the sessions of a start cannot be joined; null where there are none, or one can. */
  reasonOfSessions: (startsAt: number) => Reason | null;
  /** For each of the days the starts that are not offered, where an explanation was asked for. */
  refused: readonly SlotDay[];
  /** What stands in the way of a start of the range, where reasons are wanted. */
  refusals: ((startsAt: number) => TeamRefusals) | null;
}

const NOBODY = () => [];
const NO_REASON = () => null;

/** Read and worked out once for all who ask the same. The versions in the offering's terms stand for hosts' hours too. */
export function readOffer(ctx: DomainContext, query: OfferQuery): Promise<Offer> {
  const { offering, team, terms, from, to, timeZone, bookingId, holdId, hostId, seats, places, explain, inDetail } =
    query;
  const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes } = terms;
  const length = [durationMinutes, bufferBeforeMinutes, bufferAfterMinutes];
  const asked = [...length, from, to, timeZone, bookingId, holdId, hostId, seats, places, explain, inDetail];
  const key = JSON.stringify(["offer", offering.terms, keyOfTeam(team), ...asked]);
  return coalescedReadsOf(ctx.db).read(key, () => workOutOffer(ctx, key, query));
}

async function workOutOffer(ctx: DomainContext, key: string, query: OfferQuery): Promise<Offer> {
  const { offering, bookingId, holdId } = query;
  const asked = { terms: [offering.terms], hosts: busyTimeOf(query), bookingId, holdId };
  const busyTime = await recallBusyTime(ctx, asked);
  const sessions = await loadGroupSessions(ctx, groupEventOf(query), query);
  const from = { key, query, hosts: busyTime.hosts, now: ctx.clock.now().getTime() };
  return recallOffer(ctx.db, from, () => workOut(ctx, query, busyTime, sessions));
}

/** The event type, if it is a group event. */
export function groupEventOf({ seats, offering: { eventType }, terms: { durationMinutes } }: OfferQuery): GroupEvent[] {
  return seats === null ? [] : [{ eventType, durationMinutes }];
}

/** What may meet a slot of the range, or its buffers, of each of the team. */
export function busyTimeOf({ offering, team, terms, inDetail, ...range }: OfferQuery): BusyTimeOf[] {
  return membersOf(team).map((host) => {
    const reached = rangeWithBuffers(terms, host, range);
    const limited = limitedTime(offering.eventType, host, range, terms.durationMinutes);
    return { subjectId: host.subjectId, ...reached, inDetail: inDetail ? reached : undefined, limited };
  });
}

export function workOut(
  ctx: DomainContext,
  query: OfferQuery,
  { current, hosts }: BusyTimeAnswer,
  sessions: readonly GroupSession[],
): Offer {
  const { team, terms, from, to, timeZone, explain, inDetail } = query;
  const now = ctx.clock.now().getTime();
  const slots = {
    team: mapTeam(team, (host, index) => withBusyTime(host, hosts[index]!)),
    terms,
    now,
    from,
    to,
  };
  const joinable = sessionsToJoin(sessions, query.hostId === undefined ? slots : { ...slots, hostId: query.hostId });
  const toOpen = offeredSlots(slots);
  const toJoin = joinableStarts(joinable, query.places);
  const offered = toJoin.length > 0 ? mergeAscending([toOpen, toJoin]) : toOpen;
  const inDetailOf = () =>
    mapTeam(team, (host, index) => ({ ...host, busy: hosts[index]!.detailed, full: hosts[index]!.full }));
  return {
    current,
    days: slotsByDate(offered, from, to, timeZone),
    slotsOfPool: team.pool.length > 0 ? () => slotsOfPool(slots) : NOBODY,
    seatsLeftAt: query.seats === null ? null : seatsLeftAt(query.seats, new Set(toOpen), joinable),
    sessionHostsAt: joinable.length > 0 ? (startsAt) => hostsAt(joinable, startsAt) : NOBODY,
    reasonOfSessions:
      joinable.length > 0 ? (start) => refusalsOfSessions(joinable, start, query.places)?.[0] ?? null : NO_REASON,
    refused: explain ? slotsByDate(refusedStarts(slots, offered), from, to, timeZone) : [],
    refusals: inDetail ? teamRefusalsWithin({ ...slots, team: inDetailOf() }, { from, to }) : null,
  };
}

function hostsAt(sessions: readonly GroupSession[], startsAt: number): readonly string[] {
  return sessions.find((session) => session.startsAt === startsAt && session.seatsLeft > 0)?.hostIds ?? [];
}

/** Where a session can be opened there are all places; elsewhere as many as the emptiest session has left. */
function seatsLeftAt(seats: number, toOpen: ReadonlySet<number>, joinable: readonly GroupSession[]) {
  const left = new Map<number, number>();
  for (const { startsAt, seatsLeft } of joinable) left.set(startsAt, Math.max(left.get(startsAt) ?? 0, seatsLeft));
  return (startsAt: number) => (toOpen.has(startsAt) ? seats : (left.get(startsAt) ?? 0));
}

function withBusyTime(host: HostHours, busyTime: HostBusyTime): Host {
  const { schedule, bufferBeforeMinutes, bufferAfterMinutes } = host;
  return {
    schedule,
    bufferBeforeMinutes,
    bufferAfterMinutes,
    full: busyTime.full,
    // Not before somebody asks.
    get busy() {
      return busyTime.busy;
    },
  };
}
