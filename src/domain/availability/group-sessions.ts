import { limitsOfEventType } from "../booking-limit/counted-limit.ts";
import { loadFullTime } from "../booking-limit/full-time.ts";
import type { EventType } from "../event-type/event-type.ts";
import type { DomainContext } from "../shared/context.ts";
import { meets } from "../shared/intervals.ts";
import { MINUTE_MS } from "../shared/local-date.ts";
import { bookableRange, type Range } from "./bookable-range.ts";
import type { Reason } from "./refusal.ts";
import type { SlotTerms } from "./terms.ts";

/** A time of a group event that somebody has places of. */
export interface GroupSession {
  eventTypeId: string;
  /** Epoch ms. */
  startsAt: number;
  endsAt: number;
  seatsLeft: number;
  hostIds: readonly string[];
  /** Whether as much of the event type is booked as its limits allow. */
  isAtLimit: boolean;
}

/** A group event, for appointments of which length. */
export interface GroupEvent {
  eventType: EventType;
  durationMinutes: number;
}

/** Places of holds that have expired are free, and a session that only they have is over. */
const GROUP_SESSIONS = {
  name: "group_sessions",
  text: `SELECT event_type_id AS "eventTypeId", starts_at AS "startsAt", ends_at AS "endsAt",
      (capacity - taken + held.free)::int AS "seatsLeft", jsonb_path_query_array(claims, '$[*].member_id') AS "hostIds"
    FROM group_session s, LATERAL (
      SELECT coalesce(sum(places), 0) AS free, coalesce(sum(places) FILTER (WHERE expires_at <= $4), 0) AS expired
      FROM hold WHERE group_session_id = s.id AND keeps_places AND (expires_at <= $4 OR id = $5)
    ) held
    WHERE event_type_id = ANY($1) AND starts_at >= $2 AND starts_at < $3 AND taken > held.expired
    ORDER BY starts_at, id`,
};

type Row = Omit<GroupSession, "startsAt" | "endsAt" | "isAtLimit"> & { startsAt: Date; endsAt: Date };

/** The sessions of group events that begin in a range, by their start. What is moved or converted does not count. */
export async function loadGroupSessions(
  ctx: DomainContext,
  events: readonly GroupEvent[],
  { from, to, ...ignored }: Range & { bookingId?: string | undefined; holdId?: string | undefined },
): Promise<GroupSession[]> {
  if (events.length === 0) return [];
  const bounds = events.map(({ eventType, durationMinutes }) => ({
    limits: limitsOfEventType(eventType, "event_type"),
    starts: { from, to },
    durationMinutes,
  }));
  const eventTypeIds = events.map(({ eventType }) => eventType.id);
  const [rows, full] = await Promise.all([
    ctx.db.query<Row>(GROUP_SESSIONS, [
      eventTypeIds,
      new Date(from),
      new Date(to),
      ctx.clock.now(),
      ignored.holdId ?? null,
    ]),
    loadFullTime(ctx, bounds, ignored),
  ]);
  return rows.map((row) => {
    const startsAt = row.startsAt.getTime();
    const ofEvent = full[eventTypeIds.indexOf(row.eventTypeId)];
    const isAtLimit = ofEvent !== undefined && meets(ofEvent, startsAt, startsAt + 1);
    return { ...row, startsAt, endsAt: row.endsAt.getTime(), isAtLimit };
  });
}

/** Who asks for places: as long a session as his, with his host where he wants one, within notice and window. */
export interface SeatQuery extends Range {
  terms: SlotTerms;
  now: number;
  hostId?: string;
}

/** The sessions that a booking of these terms could join if they have places left. */
export function sessionsToJoin(sessions: readonly GroupSession[], query: SeatQuery): GroupSession[] {
  const { terms, now, hostId, ...asked } = query;
  const range = bookableRange(terms, asked, now);
  return sessions.filter(
    ({ startsAt, endsAt, hostIds }) =>
      startsAt >= range.from &&
      startsAt < range.to &&
      endsAt - startsAt === terms.durationMinutes * MINUTE_MS &&
      (hostId === undefined || hostIds.includes(hostId)),
  );
}

/** The starts, ascending, each once, of those with so many places left. */
export function joinableStarts(sessions: readonly GroupSession[], places = 1): number[] {
  const joinable = sessions.filter(({ seatsLeft, isAtLimit }) => seatsLeft >= places && !isAtLimit);
  return [...new Set(joinable.map(({ startsAt }) => startsAt))];
}

/** Why none of the sessions of a start can be joined, in order of precedence. Null: there are none. */
export function refusalsOfSessions(sessions: readonly GroupSession[], startsAt: number, places = 1): Reason[] | null {
  const there = sessions.filter((session) => session.startsAt === startsAt);
  if (there.length === 0) return null;
  const refusals: Reason[] = there.some(({ isAtLimit }) => isAtLimit) ? ["limit"] : [];
  return there.some(({ seatsLeft }) => seatsLeft >= places) ? refusals : [...refusals, "seats"];
}
