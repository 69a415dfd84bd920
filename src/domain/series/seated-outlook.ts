import { loadGroupSessions, type GroupSession } from "../availability/group-sessions.ts";
import { membersOf } from "../availability/team.ts";
import { reasonAgainst, type TeamRefusals } from "../availability/team-refusals.ts";
import { readLimitRoom, shareLimits } from "../booking-limit/limit-room.ts";
import type { LimitRow } from "../booking-limit/within-limits.ts";
import { standsAgainstJoining } from "../booking/seats.ts";
import { teamInTurn } from "../booking/team-in-turn.ts";
import type { AskedHost, AskedTeam, WantedTime } from "../booking/wanted-time.ts";
import type { DomainContext } from "../shared/context.ts";
import { MINUTE_MS } from "../shared/local-date.ts";
import {
  assertNotTooMuch,
  readOutlook,
  readRefusals,
  takenOf,
  type Outlook,
  type Prospect,
  type WantedSeries,
} from "./outlook.ts";
import { limitsOfJoinedTime, limitsOfTime, timeOf } from "./series-time.ts";

/** A way to have places at a time: to join a session, or to open one. */
interface Way extends Pick<Prospect, "hosts" | "resources"> {
  /** What is claimed by it; null where a session is joined. */
  time: WantedTime | null;
  limits: readonly LimitRow[];
}

/** What could be booked of a series, of a group event or not. @throws validation_failed */
export function readAnyOutlook(ctx: DomainContext, wanted: WantedSeries): Promise<Outlook> {
  return wanted.places === undefined ? readOutlook(ctx, wanted) : readSeatedOutlook(ctx, wanted);
}

/**
 * The same of a group event: each occurrence takes places of a session that is open, or opens one, with the first in turn who
 * is free then. @throws validation_failed
 */
async function readSeatedOutlook(ctx: DomainContext, wanted: WantedSeries): Promise<Outlook> {
  const { offering, team, starts } = wanted;
  const { eventType } = offering;
  const asked = await teamInTurn(ctx, offering, team);
  const inTurn = { ...team, pool: asked.pool.map(({ host }) => host) };
  assertNotTooMuch(starts.length * membersOf(inTurn).length);
  const range = { from: starts[0]!, to: starts.at(-1)! + 1 };
  const [{ current, refusals }, sessions] = await Promise.all([
    readRefusals(ctx, { ...wanted, team: inTurn }),
    loadGroupSessions(ctx, [{ eventType, durationMinutes: wanted.durationMinutes }], range),
  ]);

  const open = Map.groupBy(sessions, ({ startsAt }) => startsAt);
  const prospects = starts.map((startsAt, index) =>
    prospectOf(ctx, wanted, asked, startsAt, refusals[index]!, open.get(startsAt) ?? []),
  );
  return {
    current,
    team: inTurn,
    hosts: asked.pool.length > 0 ? [] : asked.all,
    occurrences: await inOrder(ctx, wanted, prospects),
  };
}

function prospectOf(
  ctx: DomainContext,
  wanted: WantedSeries,
  asked: AskedTeam,
  startsAt: number,
  refusals: TeamRefusals,
  sessions: readonly GroupSession[],
): { prospect: Prospect; ways: Way[] } {
  const { durationMinutes, hostId, override, places = 1 } = wanted;
  const ofHosts = reasonAgainst(refusals, override);
  const otherwise = ofHosts ?? "booked";
  const prospect = { startsAt, refusals, resources: [] };
  if (standsAgainstJoining(ofHosts)) return { prospect: { ...prospect, reason: ofHosts }, ways: [] };

  const there = sessions.filter(
    ({ endsAt, hostIds }) =>
      endsAt - startsAt === durationMinutes * MINUTE_MS && (hostId === undefined || hostIds.includes(hostId)),
  );
  if (there.some(({ seatsLeft }) => seatsLeft >= places)) {
    const joined = { hosts: null, resources: [], time: null, limits: limitsOfJoinedTime(wanted, startsAt) };
    return { prospect: { ...prospect, reason: null }, ways: [joined] };
  }
  const ways = openings(ctx, wanted, asked, startsAt, refusals);
  const reason = there.length > 0 ? "seats" : otherwise;
  return { prospect: { ...prospect, reason: ways.length > 0 ? null : reason }, ways };
}

/** With each of the pool, in turn, who is free then, or with the one team that there is. */
function openings(
  ctx: DomainContext,
  wanted: WantedSeries,
  { all, pool, needs }: AskedTeam,
  startsAt: number,
  refusals: TeamRefusals,
): Way[] {
  const choices =
    pool.length > 0 ? pool.map((chosen, place) => ({ chosen: [chosen], place })) : [{ chosen: [], place: -1 }];
  return choices.flatMap(({ chosen, place }: { chosen: AskedHost[]; place: number }): Way[] => {
    const reasons = place < 0 ? [] : [refusals.pool[place]!];
    if (reasonAgainst({ ...refusals, all: [...reasons, ...refusals.all], pool: [] }, wanted.override)) return [];
    const hosts = [...chosen, ...all];
    const resources = takenOf(needs, refusals.needs ?? [], []);
    const time = timeOf(ctx, wanted, hosts, { startsAt, reason: null, refusals, resources });
    return [{ hosts, resources, time, limits: limitsOfTime(wanted, startsAt, time) }];
  });
}

/** For each in order of time the first way that limits, and those before it, leave room for. */
async function inOrder(
  ctx: DomainContext,
  wanted: WantedSeries,
  prospects: readonly { prospect: Prospect; ways: readonly Way[] }[],
): Promise<Prospect[]> {
  const all = prospects.flatMap(({ ways }) => ways);
  const { limits, countedBy } = shareLimits(all.map((way) => way.limits));
  const room = await readLimitRoom(ctx, limits, wanted.durationMinutes);
  const placesOf = new Map(all.map((way, index) => [way, countedBy[index]!]));
  const takenUntil = new Map<string, number>();
  return prospects.map(({ prospect, ways }): Prospect => {
    if (prospect.reason !== null) return prospect;
    const isApart = ({ time }: Way) =>
      !time?.all.some(({ subject_id, from }) => from.getTime() < (takenUntil.get(subject_id) ?? -Infinity));
    const hasRoom = (way: Way) => placesOf.get(way)!.every((place) => room[place]! >= 1);
    const apart = ways.filter(isApart);
    const way = apart.find(hasRoom);
    if (!way) return { ...prospect, reason: apart.length > 0 ? "limit" : "booked" };
    for (const place of placesOf.get(way)!) room[place]!--;
    for (const { subject_id, to } of way.time?.all ?? []) takenUntil.set(subject_id, to.getTime());
    return { ...prospect, hosts: way.hosts, resources: way.resources };
  });
}
