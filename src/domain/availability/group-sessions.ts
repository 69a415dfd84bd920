import type { DomainContext } from "../shared/context.ts";
import { MINUTE_MS } from "../shared/local-date.ts";
import { bookableRange, type Range } from "./bookable-range.ts";
import type { SlotTerms } from "./terms.ts";

/** A time of a group event that somebody has places of. */
export interface GroupSession {
  eventTypeId: string;
  /** Epoch ms. */
  startsAt: number;
  endsAt: number;
  seatsLeft: number;
  hostIds: readonly string[];
}

const GROUP_SESSIONS = {
  name: "group_sessions",
  text: `SELECT event_type_id AS "eventTypeId", starts_at AS "startsAt", ends_at AS "endsAt",
      capacity - taken AS "seatsLeft", jsonb_path_query_array(claims, '$[*].member_id') AS "hostIds"
    FROM group_session WHERE event_type_id = ANY($1) AND starts_at >= $2 AND starts_at < $3 AND taken > 0
    ORDER BY starts_at, id`,
};

/** The sessions of event types that begin in a range, by their start. */
export async function loadGroupSessions(
  ctx: DomainContext,
  eventTypeIds: readonly string[],
  { from, to }: Range,
): Promise<GroupSession[]> {
  if (eventTypeIds.length === 0) return [];
  type Row = Omit<GroupSession, "startsAt" | "endsAt"> & { startsAt: Date; endsAt: Date };
  const rows = await ctx.db.query<Row>(GROUP_SESSIONS, [eventTypeIds, new Date(from), new Date(to)]);
  return rows.map((row) => ({ ...row, startsAt: row.startsAt.getTime(), endsAt: row.endsAt.getTime() }));
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
  return [...new Set(sessions.filter(({ seatsLeft }) => seatsLeft >= places).map(({ startsAt }) => startsAt))];
}
