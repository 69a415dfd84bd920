-- Rooms and equipment, required by event types and taken by bookings beside their hosts.

-- CreateTable
CREATE TABLE "resource" (
    "id" TEXT COLLATE "C" NOT NULL,
    "organisation_id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "description" TEXT,
    "time_zone" TEXT NOT NULL,
    "hours" JSONB,
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "resource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_type_resource" (
    "event_type_id" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "resource_id" TEXT COLLATE "C",
    "kind" TEXT,
    "count" INTEGER NOT NULL,

    CONSTRAINT "event_type_resource_pkey" PRIMARY KEY ("event_type_id","position")
);

-- CreateTable
CREATE TABLE "booking_resource" (
    "booking_id" TEXT COLLATE "C" NOT NULL,
    "resource_id" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT,

    CONSTRAINT "booking_resource_pkey" PRIMARY KEY ("booking_id","resource_id")
);

-- CreateIndex
CREATE INDEX "resource_organisation_id_created_at_id_idx" ON "resource"("organisation_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "resource_organisation_id_kind_idx" ON "resource"("organisation_id", "kind");

-- CreateIndex
CREATE INDEX "event_type_resource_resource_id_idx" ON "event_type_resource"("resource_id");

-- AddForeignKey
ALTER TABLE "event_type_resource" ADD CONSTRAINT "event_type_resource_event_type_id_fkey" FOREIGN KEY ("event_type_id") REFERENCES "event_type"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_type_resource" ADD CONSTRAINT "event_type_resource_resource_id_fkey" FOREIGN KEY ("resource_id") REFERENCES "resource"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_resource" ADD CONSTRAINT "booking_resource_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By name or by kind.
ALTER TABLE "event_type_resource" ADD CONSTRAINT "event_type_resource_is_of_one_thing" CHECK (num_nonnulls("resource_id", "kind") = 1 AND "count" > 0);

-- It frees what a moved booking has in the same step now.
DROP FUNCTION claim_together(jsonb, jsonb);

-- Whether an event type, its hosts and their schedules still stand in the versions that a decision was made with.
-- A deletion raises the version too. Of resources the decision was made with all that have these names or are of these
-- kinds: one more of a kind counts as a change.
CREATE OR REPLACE FUNCTION terms_are_current(p_terms jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
      SELECT FROM event_type
      WHERE id = p_terms->>'event_type_id' AND version = (p_terms->>'event_type_version')::int
    ) AND NOT EXISTS (
      SELECT FROM jsonb_each_text(p_terms->'members') AS known (id, version)
      WHERE NOT EXISTS (SELECT FROM member m WHERE m.id = known.id AND m.version = known.version::int)
    ) AND NOT EXISTS (
      SELECT FROM jsonb_each_text(p_terms->'schedules') AS known (id, version)
      WHERE NOT EXISTS (SELECT FROM schedule s WHERE s.id = known.id AND s.version = known.version::int)
    ) AND (NOT p_terms ? 'resources' OR p_terms->'resources'->'versions' = (
      SELECT coalesce(jsonb_object_agg(id, version), '{}') FROM resource
      WHERE organisation_id = p_terms->'resources'->>'organisation_id' AND deleted_at IS NULL
        AND (p_terms->'resources'->'ids' ? id OR p_terms->'resources'->'kinds' ? kind)
    ));
$$;

-- The part of claim_time for more than one claim. Of each pool the first option is picked that looks free; what was picked
-- is locked, in the order of the hash, and inserted whole. When an option was lost to somebody meanwhile, all is undone,
-- its locks too, and the next one is picked: each is tried once at the most, and no more is ever locked than is taken.
-- Locking whole pools would fill the server's lock table: 500 hosts, 64 callers.
--
-- p_freed: for a booking that moves, all whose time it has. It gives that up in the same step, and nothing where NULL comes
-- back. Its own claims do not stand in its way, and all subjects, old and new, are locked before any claim is deleted.
CREATE OR REPLACE FUNCTION claim_together(p_wanted jsonb, p_owner jsonb, p_freed jsonb DEFAULT '[]')
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_lost jsonb := '[]';
  v_missing jsonb;
  v_picked jsonb;
  v_pool jsonb;
  v_option jsonb;
BEGIN
  LOOP
    v_picked := p_wanted->'all';
    FOR v_pool IN SELECT value FROM jsonb_array_elements(p_wanted->'pools') WITH ORDINALITY ORDER BY ordinality LOOP
      SELECT option INTO v_option
      FROM jsonb_array_elements(v_pool) WITH ORDINALITY AS pool (option, place),
        tstzrange((option->>'from')::timestamptz, (option->>'to')::timestamptz) AS wanted
      WHERE NOT v_lost @> jsonb_build_array(option)
        AND NOT EXISTS (
          SELECT FROM jsonb_array_elements(v_picked) AS other
          WHERE other->>'subject_id' = option->>'subject_id'
            AND tstzrange((other->>'from')::timestamptz, (other->>'to')::timestamptz) && wanted
        )
        AND NOT EXISTS (
          SELECT FROM claim WHERE subject_id = (option->>'subject_id')::uuid AND during && wanted
            AND (p_freed = '[]' OR booking_id IS DISTINCT FROM p_owner->>'booking_id')
        )
      ORDER BY place LIMIT 1;
      IF NOT FOUND THEN
        RETURN NULL;
      END IF;
      v_picked := v_picked || jsonb_build_array(v_option);
    END LOOP;

    BEGIN
      PERFORM lock_subjects(p_freed || jsonb_path_query_array(v_picked, '$[*].subject_id'));
      IF p_freed <> '[]' THEN
        DELETE FROM claim WHERE booking_id = p_owner->>'booking_id';
      END IF;
      WITH picked AS (
        SELECT value, (value->>'subject_id')::uuid AS subject_id,
          tstzrange((value->>'from')::timestamptz, (value->>'to')::timestamptz) AS during
        FROM jsonb_array_elements(v_picked)
      ), inserted AS (
        INSERT INTO claim (subject_id, during, booking_id, session_id, hold_id, block_id, expires_at)
        SELECT subject_id, during, p_owner->>'booking_id', p_owner->>'session_id', p_owner->>'hold_id',
          p_owner->>'block_id', (p_owner->>'expires_at')::timestamptz
        FROM picked ORDER BY subject_id, lower(during)
        ON CONFLICT DO NOTHING
        RETURNING subject_id, during
      )
      SELECT coalesce(jsonb_agg(value), '[]') INTO v_missing
      FROM picked WHERE (subject_id, during) NOT IN (SELECT subject_id, during FROM inserted);
      IF v_missing = '[]' THEN
        RETURN v_picked;
      END IF;
      RAISE EXCEPTION USING ERRCODE = 'HF003';
    EXCEPTION
      WHEN SQLSTATE 'HF003' THEN NULL;
    END;

    IF EXISTS (SELECT FROM jsonb_array_elements(v_missing) AS missing WHERE p_wanted->'all' @> jsonb_build_array(missing)) THEN
      RETURN NULL;
    END IF;
    v_lost := v_lost || v_missing;
  END LOOP;
END
$$;

-- Puts those who were chosen from the pools of p_wanted in the place of their stand-ins: identifiers made for this one
-- call, one for each pool, which the text names wherever it does not know yet who it will be.
CREATE OR REPLACE FUNCTION name_chosen(p_text text, p_wanted jsonb, p_taken jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  v_needed int := jsonb_array_length(p_wanted->'all');
BEGIN
  FOR v_pool IN 0 .. jsonb_array_length(p_wanted->'stand_ins') - 1 LOOP
    p_text := replace(p_text, p_wanted->'stand_ins'->>v_pool,
      coalesce(p_taken->(v_needed + v_pool)->>'member_id', p_taken->(v_needed + v_pool)->>'resource_id'));
  END LOOP;
  RETURN p_text;
END
$$;

-- Says which resources a booking takes: those among what claim_time took for it. A claim of a resource is wanted with
-- { resource_id, position, kind }.
CREATE OR REPLACE FUNCTION write_booking_resources(p_booking jsonb, p_taken jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO booking_resource (booking_id, resource_id, position, kind)
  SELECT p_booking->>'id', taken.resource_id, taken.position, taken.kind
  FROM jsonb_to_recordset(p_taken) AS taken (resource_id text, position int, kind text)
  WHERE taken.resource_id IS NOT NULL;
END
$$;

-- Creates a booking with its claims, hosts, attendees, event, audit line and kept answer. All rules were decided by the
-- caller. Outcomes: done | replayed | mismatched | stale (the terms have changed since) | conflict (the time is taken).
--
-- The claims come before every row that a refusal would have to undo. ON CONFLICT DO NOTHING waits for whoever holds the
-- time and then gives up: a plain INSERT between parallel callers deadlocks (126 times in the prototype's 64-client run).
--
-- Of those who want one time all but the first find it taken at once: they end before they write anything, in 0.3 ms of
-- the server's time in place of 0.7. Only the claim's own constraint decides between those who come together.
--
-- Who or what is chosen from a pool is known when the time is taken: until then the answer, the event and the audit line
-- name a stand-in. `chosen` tells the caller who it was, one for each pool.
CREATE OR REPLACE FUNCTION create_booking(
  p_once jsonb, p_terms jsonb, p_wanted jsonb, p_booking jsonb, p_attendees jsonb, p_event jsonb, p_audit jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_has_pools boolean := jsonb_array_length(p_wanted->'pools') > 0;
  v_takes_resources boolean := p_terms ? 'resources';
  v_kept jsonb;
  v_taken jsonb;
  v_counted jsonb;
BEGIN
  IF is_taken(p_wanted)
    AND NOT EXISTS (
      SELECT FROM idempotency_key
      WHERE credential_id = p_once->>'credential_id' AND operation = p_once->>'operation' AND key = p_once->>'key'
    )
  THEN
    RETURN jsonb_build_object('outcome', 'conflict');
  END IF;

  v_kept := keep_answer(p_once);
  IF v_kept IS NOT NULL THEN
    RETURN v_kept;
  END IF;

  IF NOT terms_are_current(p_terms) THEN
    PERFORM forget_answer(p_once);
    RETURN jsonb_build_object('outcome', 'stale');
  END IF;

  v_taken := claim_time(p_wanted, jsonb_build_object('booking_id', p_booking->>'id'));
  IF v_taken IS NULL THEN
    PERFORM forget_answer(p_once);
    RETURN jsonb_build_object('outcome', 'conflict');
  END IF;

  INSERT INTO booking SELECT * FROM jsonb_populate_record(NULL::booking, p_booking);
  PERFORM write_booking_hosts(p_booking, v_taken);
  IF v_takes_resources THEN
    PERFORM write_booking_resources(p_booking, v_taken);
  END IF;
  INSERT INTO attendee SELECT * FROM jsonb_populate_recordset(NULL::attendee, p_attendees);
  IF v_has_pools THEN
    UPDATE idempotency_key SET body = name_chosen(body, p_wanted, v_taken)
    WHERE credential_id = p_once->>'credential_id' AND operation = p_once->>'operation' AND key = p_once->>'key';
    p_event := name_chosen(p_event::text, p_wanted, v_taken);
    p_audit := name_chosen(p_audit::text, p_wanted, v_taken);
  END IF;
  PERFORM record_command(p_event, p_audit);

  v_counted := jsonb_path_query_first(v_taken, '$[*] ? (exists (@.use_step))');
  IF v_counted IS NOT NULL THEN
    PERFORM count_host_use(p_booking, v_counted);
  END IF;
  RETURN jsonb_build_object('outcome', 'done', 'chosen',
    CASE WHEN v_has_pools THEN name_chosen(p_wanted->>'stand_ins', p_wanted, v_taken)::jsonb END);
END
$$;

-- Moves a booking to another time or other hosts: the old time is freed and the new time claimed together, or nothing
-- happens. p_subjects: all whose time it has. Of a kind of resource it takes any that is free then; `chosen` is as in
-- create_booking.
-- Outcomes: done | replayed | mismatched | stale (booking or terms changed) | conflict (the new time is taken).
CREATE OR REPLACE FUNCTION reschedule_booking(
  p_once jsonb, p_terms jsonb, p_version int, p_subjects jsonb, p_wanted jsonb, p_booking jsonb, p_event jsonb,
  p_audit jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_id text COLLATE "C" := p_booking->>'id';
  v_kept jsonb := keep_answer(p_once);
  v_taken jsonb;
BEGIN
  IF v_kept IS NOT NULL THEN
    RETURN v_kept;
  END IF;

  BEGIN -- undone whole by the exception below
    IF NOT write_booking(p_booking, p_version) OR NOT terms_are_current(p_terms) THEN
      RAISE EXCEPTION USING ERRCODE = 'HF001';
    END IF;

    v_taken := claim_together(p_wanted, jsonb_build_object('booking_id', v_id), p_subjects);
    IF v_taken IS NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'HF002';
    END IF;

    DELETE FROM booking_host WHERE booking_id = v_id;
    PERFORM write_booking_hosts(p_booking, v_taken);
    IF p_terms ? 'resources' THEN
      DELETE FROM booking_resource WHERE booking_id = v_id;
      PERFORM write_booking_resources(p_booking, v_taken);
    END IF;
    IF jsonb_array_length(p_wanted->'pools') > 0 THEN
      UPDATE idempotency_key SET body = name_chosen(body, p_wanted, v_taken)
      WHERE credential_id = p_once->>'credential_id' AND operation = p_once->>'operation' AND key = p_once->>'key';
      p_event := name_chosen(p_event::text, p_wanted, v_taken);
      p_audit := name_chosen(p_audit::text, p_wanted, v_taken);
    END IF;
    PERFORM record_command(p_event, p_audit);
    RETURN jsonb_build_object('outcome', 'done', 'chosen', name_chosen(p_wanted->>'stand_ins', p_wanted, v_taken)::jsonb);
  EXCEPTION
    WHEN SQLSTATE 'HF001' THEN
      PERFORM forget_answer(p_once);
      RETURN jsonb_build_object('outcome', 'stale');
    WHEN SQLSTATE 'HF002' THEN
      PERFORM forget_answer(p_once);
      RETURN jsonb_build_object('outcome', 'conflict');
  END;
END
$$;
