import type { DomainContext } from "../shared/context.ts";
import type { Terms } from "../event-type/offering.ts";
import type { BusyTime } from "./busy.ts";

export interface BusyTimeQuery {
  terms: Terms;
  subjectId: string;
  /** Epoch ms, half-open. */
  from: number;
  to: number;
  /** The booking whose own claim does not count, for rescheduling. */
  bookingId?: string | null;
}

export interface BusyTimeAnswer {
  /** Whether the terms still stand in their versions; when not, the rest is of no use. */
  current: boolean;
  busy: BusyTime[];
}

/** A claim as [kind, start, end, core start, core end]; the kind and the core are looked up where reasons are asked for. */
type ClaimFigures = [BusyTime["kind"], number, number, number | null, number | null];

const MILLISECONDS = (instant: string) => `(extract(epoch FROM ${instant}) * 1000)::bigint`;

const LIVE_CLAIMS = `c.subject_id = $2 AND c.during && tstzrange($3, $4)
  AND (c.expires_at IS NULL OR c.expires_at > $5) AND c.booking_id IS DISTINCT FROM $6`;

const BUSY_TIME = {
  name: "busy_time",
  text: `SELECT terms_are_current($1) AS current, (
    SELECT coalesce(json_agg(json_build_array('booked',
        ${MILLISECONDS("lower(c.during)")}, ${MILLISECONDS("upper(c.during)")}) ORDER BY lower(c.during)), '[]')
    FROM claim c WHERE ${LIVE_CLAIMS}) AS claims`,
};

const BUSY_TIME_IN_DETAIL = {
  name: "busy_time_in_detail",
  text: `SELECT terms_are_current($1) AS current, (
    SELECT coalesce(json_agg(json_build_array(
        CASE WHEN c.hold_id IS NOT NULL THEN 'held' WHEN c.block_id IS NOT NULL THEN 'blocked' ELSE 'booked' END,
        ${MILLISECONDS("lower(c.during)")}, ${MILLISECONDS("upper(c.during)")},
        ${MILLISECONDS("b.starts_at")}, ${MILLISECONDS("b.ends_at")}) ORDER BY lower(c.during)), '[]')
    FROM claim c LEFT JOIN booking b ON b.id = c.booking_id WHERE ${LIVE_CLAIMS}) AS claims`,
};

/** The time that others have claimed of a host, in one statement with the check of the terms. */
export async function loadBusyTime(
  ctx: DomainContext,
  query: BusyTimeQuery,
  { inDetail }: { inDetail: boolean },
): Promise<BusyTimeAnswer> {
  const rows = await ctx.db.query<{ current: boolean; claims: ClaimFigures[] }>(
    inDetail ? BUSY_TIME_IN_DETAIL : BUSY_TIME,
    [query.terms, query.subjectId, new Date(query.from), new Date(query.to), ctx.clock.now(), query.bookingId ?? null],
  );
  const { current, claims } = rows[0]!;
  return { current, busy: claims.map(toBusyTime) };
}

function toBusyTime([kind, start, end, coreStart, coreEnd]: ClaimFigures): BusyTime {
  return { kind, start, end, coreStart: coreStart ?? undefined, coreEnd: coreEnd ?? undefined };
}
