import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { diffSchema } from "../support/schema-engine.ts";
import { createTestDatabase, type TestDatabase } from "../support/test-database.ts";

const FUNCTIONS_FOLDER = fileURLToPath(new URL("../../prisma/functions/", import.meta.url));

/** What the migrations make and prisma/schema cannot say. A new one is added here by name. */
const BEYOND_PRISMA = [
  "check attendee_role on attendee",
  "check audit_entry_outcome on audit_entry",
  "check api_key_kind on api_key",
  "check booking_of_series on booking",
  "check early_delivery_report_status on early_delivery_report",
  "check notification_channel on notification",
  "check notification_recipient_type on notification",
  "check notification_says_why on notification",
  "check notification_status on notification",
  "check booking_status on booking",
  "check booking_takes_time on booking",
  "check contact_suppression_channel on contact_suppression",
  "check contact_suppression_reason on contact_suppression",
  "check received_event_is_of_somebody on received_event",
  "check received_event_status on received_event",
  "check receiver_connection_status on receiver_connection",
  "index received_event_nonce on received_event",
  "index received_event_order on received_event",
  "check claim_is_half_open on claim",
  "check claim_is_of_one_thing on claim",
  "check device_session_end_has_reason on device_session",
  "check device_session_end_reason on device_session",
  "check event_type_assignment on event_type",
  "check event_type_resource_is_of_one_thing on event_type_resource",
  "check event_type_seats on event_type",
  "check event_type_visibility on event_type",
  "check block_reason on block",
  "check block_takes_time on block",
  "check group_session_places on group_session",
  "check hold_outcome on hold",
  "check invitation_ends_once on invitation",
  "check invitation_role on invitation",
  "check member_deleted_has_no_user on member",
  "check member_role on member",
  "check passkey_challenge_is_of_somebody on passkey_challenge",
  "check passkey_challenge_purpose on passkey_challenge",
  "check push_device_kind on push_device",
  "check one_time_token_purpose on one_time_token",
  "check outgoing_mail_kind on outgoing_mail",
  "check series_mode on series",
  "check series_zone on series",
  "check user_week_start on user",
  "check webhook_attempt_outcome on webhook_attempt",
  "check webhook_delivery_cause on webhook_delivery",
  "check webhook_delivery_failed_reason on webhook_delivery",
  "check webhook_delivery_status on webhook_delivery",
  "check webhook_endpoint_previous_secret on webhook_endpoint",
  "check webhook_endpoint_status on webhook_endpoint",
  "index webhook_delivery_of_event on webhook_delivery",
  "index webhook_delivery_pending on webhook_delivery",
  "index webhook_delivery_unsent on webhook_delivery",
  "check waiting_list_entry_ends_once on waiting_list_entry",
  "check waiting_list_entry_is_for_time_or_day on waiting_list_entry",
  "check waiting_list_entry_offer_is_whole on waiting_list_entry",
  "check waiting_list_entry_status on waiting_list_entry",
  "check organisation_mode on organisation",
  "deferred claim_booking_id_fkey on claim",
  "exclusion claim_no_overlap on claim",
  "extension btree_gin",
  "extension btree_gist",
  "extension pg_trgm",
  "index api_key_secret_one_stays on api_key_secret",
  "index audit_entry_refused on audit_entry",
  "index booking_pending_expiry on booking",
  "index booking_search on booking",
  "index booking_session on booking",
  "index booking_series on booking",
  "index claim_expiry on claim",
  "index claim_block on claim",
  "index claim_hold on claim",
  "index claim_session on claim",
  "index event_type_active_slug on event_type",
  "index hold_places on hold",
  "index invitation_open_email on invitation",
  "index job_dead on job",
  "index job_due on job",
  "index job_due_of_kind on job",
  "index job_live_key on job",
  "index member_active_email on member",
  "index notification_gathering on notification",
  "index notification_message on notification",
  "index notification_of_event on notification",
  "index notification_pushed on notification",
  "index notification_of_start on notification",
  "index notification_told_with on notification",
  "index outbox_event_waiting on outbox_event",
  "index waiting_list_entry_hold on waiting_list_entry",
  "index waiting_list_entry_in_order on waiting_list_entry",
  "index waiting_list_entry_live on waiting_list_entry",
  "trigger audit_entry_append_only on audit_entry",
  "trigger audit_entry_no_truncate on audit_entry",
  "view group_session_host",
  "view group_session_resource",
  "view hold_host",
  "view hold_resource",
  "trigger block_changes_busy_time on block",
  "trigger claim_changes_busy_time on claim",
  "trigger event_type_changes_terms on event_type",
  "trigger member_changes_terms on member",
  "trigger resource_changes_terms on resource",
  "trigger schedule_changes_terms on schedule",
].sort();

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await database.drop();
});

async function listOf(from: pg.Pool | pg.PoolClient, sql: string): Promise<string[]> {
  return (await from.query<{ item: string }>(sql)).rows.map(({ item }) => item);
}

describe("prisma/schema and the migrated database", () => {
  test("agree in all that Prisma can say, both ways", async () => {
    expect(await diffSchema(database.connectionString)).toEqual({ toSchema: "", toDatabase: "" });
  });

  test.each([
    ["a column", `ALTER TABLE booking ADD COLUMN extra text`, /ALTER TABLE "booking" DROP COLUMN "extra"/],
    ["an index", `CREATE INDEX extra ON booking (title)`, /DROP INDEX "extra"/],
    [
      "a type",
      `ALTER TABLE booking ALTER COLUMN sequence TYPE bigint`,
      /ALTER COLUMN "sequence" SET DATA TYPE INTEGER/,
    ],
    [
      "a foreign key",
      `ALTER TABLE attendee DROP CONSTRAINT attendee_booking_id_fkey`,
      /ADD CONSTRAINT "attendee_booking_id_fkey"/,
    ],
    ["a NOT NULL", `ALTER TABLE booking ALTER COLUMN title DROP NOT NULL`, /ALTER COLUMN "title" SET NOT NULL/],
  ])("%s that is in one only is found", async (_, change, finding) => {
    const changed = await createTestDatabase();
    try {
      await changed.pool.query(change);
      expect((await diffSchema(changed.connectionString)).toSchema).toMatch(finding);
    } finally {
      await changed.drop();
    }
  });
});

describe("the migrated database", () => {
  test("has nothing that Prisma cannot say but what is listed here", async () => {
    const found = await listOf(
      database.pool,
      `SELECT CASE contype WHEN 'c' THEN 'check' WHEN 'x' THEN 'exclusion' ELSE 'deferred' END || ' ' || conname || ' on ' || relname AS item
         FROM pg_constraint JOIN pg_class t ON t.oid = conrelid
        WHERE t.relnamespace = 'public'::regnamespace AND (contype IN ('c', 'x') OR condeferrable)
       UNION ALL
       SELECT 'index ' || i.relname || ' on ' || t.relname
         FROM pg_index JOIN pg_class i ON i.oid = indexrelid JOIN pg_class t ON t.oid = indrelid
        WHERE t.relnamespace = 'public'::regnamespace AND (indpred IS NOT NULL OR indexprs IS NOT NULL)
       UNION ALL
       SELECT 'trigger ' || tgname || ' on ' || relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE NOT tgisinternal
       UNION ALL
       SELECT 'view ' || relname FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace
       UNION ALL
       SELECT 'extension ' || extname FROM pg_extension WHERE extname <> 'plpgsql'`,
    );
    expect(found.sort()).toEqual(BEYOND_PRISMA);
  });

  test("compares every identifier byte by byte", async () => {
    const elsewise = await listOf(
      database.pool,
      `SELECT table_name || '.' || column_name AS item FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' AND data_type = 'text'
          AND (column_name = 'id' OR column_name LIKE '%\\_id') AND collation_name IS DISTINCT FROM 'C'`,
    );
    expect(elsewise).toEqual([]);
  });

  test("has the functions of prisma/functions, word for word", async () => {
    const files = readdirSync(FUNCTIONS_FOLDER);
    const definitions = `SELECT pg_get_functiondef(p.oid) AS item FROM pg_proc p
      WHERE pronamespace = 'public'::regnamespace AND prorettype <> 'trigger'::regtype
        AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e') ORDER BY proname`;
    const client = await database.pool.connect();
    try {
      await client.query("BEGIN");
      const migrated = await listOf(client, definitions);
      await client.query("SET LOCAL check_function_bodies = off");
      for (const file of files) await client.query(readFileSync(FUNCTIONS_FOLDER + file, "utf8"));
      expect(migrated).toEqual(await listOf(client, definitions));
      expect(migrated).toHaveLength(files.length);
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
  });
});
