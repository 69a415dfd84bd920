import type { DomainContext } from "../shared/context.ts";
import { type FullTimeOf, loadFullTime } from "../booking-limit/full-time.ts";
import type { Terms } from "../event-type/offering.ts";
import { isAscending } from "../shared/ascending.ts";
import { type Intervals, toIntervals } from "../shared/intervals.ts";
import type { Range } from "./bookable-range.ts";
import type { BusyTime } from "./busy.ts";

/** Of whom busy time is wanted, and when. */
export interface BusyTimeOf extends Range {
  subjectId: string;
  /** Where the kinds and the cores of busy time are wanted too, because reasons are. */
  inDetail?: Range;
  /** Where limits bound him. */
  limited?: FullTimeOf;
}

export interface BusyTimeQuery {
  /** What the caller decides by: whether it still stands is told along with the rest. */
  terms: readonly Terms[];
  hosts: readonly BusyTimeOf[];
  /** The booking whose own claims do not count, for rescheduling. */
  bookingId?: string | null;
  /** The hold whose own claims do not count, for converting it. */
  holdId?: string | null;
}

export interface BusyTimeAnswer {
  /** Whether the terms still stand in their versions; when not, the rest is of no use. */
  current: boolean;
  /** Of each host, in the order of the question. */
  hosts: readonly HostBusyTime[];
}

export interface HostBusyTime {
  /** Of the whole range, but without kinds and cores. */
  readonly busy: Intervals;
  /** When the first of it expires, in epoch ms; never is Infinity. */
  readonly until: number;
  /** What meets the range of `inDetail`, with all that is known of it, sorted by start. */
  detailed: BusyTime[];
  /** The starts that limits leave no room for; undefined where there are none. */
  full?: Intervals;
}

/** What has expired inside a block is the block's; whoever deletes it sees to that, a minute later at the latest. */
const IS_BLOCKED = `EXISTS (SELECT FROM block k WHERE k.subject_id = c.subject_id AND k.deleted_at IS NULL
    AND tstzrange(k.starts_at, k.ends_at) && c.during)`;

const LIVE_CLAIM = `c.subject_id = $2 AND (c.expires_at IS NULL OR c.expires_at > $3 OR ${IS_BLOCKED})
  AND (c.booking_id = $4 OR c.hold_id = $5) IS NOT TRUE`;

/** Starts and ends as PostgreSQL itself sends instants, see docs/performance.md. */
const AS_BYTES = `string_agg(timestamptz_send(lower(c.during)) || timestamptz_send(upper(c.during)), '')`;

/** When, of what is live at `now`, something expires first. */
const untilAfter = (now: string) => `min(c.expires_at) FILTER (WHERE c.expires_at > ${now}) AS until`;

const BUSY_TIME = {
  name: "busy_time",
  text: `SELECT terms_are_current($1) AS current, ${AS_BYTES} AS busy, ${untilAfter("$3")}
    FROM claim c WHERE ${LIVE_CLAIM} AND c.during && tstzrange($6, $7)`,
};

const MILLISECONDS = (instant: string) => `(extract(epoch FROM ${instant}) * 1000)::bigint`;

const IN_DETAIL = `json_agg(json_build_array(
    CASE WHEN c.hold_id IS NOT NULL OR c.session_id IS NOT NULL AND c.expires_at IS NOT NULL THEN 'held' WHEN c.block_id IS NOT NULL THEN 'blocked' ELSE 'booked' END,
    ${MILLISECONDS("lower(c.during)")}, ${MILLISECONDS("upper(c.during)")},
    ${MILLISECONDS("coalesce(b.starts_at, h.starts_at, s.starts_at)")}, ${MILLISECONDS("coalesce(b.ends_at, h.ends_at, s.ends_at)")})
    ORDER BY lower(c.during))
  FROM claim c LEFT JOIN booking b ON b.id = c.booking_id LEFT JOIN hold h ON h.id = c.hold_id
  LEFT JOIN group_session s ON s.id = c.session_id`;

const BUSY_TIME_IN_DETAIL = {
  name: "busy_time_in_detail",
  text: `SELECT answer.*, (
      SELECT ${IN_DETAIL} WHERE ${LIVE_CLAIM} AND c.during && tstzrange($8, $9)) AS detailed
    FROM (${BUSY_TIME.text}) AS answer`,
};

const LIVE_CLAIM_OF_ASKED = `c.subject_id = asked.subject_id AND (c.expires_at IS NULL OR c.expires_at > $2 OR ${IS_BLOCKED})
  AND (c.booking_id = $3 OR c.hold_id = $4) IS NOT TRUE`;

/** The same of any number of hosts, each with a range of his own. The terms are looked at once. */
const BUSY_TIMES = {
  name: "busy_times",
  text: `SELECT (SELECT bool_and(terms_are_current(terms)) FROM unnest($1::jsonb[]) AS terms) AS current,
      claimed.busy, claimed.until,
      CASE WHEN asked.detail_begins IS NOT NULL THEN (SELECT ${IN_DETAIL}
        WHERE ${LIVE_CLAIM_OF_ASKED} AND c.during && tstzrange(asked.detail_begins, asked.detail_ends)) END AS detailed
    FROM unnest($5::uuid[], $6::timestamptz[], $7::timestamptz[], $8::timestamptz[], $9::timestamptz[]) WITH ORDINALITY
      AS asked(subject_id, begins, ends, detail_begins, detail_ends, place),
      LATERAL (SELECT ${AS_BYTES} AS busy, ${untilAfter("$2")} FROM claim c
        WHERE ${LIVE_CLAIM_OF_ASKED} AND c.during && tstzrange(asked.begins, asked.ends)) AS claimed
    ORDER BY asked.place`,
};

interface BusyTimeRow {
  current: boolean;
  /** Null where nothing is busy. */
  busy: Buffer | null;
  until: Date | null;
  /** [kind, start, end, core start, core end] */
  detailed?: [BusyTime["kind"], number, number, number | null, number | null][] | null;
}

/** The time that others have claimed of hosts, in one statement with the check of the terms. One host costs least. Limits take one more. */
export async function loadBusyTime(ctx: DomainContext, query: BusyTimeQuery): Promise<BusyTimeAnswer> {
  const { terms, hosts } = query;
  const isOne = hosts.length === 1 && terms.length === 1;
  const [rows, full] = await Promise.all([
    isOne ? readOne(ctx, query, hosts[0]!) : readAll(ctx, query),
    loadFullTime(
      ctx,
      hosts.map(({ limited }) => limited),
      query,
    ),
  ]);
  return {
    current: rows[0]!.current,
    hosts: rows.map((row, index) => toHostBusyTime(row, full[index])),
  };
}

/** The bytes are read when they are first asked for: of many hosts most have nothing to add to an answer. */
function toHostBusyTime({ busy, detailed, until }: BusyTimeRow, full: Intervals | undefined): HostBusyTime {
  let bytes = busy;
  let read: Intervals | undefined;
  return {
    get busy() {
      read ??= readBusyTime(bytes);
      bytes = null;
      return read;
    },
    until: until?.getTime() ?? Infinity,
    detailed: (detailed ?? []).map(([kind, start, end, coreStart, coreEnd]) => ({
      kind,
      start,
      end,
      coreStart: coreStart ?? undefined,
      coreEnd: coreEnd ?? undefined,
    })),
    full,
  };
}

function readOne(ctx: DomainContext, { terms, bookingId = null, holdId = null }: BusyTimeQuery, host: BusyTimeOf) {
  const { subjectId, inDetail, from, to } = host;
  const values = [terms[0], subjectId, ctx.clock.now(), bookingId, holdId, new Date(from), new Date(to)];
  return inDetail
    ? ctx.db.query<BusyTimeRow>(BUSY_TIME_IN_DETAIL, [...values, new Date(inDetail.from), new Date(inDetail.to)])
    : ctx.db.query<BusyTimeRow>(BUSY_TIME, values);
}

function readAll(ctx: DomainContext, { terms, hosts, bookingId = null, holdId = null }: BusyTimeQuery) {
  return ctx.db.query<BusyTimeRow>(BUSY_TIMES, [
    terms.map((each) => JSON.stringify(each)),
    ctx.clock.now(),
    bookingId,
    holdId,
    hosts.map(({ subjectId }) => subjectId),
    hosts.map(({ from }) => new Date(from)),
    hosts.map(({ to }) => new Date(to)),
    hosts.map(({ inDetail }) => inDetail && new Date(inDetail.from)),
    hosts.map(({ inDetail }) => inDetail && new Date(inDetail.to)),
  ]);
}

const BYTES_OF_INSTANT = 8;
const PG_EPOCH_MS = Date.UTC(2000, 0, 1);

/** Claims of one subject never overlap: starts and ends, sorted as figures, are pairs again. Mostly they come sorted. */
function readBusyTime(bytes: Buffer | null): Intervals {
  const instants: number[] = [];
  for (let at = 0; at < (bytes?.length ?? 0); at += BYTES_OF_INSTANT) instants.push(readInstant(bytes!, at));
  return toIntervals(isAscending(instants) ? instants : Array.from(Float64Array.from(instants).sort()));
}

/** Microseconds since 2000, as epoch ms. In two halves, since a number made by way of BigInt takes ten times as long. */
function readInstant(bytes: Buffer, at: number): number {
  return PG_EPOCH_MS + (bytes.readInt32BE(at) * 2 ** 32 + bytes.readUInt32BE(at + 4)) / 1000;
}
