import { loadBusyTime } from "../availability/busy-time.ts";
import { rangeWithBuffers } from "../availability/host-time.ts";
import { REASONS, type Reason } from "../availability/refusal.ts";
import { mapTeam, membersOf, type Need } from "../availability/team.ts";
import {
  reasonAgainst,
  teamRefusalsOf,
  teamRefusalsWithin,
  type TeamQuery,
  type TeamRefusals,
} from "../availability/team-refusals.ts";
import { readLimitRoom, shareLimits } from "../booking-limit/limit-room.ts";
import type { Overridable } from "../booking/override.ts";
import { teamInTurn } from "../booking/team-in-turn.ts";
import type { AskedHost } from "../booking/wanted-time.ts";
import type { OfferingTeam } from "../event-type/choose-team.ts";
import type { Offering } from "../event-type/offering.ts";
import type { OfferingResource, ResourceNeed } from "../event-type/resource-needs.ts";
import { toSlotTerms } from "../event-type/slot-terms.ts";
import type { DomainContext } from "../shared/context.ts";
import { assertValid } from "../shared/errors.ts";
import { DAY_MS, MINUTE_MS } from "../shared/local-date.ts";
import { limitsOfTime, timeOf } from "./series-time.ts";

/** The times of a series that somebody wants. */
export interface WantedSeries {
  offering: Offering;
  team: OfferingTeam;
  /** Epoch ms, ascending. */
  starts: readonly number[];
  durationMinutes: number;
  override?: readonly Overridable[];
  /** By whom limits of bookers count; nobody yet in a preview. */
  email?: string;
  /** Where bookings are moved: limits are looked at when they are. */
  moving?: Moving;
  /** Of a group event: how many of a session each occurrence takes. */
  places?: number;
  /** The host who was asked for. */
  hostId?: string;
}

/** What bookings have that are moved together: it is in the way of none of them. */
export interface Moving {
  /** The starts (epoch ms) of their claims, by subject: claims of one subject never overlap. */
  claims: ReadonlyMap<string, ReadonlySet<number>>;
  /** The resources of each, which it keeps where it can. */
  resourceIds: readonly (readonly string[])[];
}

/** An occurrence as those see it who would serve the series. */
export interface Prospect {
  /** Epoch ms. */
  startsAt: number;
  /** Null: it can be booked. */
  reason: Reason | null;
  /** What stands in the way of each of the team. */
  refusals: TeamRefusals;
  /** The resources that it would take, one for each place of the needs, with the kind by which they are needed. */
  resources: readonly TakenResource[];
  /** Of a group event: who would hold the session that it opens. Null: it joins one. */
  hosts?: readonly AskedHost[] | null;
}

export interface TakenResource {
  kind: string | null;
  resource: OfferingResource;
}

export interface Outlook {
  /** Whether the offering still stands; when not, the rest is of no use. */
  current: boolean;
  /** All who could, of the pool in their turn. */
  team: OfferingTeam;
  /** Who would serve all of it; who was chosen of a pool stands first. Of a group event nobody is, see `Prospect`. */
  hosts: readonly AskedHost[];
  occurrences: readonly Prospect[];
}

/** How many times each of a team is asked about at the most: 730 occurrences of 137 hosts. */
const MOST_LOOKED_AT = 100_000;

/**
 * Who would serve a series, and which of its times: of a pool the first in turn who can serve all of it, or else most of it.
 * What the times of the series leave no room for among themselves is taken into account. @throws validation_failed
 */
export async function readOutlook(ctx: DomainContext, wanted: WantedSeries): Promise<Outlook> {
  const { offering, team, starts } = wanted;
  const asked = await teamInTurn(ctx, offering, team);
  const inTurn: OfferingTeam = { ...team, pool: asked.pool.map(({ host }) => host) };
  assertNotTooMuch(starts.length * membersOf(inTurn).length);

  const { current, refusals } = await readRefusals(ctx, { ...wanted, team: inTurn });
  const choices = asked.pool.length > 0 ? asked.pool.map((chosen, place) => ({ chosen, place })) : [null];
  const outlooks = choices.map((choice) => ({
    current,
    team: inTurn,
    hosts: [...(choice ? [choice.chosen] : []), ...asked.all],
    occurrences: apart(
      wanted,
      inTurn,
      refusals.map((each, index) => prospectOf(wanted, inTurn, index, each, choice?.place)),
    ),
  }));

  let best: Outlook | null = null;
  for (const outlook of outlooks.toSorted((a, b) => freeOf(b) - freeOf(a))) {
    if (best && freeOf(outlook) <= freeOf(best)) break;
    const bounded = wanted.moving ? outlook : await withinLimitsOf(ctx, wanted, outlook);
    if (!best || freeOf(bounded) > freeOf(best)) best = bounded;
  }
  return best!;
}

export function freeOf({ occurrences }: Outlook): number {
  return occurrences.filter(({ reason }) => reason === null).length;
}

export function assertNotTooMuch(lookedAt: number): void {
  const message = "must name fewer dates for so many hosts and resources; a host can be asked for by hostId";
  assertValid(lookedAt > MOST_LOOKED_AT ? [{ pointer: "/recurrence/rrule", message }] : []);
}

/** What stands in the way of each of the team at each start, claims included. */
export async function readRefusals(
  ctx: DomainContext,
  { offering, team, starts, durationMinutes, moving }: WantedSeries,
): Promise<{ current: boolean; refusals: TeamRefusals[] }> {
  const terms = toSlotTerms(offering.eventType, durationMinutes);
  const range = { from: starts[0]!, to: starts.at(-1)! + 1 };
  const hosts = membersOf(team).map((host) => {
    const reached = rangeWithBuffers(terms, host, range);
    return { subjectId: host.subjectId, ...reached, inDetail: reached };
  });
  const { current, hosts: busy } = await loadBusyTime(ctx, { terms: [offering.terms], hosts });
  const detailed = mapTeam(team, (host, index) => {
    const own = moving?.claims.get(host.subjectId);
    const { detailed } = busy[index]!;
    return {
      ...host,
      busy: own ? detailed.filter(({ kind, start }) => kind !== "booked" || !own.has(start)) : detailed,
    };
  });
  const query: TeamQuery = { team: detailed, terms, now: ctx.clock.now().getTime() };
  // Hours are laid out for the whole range, or round each start where the starts are few and far between.
  const isDense = (range.to - range.from) / DAY_MS <= 3 * starts.length;
  const refusalsOf = isDense ? teamRefusalsWithin(query, range) : (start: number) => teamRefusalsOf(query, start);
  return { current, refusals: starts.map(refusalsOf) };
}

/** @param place of the host who is looked at, among the pool */
function prospectOf(
  { starts, override, moving }: WantedSeries,
  { needs }: OfferingTeam,
  index: number,
  refusals: TeamRefusals,
  place: number | undefined,
): Prospect {
  const chosen = place === undefined ? [] : [refusals.pool[place]!];
  const reason = reasonAgainst({ ...refusals, all: [...chosen, ...refusals.all], pool: [] }, override);
  const kept = moving?.resourceIds[index] ?? [];
  const resources = reason ? [] : takenOf(needs, refusals.needs ?? [], kept);
  return { startsAt: starts[index]!, reason, refusals, resources };
}

/** Of each need the first that are to be had; those that are had already come first. */
export function takenOf(
  needs: readonly ResourceNeed[],
  refusals: readonly Need<readonly Reason[]>[],
  kept: readonly string[],
): TakenResource[] {
  const isKept = ({ resourceId }: OfferingResource) => Number(kept.includes(resourceId));
  return needs.flatMap(({ kind, count, options }, index) =>
    options
      .filter((_, option) => refusals[index]!.options[option]!.length === 0)
      .toSorted((a, b) => isKept(b) - isKept(a))
      .slice(0, count)
      .map((resource) => ({ kind, resource })),
  );
}

/** Occurrences that come too close to the one before them are not free. */
function apart({ offering, durationMinutes }: WantedSeries, team: OfferingTeam, prospects: Prospect[]): Prospect[] {
  const terms = toSlotTerms(offering.eventType, durationMinutes);
  const lengths = membersOf(team).map((host) => {
    const { from, to } = rangeWithBuffers(terms, host, { from: 0, to: 0 });
    return to - from;
  });
  const gap = Math.max(...lengths);
  let last = -Infinity;
  return prospects.map((prospect): Prospect => {
    const { startsAt, reason } = prospect;
    if (reason !== null) return prospect;
    if (startsAt - last < gap)
      return { ...prospect, reason: startsAt - last < durationMinutes * MINUTE_MS ? "booked" : "buffer" };
    last = startsAt;
    return prospect;
  });
}

/** The same with the occurrences for which limits leave no room, counted in order of time. */
async function withinLimitsOf(ctx: DomainContext, wanted: WantedSeries, outlook: Outlook): Promise<Outlook> {
  const open = outlook.occurrences.filter(({ reason }) => reason === null || isToldAfterLimit(reason));
  const { limits, countedBy } = shareLimits(
    open.map((prospect) => limitsOfTime(wanted, prospect.startsAt, timeOf(ctx, wanted, outlook.hosts, prospect))),
  );
  if (limits.length === 0) return outlook;

  const room = await readLimitRoom(ctx, limits, wanted.durationMinutes);
  const full = new Set<Prospect>();
  for (const [index, prospect] of open.entries()) {
    const places = countedBy[index]!;
    if (places.some((place) => room[place]! < 1)) full.add(prospect);
    else if (prospect.reason === null) for (const place of places) room[place]!--;
  }
  const bounded = (each: Prospect): Prospect => (full.has(each) ? { ...each, reason: "limit" } : each);
  return { ...outlook, occurrences: outlook.occurrences.map(bounded) };
}

function isToldAfterLimit(reason: Reason): boolean {
  return REASONS.indexOf(reason) > REASONS.indexOf("limit");
}
