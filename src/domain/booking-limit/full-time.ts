import type { Range } from "../availability/bookable-range.ts";
import type { DomainContext } from "../shared/context.ts";
import { type Intervals, toIntervals } from "../shared/intervals.ts";
import type { CountedLimit } from "./counted-limit.ts";
import { periodsWithin } from "./period.ts";

/** Whose full time is wanted: for starts of which range, and an appointment of which length. */
export interface FullTimeOf {
  limits: readonly CountedLimit[];
  starts: Range;
  durationMinutes: number;
}

/** The booking that is to be moved, and the hold that is to be converted, which do not count. */
interface Ignored {
  bookingId?: string | null;
  holdId?: string | null;
}

/** Bookings that start within a range, of a member, or of an event type, or of both. */
interface Counting extends Range {
  memberId: string | null;
  eventTypeId: string | null;
}

/** [start in epoch ms, minutes] */
type Counted = readonly [number, number][];

/** What counts stands in `is_limit_reached` once more: what is offered here is accepted there. */
const COUNTS = "b.status NOT IN ('cancelled', 'declined') AND b.id IS DISTINCT FROM $1";
const HELD = `FROM hold
  WHERE expires_at > $7 AND outcome IS NULL AND id IS DISTINCT FROM $6 AND starts_at >= asked.begins AND starts_at < asked.ends
    AND (asked.event_type_id IS NULL OR event_type_id = asked.event_type_id)`;

const counted = (
  appointments: string,
) => `(SELECT json_agg(json_build_array((extract(epoch FROM starts_at) * 1000)::bigint,
    extract(epoch FROM ends_at - starts_at) / 60)) FROM (${appointments}) AS counted)`;

const OF_EVENT_TYPE = `SELECT b.starts_at, b.ends_at FROM booking b
  WHERE b.event_type_id = asked.event_type_id AND b.starts_at >= asked.begins AND b.starts_at < asked.ends AND ${COUNTS}
  UNION ALL SELECT starts_at, ends_at ${HELD}`;
/** Of a host bookings and holds that share a group session are one. */
const OF_MEMBER = `SELECT coalesce(b.group_session_id, b.id) AS served, b.starts_at, b.ends_at
  FROM booking_host h JOIN booking b ON b.id = h.booking_id
  WHERE h.member_id = asked.member_id AND h.starts_at >= asked.begins AND h.starts_at < asked.ends AND ${COUNTS}
    AND (asked.event_type_id IS NULL OR b.event_type_id = asked.event_type_id)
  UNION SELECT coalesce(group_session_id, id), starts_at, ends_at ${HELD} AND asked.member_id = ANY (host_ids)`;

const COUNTED_BOOKINGS = {
  name: "counted_bookings",
  text: `SELECT CASE WHEN asked.member_id IS NULL THEN ${counted(OF_EVENT_TYPE)} ELSE ${counted(OF_MEMBER)} END AS counted
    FROM unnest($2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[]) WITH ORDINALITY
      AS asked(member_id, event_type_id, begins, ends, place) ORDER BY asked.place`,
};

/**
 * The starts that limits leave no room for, of each in the order of the question: those of the days, weeks and months that
 * are full. One statement, and none where nobody has limits.
 */
export async function loadFullTime(
  ctx: DomainContext,
  asked: readonly (FullTimeOf | undefined)[],
  ignored: Ignored,
): Promise<(Intervals | undefined)[]> {
  const countings = new Map<string, Counting>();
  for (const each of asked) for (const limit of each?.limits ?? []) addCounting(countings, limit, each!.starts);
  if (countings.size === 0) return asked.map(() => undefined);

  const counted = await readCounted(ctx, [...countings.values()], ignored);
  const countedOf = new Map([...countings.keys()].map((key, index) => [key, counted[index]!]));
  return asked.map(
    (each) =>
      each &&
      toIntervals(
        each.limits
          .flatMap((limit) => fullPeriods(limit, each, countedOf.get(keyOf(limit))!))
          .flatMap(({ from, to }) => [from, to]),
      ),
  );
}

/** One question for all limits that count the same. */
function keyOf({ memberId, eventTypeId }: CountedLimit): string {
  return `${memberId ?? ""} ${eventTypeId ?? ""}`;
}

function addCounting(countings: Map<string, Counting>, limit: CountedLimit, starts: Range): void {
  const periods = periodsWithin(limit.timeZone, limit.per, starts);
  if (periods.length === 0) return;
  const known = countings.get(keyOf(limit));
  countings.set(keyOf(limit), {
    memberId: limit.memberId,
    eventTypeId: limit.eventTypeId,
    from: Math.min(known?.from ?? Infinity, periods[0]!.from),
    to: Math.max(known?.to ?? -Infinity, periods.at(-1)!.to),
  });
}

async function readCounted(ctx: DomainContext, asked: readonly Counting[], { bookingId, holdId }: Ignored) {
  const rows = await ctx.db.query<{ counted: Counted | null }>(COUNTED_BOOKINGS, [
    bookingId ?? null,
    asked.map(({ memberId }) => memberId),
    asked.map(({ eventTypeId }) => eventTypeId),
    asked.map(({ from }) => new Date(from)),
    asked.map(({ to }) => new Date(to)),
    holdId ?? null,
    ctx.clock.now(),
  ]);
  return rows.map(({ counted }) => counted ?? []);
}

/** The periods of the asked range that have no room for one more appointment of the asked length. */
function fullPeriods(limit: CountedLimit, { starts, durationMinutes }: FullTimeOf, counted: Counted): Range[] {
  const { timeZone, per, bookings = Infinity, minutes = Infinity } = limit;
  return periodsWithin(timeZone, per, starts).filter(({ from, to }) => {
    const within = counted.filter(([startsAt]) => from <= startsAt && startsAt < to);
    const booked = within.reduce((sum, [, length]) => sum + length, 0);
    return within.length + 1 > bookings || booked + durationMinutes > minutes;
  });
}
