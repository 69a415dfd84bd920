import type pg from "pg";
import { newId } from "../../src/domain/shared/ids.ts";

export const BOOKINGS = 50_000;
/** The bench's own is one of them. */
const ORGANISATIONS = 5;
const MEMBERS_EACH = 25;
const EVENT_TYPES_EACH = 8;
const ROWS_A_STATEMENT = 5_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Three quarters of them past. */
const YEAR = { from: Date.UTC(2026, 0, 5), now: Date.UTC(2026, 9, 5), days: 364 };
/**
 * What is asked for in turn, so that no two requests in a row are alike. The last one is past and future, so that it has
 * every state; in all of them every day has bookings, since we answer empty days and the others do not.
 */
export const MONTHS = [2, 3, 4, 5, 6, 7, 8, 9].map((month) => ({
  from: new Date(Date.UTC(2026, month, 1)).toISOString(),
  to: new Date(Date.UTC(2026, month + 1, 1)).toISOString(),
}));

type Row = Record<string, unknown>;

const FIRST = "Amara Bjarne Chidi Dolores Emeka Fatima Giulia Hiroshi Ingrid Jamal Katarzyna Léo Maryam Nikolai".split(
  " ",
);
const LAST = "Okonkwo Lindqvist Papadopoulos Nakamura Fernández Abdullah O'Connor Schröder Novák Dubois Rossi".split(
  " ",
);
const ZONES = ["Europe/Berlin", "Africa/Lagos", "America/New_York", "Asia/Tokyo", "Europe/Lisbon"];
const TITLES = ["First consultation", "Follow-up", "Physiotherapy", "Blood test", "Vaccination", "Dental cleaning"];
const NOTE = "Prefers the ground floor; brings the reports of the last visit and would like to talk them over.";

/** Fills the database with bookings of a year, the same number in each organisation, and people who host and attend them. */
export async function fill(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ id: string }>("SELECT id FROM organisation");
  const others = Array.from({ length: ORGANISATIONS - rows.length }, () => newId("organisation"));
  const base = { name: "Clinic", mode: "live", ...stamps(YEAR.from) };
  await insert(
    pool,
    "organisation",
    others.map((id) => ({ id, ...base })),
  );
  for (const organisationId of [...rows.map(({ id }) => id), ...others]) await fillOrganisation(pool, organisationId);
  await pool.query("VACUUM ANALYZE");
}

async function fillOrganisation(pool: pg.Pool, organisationId: string): Promise<void> {
  const members = times(MEMBERS_EACH, (n) => toMember(organisationId, n));
  const eventTypes = times(EVENT_TYPES_EACH, (n) => toEventType(organisationId, n));
  const bookings = times(BOOKINGS / ORGANISATIONS, (n) => toBooking(n, eventTypes[n % EVENT_TYPES_EACH]!));
  await insert(pool, "member", members);
  await insert(pool, "event_type", eventTypes);
  await insert(
    pool,
    "event_type_host",
    eventTypes.flatMap(({ id }) => members.map((member, position) => toEventTypeHost(id, member.id, position))),
  );
  await insert(pool, "booking", bookings);
  await insert(
    pool,
    "booking_host",
    bookings.flatMap((booking, n) => toHosts(booking, n, members)),
  );
  await insert(
    pool,
    "attendee",
    bookings.flatMap(({ id }, n) => times(n % 4 === 3 ? 2 : 1, (position) => toAttendee(id, n + position, position))),
  );
}

function toMember(organisationId: string, n: number) {
  return {
    id: newId("member"),
    organisation_id: organisationId,
    ...toPerson(n),
    role: "member",
    time_zone: ZONES[n % ZONES.length],
    locale: "en",
    version: 1,
    ...stamps(YEAR.from + n),
  };
}

function toEventType(organisationId: string, n: number) {
  const title = TITLES[n % TITLES.length]!;
  return {
    id: newId("eventType"),
    organisation_id: organisationId,
    title,
    slug: `${title.toLowerCase().replace(" ", "-")}-${n}`,
    description: "Please come ten minutes early and bring your insurance card.",
    assignment: "solo",
    time_zone: "Europe/Berlin",
    durations_minutes: [20 + 5 * (n % 3)],
    slot_interval_minutes: 15,
    slot_offset_minutes: 0,
    buffer_before_minutes: 0,
    buffer_after_minutes: 5,
    minimum_notice_minutes: 60,
    requires_confirmation: false,
    visibility: "public",
    locations: [],
    questions: [],
    // One is free, and there are two currencies.
    price_amount_minor: n === 0 ? null : 2_500 + 750 * n,
    price_currency: n === 0 ? null : n % 3 === 0 ? "GBP" : "EUR",
    cancellation_cutoff_minutes: 1_440,
    reschedule_cutoff_minutes: 1_440,
    version: 1,
    ...stamps(YEAR.from + n),
  };
}

function toEventTypeHost(eventTypeId: string, memberId: string, position: number): Row {
  return { event_type_id: eventTypeId, member_id: memberId, position, fixed: false, weight: 1, priority: 1 };
}

/** Evenly over the year, to five minutes. */
function toBooking(n: number, eventType: ReturnType<typeof toEventType>) {
  const share = n / (BOOKINGS / ORGANISATIONS);
  const startsAt = YEAR.from + Math.floor((share * YEAR.days * DAY_MS) / (5 * MINUTE_MS)) * 5 * MINUTE_MS;
  const status = statusOf(n, startsAt);
  const isCancelled = status === "cancelled";
  return {
    id: newId("booking"),
    organisation_id: eventType.organisation_id,
    event_type_id: eventType.id,
    status,
    pending_reasons: status === "pending" ? ["confirmation"] : [],
    expires_at: status === "pending" ? at(startsAt) : null,
    starts_at: at(startsAt),
    ends_at: at(startsAt + eventType.durations_minutes[0]! * MINUTE_MS),
    time_zone: ZONES[n % ZONES.length],
    client_created_at: at(startsAt - 14 * DAY_MS),
    answers: {},
    notes: n % 5 === 0 ? NOTE : null,
    metadata: { campaign: "spring" },
    title: eventType.title,
    buffer_before_minutes: eventType.buffer_before_minutes,
    buffer_after_minutes: eventType.buffer_after_minutes,
    price_amount_minor: eventType.price_amount_minor,
    price_currency: eventType.price_currency,
    cancellation_cutoff_minutes: eventType.cancellation_cutoff_minutes,
    reschedule_cutoff_minutes: eventType.reschedule_cutoff_minutes,
    cancelled_at: isCancelled ? at(startsAt - DAY_MS) : null,
    cancelled_by: isCancelled ? "attendee" : null,
    sequence: isCancelled ? 1 : 0,
    version: 1,
    ...stamps(startsAt - 14 * DAY_MS),
  };
}

function statusOf(n: number, startsAt: number): string {
  if (n % 10 === 0) return "cancelled";
  if (startsAt >= YEAR.now) return n % 20 === 1 ? "pending" : "confirmed";
  return n % 20 === 1 ? "declined" : n % 20 === 3 ? "no_show" : "completed";
}

/** One host, for every fourth booking two. */
function toHosts({ id, starts_at }: Row, n: number, members: { id: string }[]): Row[] {
  return (n % 4 === 0 ? [n, n + 12] : [n]).map((host, position) => ({
    booking_id: id,
    member_id: members[host % MEMBERS_EACH]!.id,
    position,
    starts_at,
  }));
}

function toAttendee(bookingId: string, n: number, position: number): Row {
  return {
    id: newId("attendee"),
    booking_id: bookingId,
    position,
    role: position === 0 ? "booker" : "guest",
    ...toPerson(n),
    phone: position === 0 ? `+4930${1_000_000 + n}` : null,
    locale: "en",
    time_zone: ZONES[n % ZONES.length],
  };
}

function toPerson(n: number) {
  const [first, last] = [FIRST[n % FIRST.length]!, LAST[n % LAST.length]!];
  return { name: `${first} ${last}`, email: `${first}.${n}@example.com`.toLowerCase() };
}

function stamps(ms: number) {
  return { created_at: at(ms), updated_at: at(ms) };
}

function at(ms: number): string {
  return new Date(ms).toISOString();
}

function times<T>(count: number, make: (n: number) => T): T[] {
  return Array.from({ length: count }, (_, n) => make(n));
}

async function insert(pool: pg.Pool, table: string, rows: Row[]): Promise<void> {
  const columns = Object.keys(rows[0]!).join(", ");
  for (let first = 0; first < rows.length; first += ROWS_A_STATEMENT) {
    await pool.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows.slice(first, first + ROWS_A_STATEMENT))],
    );
  }
}
