-- Round robin and collective event types.

ALTER TABLE "event_type" DROP CONSTRAINT "event_type_assignment";
ALTER TABLE "event_type" ADD CONSTRAINT "event_type_assignment" CHECK ("assignment" IN ('solo', 'round_robin', 'collective'));

-- Null: the event type's own.
ALTER TABLE "event_type_host" ADD COLUMN "buffer_before_minutes" INTEGER, ADD COLUMN "buffer_after_minutes" INTEGER;
-- Null: the booking's own.
ALTER TABLE "booking_host" ADD COLUMN "buffer_before_minutes" INTEGER, ADD COLUMN "buffer_after_minutes" INTEGER;

-- CreateTable
CREATE TABLE "host_use" (
    "event_type_id" TEXT COLLATE "C" NOT NULL,
    "member_id" TEXT COLLATE "C" NOT NULL,
    "used" DOUBLE PRECISION NOT NULL,
    "last_booked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "host_use_pkey" PRIMARY KEY ("event_type_id","member_id")
);

-- What time is wanted is told as data now: all of these, and of each of those pools one.
DROP FUNCTION create_booking(jsonb, jsonb, jsonb, jsonb, jsonb, jsonb, jsonb, jsonb);
DROP FUNCTION reschedule_booking(jsonb, jsonb, int, jsonb, jsonb, jsonb, jsonb, jsonb, jsonb);

-- Whether wanted time (see claim_time) is taken as it looks: something of `all` meets a claim, or every option of a pool
-- does. Nothing is locked; who comes at the same moment is told apart by the claim itself.
CREATE OR REPLACE FUNCTION is_taken(p_wanted jsonb) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM jsonb_to_recordset(p_wanted->'all') AS wanted (subject_id uuid, "from" timestamptz, "to" timestamptz)
    JOIN claim ON claim.subject_id = wanted.subject_id AND claim.during && tstzrange(wanted."from", wanted."to")
  ) OR EXISTS (
    SELECT FROM jsonb_array_elements(p_wanted->'pools') AS pool
    WHERE NOT EXISTS (
      SELECT FROM jsonb_to_recordset(pool) AS wanted (subject_id uuid, "from" timestamptz, "to" timestamptz)
      WHERE NOT EXISTS (
        SELECT FROM claim
        WHERE claim.subject_id = wanted.subject_id AND claim.during && tstzrange(wanted."from", wanted."to")
      )
    )
  );
END
$$;

-- The part of claim_time for more than one claim. Of each pool the first option is picked that looks free; what was picked
-- is locked, in the order of the hash, and inserted whole. When an option was lost to somebody meanwhile, all is undone,
-- its locks too, and the next one is picked: each is tried once at the most, and no more is ever locked than is taken.
-- Locking whole pools would fill the server's lock table: 500 hosts, 64 callers.
CREATE OR REPLACE FUNCTION claim_together(p_wanted jsonb, p_owner jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
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
        )
      ORDER BY place LIMIT 1;
      IF NOT FOUND THEN
        RETURN NULL;
      END IF;
      v_picked := v_picked || jsonb_build_array(v_option);
    END LOOP;

    BEGIN
      PERFORM lock_subjects(jsonb_path_query_array(v_picked, '$[*].subject_id'));
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

-- Takes wanted time for one owner, all of it or nothing: NULL when something was in the way. Otherwise what was taken, as
-- it was wanted: everything of `all` in its order, then one of each pool.
--
-- p_wanted: { all: [claim, ...], pools: [[claim, ...], ...] }. Everything of `all` is needed, and of each pool one, the
-- first that is free. A claim is { subject_id, from, to } with whatever its owner wants to know of it again.
-- p_owner: one of { booking_id, hold_id, session_id, block_id }, and expires_at where it ends by itself.
--
-- One claim, or one of a pool, waits for nobody while it holds something, so it takes no lock: ON CONFLICT DO NOTHING
-- waits for whoever is just taking the time, and then gives up or goes on to the next. Several are locked first, see
-- claim_together. Whoever deletes claims in the same transaction locks all of them before, old and new.
CREATE OR REPLACE FUNCTION claim_time(p_wanted jsonb, p_owner jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_needed int := jsonb_array_length(p_wanted->'all');
  v_pools int := jsonb_array_length(p_wanted->'pools');
  v_claim jsonb;
BEGIN
  IF v_needed + v_pools <> 1 THEN
    RETURN claim_together(p_wanted, p_owner);
  END IF;

  IF v_needed = 1 THEN
    v_claim := p_wanted->'all'->0;
    INSERT INTO claim (subject_id, during, booking_id, session_id, hold_id, block_id, expires_at)
    VALUES ((v_claim->>'subject_id')::uuid, tstzrange((v_claim->>'from')::timestamptz, (v_claim->>'to')::timestamptz),
      p_owner->>'booking_id', p_owner->>'session_id', p_owner->>'hold_id', p_owner->>'block_id',
      (p_owner->>'expires_at')::timestamptz)
    ON CONFLICT DO NOTHING;
    RETURN CASE WHEN FOUND THEN p_wanted->'all' END;
  END IF;

  FOR v_claim IN
    SELECT option FROM jsonb_array_elements(p_wanted->'pools'->0) WITH ORDINALITY AS pool (option, place)
    WHERE NOT EXISTS (
      SELECT FROM claim WHERE subject_id = (option->>'subject_id')::uuid
        AND during && tstzrange((option->>'from')::timestamptz, (option->>'to')::timestamptz)
    )
    ORDER BY place
  LOOP
    INSERT INTO claim (subject_id, during, booking_id, session_id, hold_id, block_id, expires_at)
    VALUES ((v_claim->>'subject_id')::uuid, tstzrange((v_claim->>'from')::timestamptz, (v_claim->>'to')::timestamptz),
      p_owner->>'booking_id', p_owner->>'session_id', p_owner->>'hold_id', p_owner->>'block_id',
      (p_owner->>'expires_at')::timestamptz)
    ON CONFLICT DO NOTHING;
    IF FOUND THEN
      RETURN jsonb_build_array(v_claim);
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;

-- Says who holds a booking: the members among what claim_time took for it, with the buffers that each of them has of his
-- own. A claim of a member is wanted with { member_id, position, buffer_before_minutes, buffer_after_minutes }.
CREATE OR REPLACE FUNCTION write_booking_hosts(p_booking jsonb, p_taken jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO booking_host (booking_id, member_id, position, starts_at, buffer_before_minutes, buffer_after_minutes)
  SELECT p_booking->>'id', taken.member_id, taken.position, (p_booking->>'starts_at')::timestamptz,
    taken.buffer_before_minutes, taken.buffer_after_minutes
  FROM jsonb_to_recordset(p_taken)
    AS taken (member_id text, position int, buffer_before_minutes int, buffer_after_minutes int)
  WHERE taken.member_id IS NOT NULL;
END
$$;

-- Raises the count of the host whom a round robin booked, from the level that the caller found for him where he stands
-- lower: { member_id, use_level, use_step }. The last thing that a command does: who holds a counter waits for nothing.
CREATE OR REPLACE FUNCTION count_host_use(p_booking jsonb, p_claim jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_level double precision := p_claim->>'use_level';
  v_step double precision := p_claim->>'use_step';
BEGIN
  INSERT INTO host_use (event_type_id, member_id, used, last_booked_at)
  VALUES (p_booking->>'event_type_id', p_claim->>'member_id', v_level + v_step, (p_booking->>'created_at')::timestamptz)
  ON CONFLICT (event_type_id, member_id) DO UPDATE SET
    used = GREATEST(host_use.used, v_level) + v_step,
    last_booked_at = GREATEST(host_use.last_booked_at, EXCLUDED.last_booked_at);
END
$$;

-- Puts those who were chosen from the pools of p_wanted in the place of their stand-ins: identifiers made for this one
-- call, one for each pool, which the text names wherever it does not know yet who it will be.
CREATE OR REPLACE FUNCTION name_chosen(p_text text, p_wanted jsonb, p_taken jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  v_needed int := jsonb_array_length(p_wanted->'all');
BEGIN
  FOR v_pool IN 0 .. jsonb_array_length(p_wanted->'stand_ins') - 1 LOOP
    p_text := replace(p_text, p_wanted->'stand_ins'->>v_pool, p_taken->(v_needed + v_pool)->>'member_id');
  END LOOP;
  RETURN p_text;
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
-- Who is chosen from a pool is known when his time is taken: until then the answer, the event and the audit line name his
-- stand-in. `chosen` tells the caller who it was, one for each pool.
CREATE OR REPLACE FUNCTION create_booking(
  p_once jsonb, p_terms jsonb, p_wanted jsonb, p_booking jsonb, p_attendees jsonb, p_event jsonb, p_audit jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_has_pools boolean := jsonb_array_length(p_wanted->'pools') > 0;
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
    CASE WHEN v_has_pools THEN jsonb_path_query_array(v_taken, '$[$first to last].member_id',
      jsonb_build_object('first', jsonb_array_length(p_wanted->'all'))) END);
END
$$;

-- Moves a booking to another time or other hosts: the old time is freed and the new time claimed together, or nothing
-- happens. p_subjects: all whose claims come or go. They are locked before anything is freed.
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

    PERFORM lock_subjects(p_subjects);
    DELETE FROM claim WHERE booking_id = v_id;
    v_taken := claim_time(p_wanted, jsonb_build_object('booking_id', v_id));
    IF v_taken IS NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'HF002';
    END IF;

    DELETE FROM booking_host WHERE booking_id = v_id;
    PERFORM write_booking_hosts(p_booking, v_taken);
    PERFORM record_command(p_event, p_audit);
    RETURN jsonb_build_object('outcome', 'done');
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
