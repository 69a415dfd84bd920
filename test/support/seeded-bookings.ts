import pg from "pg";
import { newId, uuidOf, type IdNoun } from "../../src/domain/shared/ids.ts";
import { NOW } from "./domain-context.ts";
import { createFilledDatabase, type TestDatabase } from "./test-database.ts";

/** Who and what a seeded database holds; the first of its organisations is the one to ask from. */
export interface SeededBookings {
  organisationId: string;
  ownerId: string;
  /** A host with an event type of his own and thousands of bookings. */
  hostId: string;
  eventTypeId: string;
  /** One that can be changed, and one that can be confirmed; both of that host. */
  confirmedIds: string[];
  pendingIds: string[];
}

export const SEEDED_BOOKINGS = 200_000;
const ORGANISATIONS = 4;
/** Members, each with a schedule and an event type of his own. Some have all the bookings, the others are new. */
const MEMBERS = 2_000;
const BUSY_MEMBERS = 100;

/** A database with bookings of an hour each, one after the other for each busy member, round NOW. */
export async function createSeededDatabase(): Promise<{ database: TestDatabase; seeded: SeededBookings }> {
  const database = await createFilledDatabase("seeded", seed);
  return { database, seeded: await readSeeded(database.pool) };
}

/** With what the commands that made the bookings left behind. Set by set, in some twenty seconds. */
async function seed(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await fillWithBookings(client, {
      bookings: SEEDED_BOOKINGS,
      organisations: ORGANISATIONS,
      members: MEMBERS,
      busyMembers: BUSY_MEMBERS,
      now: NOW,
    });
    for (const statement of LEFT_BEHIND) await client.query(statement);
    // As autovacuum leaves a database that has run for a while: what an index holds can be counted off it.
    await client.query("VACUUM ANALYZE");
  } finally {
    await client.end();
  }
}

interface Filling {
  bookings: number;
  organisations: number;
  members: number;
  /** So many of the members share the bookings. */
  busyMembers: number;
  /** Round which the bookings are, two thirds of them before it. */
  now: string;
}

/** People with their event types and bookings, and what the bookings claim; nothing else that commands leave behind. */
export async function fillWithBookings(client: pg.Client, filling: Filling): Promise<void> {
  const { bookings, organisations, members, busyMembers, now } = filling;
  await client.query("SET session_replication_role = replica"); // the rows are right: foreign keys need no checks
  await client.query(PEOPLE, [members, organisations, ...peopleIds(organisations, members)]);
  for (const statement of FROM_PEOPLE) await client.query(statement, [now]);
  await client.query(BOOKINGS, [bookings, busyMembers, now]);
  for (const statement of FROM_BOOKINGS) await client.query(statement);
}

function peopleIds(organisations: number, members: number): string[][] {
  const ids = (noun: IdNoun, count: number) => Array.from({ length: count }, () => newId(noun));
  const memberIds = ids("member", members);
  return [
    ids("organisation", organisations),
    memberIds,
    memberIds.map(uuidOf),
    ids("eventType", members),
    ids("schedule", members),
  ];
}

const PEOPLE = `CREATE TABLE person AS
  SELECT n, ($3::text[])[1 + n % $2::int] AS organisation_id, ($4::text[])[1 + n] AS member_id,
    ($5::uuid[])[1 + n] AS subject_id, ($6::text[])[1 + n] AS event_type_id, ($7::text[])[1 + n] AS schedule_id
  FROM generate_series(0, $1::int - 1) AS n`;

const FROM_PEOPLE = [
  `INSERT INTO organisation (id, name, mode, created_at, updated_at)
    SELECT DISTINCT organisation_id, 'Clinic', 'live', $1::timestamptz, $1::timestamptz FROM person`,
  `INSERT INTO member (id, organisation_id, name, email, role, time_zone, locale, default_schedule_id, version, created_at, updated_at)
    SELECT member_id, organisation_id, 'Ada', n || '@example.com', CASE WHEN n < ${ORGANISATIONS} THEN 'owner' ELSE 'member' END,
      'UTC', 'en', schedule_id, 1, $1::timestamptz + n * interval '1 ms', $1::timestamptz FROM person`,
  `INSERT INTO schedule (id, organisation_id, member_id, name, time_zone, weekly, overrides, version, created_at, updated_at)
    SELECT schedule_id, organisation_id, member_id, 'Hours', 'UTC',
      '[{"days": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], "start": "00:00", "end": "24:00"}]',
      '[]', 1, $1::timestamptz + n * interval '1 ms', $1::timestamptz FROM person`,
  `INSERT INTO event_type (id, organisation_id, title, slug, assignment, time_zone, durations_minutes, slot_interval_minutes,
      slot_offset_minutes, buffer_before_minutes, buffer_after_minutes, minimum_notice_minutes, requires_confirmation, visibility,
      locations, questions, cancellation_cutoff_minutes, reschedule_cutoff_minutes, version, created_at, updated_at)
    SELECT event_type_id, organisation_id, 'Visit', 'visit-' || n, 'solo', 'UTC', '{60}', 60, 0, 0, 0, 0, false, 'public',
      '[]', '[]', 0, 0, 1, $1::timestamptz + n * interval '1 ms', $1::timestamptz FROM person`,
  `INSERT INTO event_type_host (event_type_id, member_id, position, fixed, weight, priority)
    SELECT event_type_id, member_id, 0, false, 1, 1 FROM person WHERE $1::text IS NOT NULL`,
];

/** Two thirds of them past. One hour in twenty each was declined, cancelled, or never attended, or still is pending. */
const BOOKINGS = `INSERT INTO booking (id, organisation_id, event_type_id, status, pending_reasons, expires_at, starts_at, ends_at,
    time_zone, client_created_at, answers, metadata, title, buffer_before_minutes, buffer_after_minutes, price_amount_minor, price_currency,
    cancellation_cutoff_minutes, reschedule_cutoff_minutes, location, cancelled_at, cancelled_by, sequence, version, created_at, updated_at)
  SELECT 'bkg_' || lpad(number::text, 26, '0'), organisation_id, event_type_id, status,
    CASE WHEN status = 'pending' THEN ARRAY['confirmation'] ELSE '{}' END, CASE WHEN status = 'pending' THEN starts_at END,
    starts_at, starts_at + interval '1 hour', 'UTC', made_at, '{}', '{}', 'Visit', 0, 0, 4500, CASE hour % 3 WHEN 0 THEN 'USD' ELSE 'EUR' END,
    0, 0, CASE hour % 4 WHEN 0 THEN NULL ELSE jsonb_build_object('type', 'address', 'value', 'Room ' || number % 7) END,
    CASE WHEN status = 'cancelled' THEN made_at END, CASE WHEN status = 'cancelled' THEN 'staff' END, 0, 1, made_at, made_at
  FROM (
    SELECT *, starts_at - interval '30 days' AS made_at,
      CASE WHEN hour % 20 = 0 THEN 'cancelled'
        WHEN starts_at >= $3::timestamptz THEN CASE hour % 20 WHEN 1 THEN 'pending' ELSE 'confirmed' END
        ELSE CASE hour % 20 WHEN 1 THEN 'declined' WHEN 2 THEN 'no_show' ELSE 'completed' END END AS status
    FROM (
      SELECT number, organisation_id, event_type_id, number / $2::int AS hour,
        $3::timestamptz + (number / $2::int - $1::int / $2::int * 2 / 3) * interval '1 hour' AS starts_at
      FROM generate_series(0, $1::int - 1) AS number JOIN person ON n = number % $2::int
    ) AS timed
  ) AS decided`;

const FROM_BOOKINGS = [
  `INSERT INTO booking_host (booking_id, member_id, position, starts_at)
    SELECT b.id, member_id, 0, starts_at FROM booking b JOIN person USING (event_type_id)`,
  // Indexed at once at the end: 2 s in place of 10.
  `DO $$
    DECLARE v_rule text := (SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'claim_no_overlap');
    BEGIN
      ALTER TABLE claim DROP CONSTRAINT claim_no_overlap;
      INSERT INTO claim (subject_id, during, booking_id)
      SELECT subject_id, tstzrange(starts_at, ends_at), b.id FROM booking b JOIN person USING (event_type_id)
      WHERE status NOT IN ('cancelled', 'declined');
      EXECUTE 'ALTER TABLE claim ADD CONSTRAINT claim_no_overlap ' || v_rule;
    END $$`,
];

const LEFT_BEHIND = [
  `INSERT INTO attendee (id, booking_id, position, role, name, email)
    SELECT 'att_' || substr(id, 5), id, 0, 'booker', 'Grace ' || md5(id), 'grace' || right(id, 6) || '@example.com' FROM booking`,
  // Indexed at once at the end, as above.
  `DO $$
    DECLARE v_index text := (SELECT indexdef FROM pg_indexes WHERE indexname = 'booking_search');
    BEGIN
      DROP INDEX booking_search;
      UPDATE booking SET search_text = lower(concat_ws(E'\\n', name, email, '', title))
      FROM attendee WHERE booking_id = booking.id;
      EXECUTE v_index;
    END $$`,
  `INSERT INTO outbox_event (id, organisation_id, type, subject_id, payload, request_id, occurred_at)
    SELECT 'evn_' || substr(id, 5), organisation_id, 'booking.created', id, '{}', 'seed', created_at FROM booking`,
  `INSERT INTO audit_entry (id, organisation_id, actor_kind, actor_id, action, object_id, request_id, at)
    SELECT 'aud_' || substr(id, 5), organisation_id, 'system', 'system', 'booking.created', id, 'seed', created_at FROM booking`,
  `INSERT INTO audit_origin (audit_entry_id) SELECT id FROM audit_entry`,
  `INSERT INTO idempotency_key (credential_id, operation, key, request_hash, status, headers, body, created_at)
    SELECT organisation_id, 'createBooking', id, '', 201, '{}', '', created_at FROM booking`,
];

async function readSeeded(pool: pg.Pool): Promise<SeededBookings> {
  const { rows } = await pool.query<SeededBookings>(`
    SELECT owner.organisation_id AS "organisationId", owner.member_id AS "ownerId", host.member_id AS "hostId",
      host.event_type_id AS "eventTypeId",
      ARRAY(SELECT id FROM booking WHERE event_type_id = host.event_type_id AND status = 'confirmed' ORDER BY starts_at) AS "confirmedIds",
      ARRAY(SELECT id FROM booking WHERE event_type_id = host.event_type_id AND status = 'pending' ORDER BY starts_at) AS "pendingIds"
    FROM person owner JOIN person host USING (organisation_id) WHERE owner.n = 0 AND host.n = ${ORGANISATIONS}`);
  return rows[0]!;
}
