-- Group events: bookings that share a time, each with places of its own.

ALTER TABLE "event_type" ADD COLUMN "seats" INTEGER;
ALTER TABLE "booking" ADD COLUMN "group_session_id" TEXT COLLATE "C", ADD COLUMN "places" INTEGER;

-- CreateTable
CREATE TABLE "group_session" (
    "id" TEXT COLLATE "C" NOT NULL,
    "organisation_id" TEXT COLLATE "C" NOT NULL,
    "event_type_id" TEXT COLLATE "C" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "capacity" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL,
    "claims" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "group_session_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "group_session_event_type_id_starts_at_idx" ON "group_session"("event_type_id", "starts_at");

-- Never more places than there are.
ALTER TABLE "group_session" ADD CONSTRAINT "group_session_places" CHECK ("taken" BETWEEN 0 AND "capacity");
ALTER TABLE "event_type" ADD CONSTRAINT "event_type_seats" CHECK ("seats" > 0);

-- The claims of one session, to be given back.
CREATE INDEX "claim_session" ON "claim" ("session_id") WHERE "session_id" IS NOT NULL;

-- The bookings of one session.
CREATE INDEX "booking_session" ON "booking" ("group_session_id") WHERE "group_session_id" IS NOT NULL;

-- What those who open group sessions of one event type and start lock.
CREATE OR REPLACE FUNCTION slot_of_session(p_session jsonb) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT concat_ws(' ', p_session->>'event_type_id', extract(epoch FROM (p_session->>'starts_at')::timestamptz));
$$;

-- Takes places of the oldest open group session of this event type, start and end that has as many left, or NULL.
-- p_session: { event_type_id, starts_at, ends_at, places, host_id }; host_id where a host was asked for.
--
-- Only the guarded update decides: it waits for whoever is just taking or giving back places, and then looks again.
CREATE OR REPLACE FUNCTION join_group_session(p_session jsonb) RETURNS group_session LANGUAGE plpgsql AS $$
DECLARE
  v_places int := p_session->>'places';
  v_id text COLLATE "C";
  v_joined group_session;
BEGIN
  FOR v_id IN
    SELECT id FROM group_session
    WHERE event_type_id = p_session->>'event_type_id' AND starts_at = (p_session->>'starts_at')::timestamptz
      AND ends_at = (p_session->>'ends_at')::timestamptz AND taken > 0 AND taken + v_places <= capacity
      AND (p_session->>'host_id' IS NULL
        OR claims @> jsonb_build_array(jsonb_build_object('member_id', p_session->>'host_id')))
    ORDER BY id
  LOOP
    UPDATE group_session SET taken = taken + v_places
    WHERE id = v_id AND taken > 0 AND taken + v_places <= capacity
    RETURNING * INTO v_joined;
    IF FOUND THEN
      RETURN v_joined;
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;

-- Takes places of an open group session, or opens one with the wanted time (see claim_time; null: none may be opened).
-- NULL: there are not as many places left, and the time is taken.
-- p_session: as in join_group_session, and { id, organisation_id, capacity, created_at } of the one that would be opened.
--
-- Those who would open one at the same time go one after the other: the second finds what the first has opened. Who only
-- joins takes no lock but that of the session's row. p_freed: of a booking that moves, all whose time it may give back after
-- this; they are locked together with those of the new session, in one order.
CREATE OR REPLACE FUNCTION take_places(p_session jsonb, p_wanted jsonb, p_freed jsonb DEFAULT '[]')
RETURNS group_session LANGUAGE plpgsql AS $$
DECLARE
  v_owner jsonb := jsonb_build_object('session_id', p_session->>'id');
  v_session group_session := join_group_session(p_session);
  v_taken jsonb;
BEGIN
  IF v_session.id IS NOT NULL OR (jsonb_typeof(p_wanted) = 'object') IS NOT TRUE THEN
    RETURN v_session;
  END IF;

  PERFORM lock_subjects(jsonb_build_array(slot_of_session(p_session)));
  v_session := join_group_session(p_session);
  IF v_session.id IS NOT NULL THEN
    RETURN v_session;
  END IF;
  v_taken := CASE
    WHEN p_freed = '[]' THEN claim_time(p_wanted, v_owner)
    ELSE claim_together(p_wanted, v_owner, p_freed)
  END;
  IF v_taken IS NULL THEN
    RETURN NULL;
  END IF;
  INSERT INTO group_session (id, organisation_id, event_type_id, starts_at, ends_at, capacity, taken, claims, created_at)
  VALUES (p_session->>'id', p_session->>'organisation_id', p_session->>'event_type_id',
    (p_session->>'starts_at')::timestamptz, (p_session->>'ends_at')::timestamptz, (p_session->>'capacity')::int,
    (p_session->>'places')::int, v_taken, (p_session->>'created_at')::timestamptz)
  RETURNING * INTO v_session;
  RETURN v_session;
END
$$;

-- Gives back the places that a booking has of its group session. Whoever gives back the last ones frees the session's time.
CREATE OR REPLACE FUNCTION release_places(p_booking_id text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_session group_session;
BEGIN
  UPDATE group_session SET taken = taken - booking.places
  FROM booking
  WHERE booking.id = p_booking_id AND booking.places > 0 AND group_session.id = booking.group_session_id
  RETURNING group_session.* INTO v_session;
  IF NOT FOUND THEN
    RETURN;
  END IF;

  UPDATE booking SET places = 0 WHERE id = p_booking_id;
  IF v_session.taken = 0 THEN
    PERFORM release_time(jsonb_build_object('session_id', v_session.id));
  END IF;
END
$$;

-- Puts the group session that was joined or opened, its hosts and its resources in the places of their stand-ins: the whole
-- lists, since who joins has those who are there already.
-- p_stand_ins: { session, host, resource }.
CREATE OR REPLACE FUNCTION name_places(p_text text, p_stand_ins jsonb, p_session group_session)
RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  v_hosts text := (SELECT string_agg('"' || member_id || '"', ',' ORDER BY position)
    FROM jsonb_to_recordset(p_session.claims) AS taken (member_id text, position int) WHERE member_id IS NOT NULL);
  v_resources text := (SELECT string_agg('"' || resource_id || '"', ',' ORDER BY position)
    FROM jsonb_to_recordset(p_session.claims) AS taken (resource_id text, position int) WHERE resource_id IS NOT NULL);
BEGIN
  p_text := replace(p_text, p_stand_ins->>'session', p_session.id);
  p_text := replace(p_text, '"' || (p_stand_ins->>'host') || '"', coalesce(v_hosts, ''));
  RETURN replace(p_text, '"' || (p_stand_ins->>'resource') || '"', coalesce(v_resources, ''));
END
$$;

-- Creates a booking that has places of a group session, which it joins or opens. What create_booking says holds here too.
-- The booking's group session, and all of its hosts and resources, are named by stand-ins until they are known; `places`
-- tells the caller who they are.
-- Outcomes: done | replayed | mismatched | stale (the terms have changed since) | conflict (not as many places are left).
CREATE OR REPLACE FUNCTION create_seated_booking(
  p_once jsonb, p_terms jsonb, p_session jsonb, p_wanted jsonb, p_booking jsonb, p_attendees jsonb, p_event jsonb,
  p_audit jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_stand_ins jsonb := p_session->'stand_ins';
  v_kept jsonb := keep_answer(p_once);
  v_session group_session;
  v_counted jsonb;
BEGIN
  IF v_kept IS NOT NULL THEN
    RETURN v_kept;
  END IF;
  IF NOT terms_are_current(p_terms) THEN
    PERFORM forget_answer(p_once);
    RETURN jsonb_build_object('outcome', 'stale');
  END IF;

  v_session := take_places(p_session, p_wanted);
  IF v_session.id IS NULL THEN
    PERFORM forget_answer(p_once);
    RETURN jsonb_build_object('outcome', 'conflict');
  END IF;

  INSERT INTO booking SELECT * FROM jsonb_populate_record(NULL::booking,
    p_booking || jsonb_build_object('group_session_id', v_session.id, 'places', p_session->'places'));
  PERFORM write_booking_hosts(p_booking, v_session.claims);
  PERFORM write_booking_resources(p_booking, v_session.claims);
  INSERT INTO attendee SELECT * FROM jsonb_populate_recordset(NULL::attendee, p_attendees);
  UPDATE idempotency_key SET body = name_places(body, v_stand_ins, v_session)
  WHERE credential_id = p_once->>'credential_id' AND operation = p_once->>'operation' AND key = p_once->>'key';
  p_event := name_places(p_event::text, v_stand_ins, v_session);
  p_audit := name_places(p_audit::text, v_stand_ins, v_session);
  PERFORM record_command(p_event, p_audit);

  v_counted := jsonb_path_query_first(v_session.claims, '$[*] ? (exists (@.use_step))');
  IF v_counted IS NOT NULL AND v_session.id = p_session->>'id' THEN
    PERFORM count_host_use(p_booking, v_counted);
  END IF;
  RETURN jsonb_build_object('outcome', 'done', 'places', 
    name_places(p_session->>'told', v_stand_ins, v_session)::jsonb);
END
$$;

-- Moves a booking from one group session to another, which it joins or opens. The places that it has are given back when it
-- has the new ones, or nothing happens. Its own time is in its way where it would have to open one beside itself.
-- Those who move between the same two sessions go one after the other: both slots are locked before anything is taken.
-- Outcomes: done | replayed | mismatched | stale (booking or terms changed) | conflict (not as many places are left).
CREATE OR REPLACE FUNCTION move_seated_booking(
  p_once jsonb, p_terms jsonb, p_version int, p_session jsonb, p_wanted jsonb, p_booking jsonb, p_event jsonb,
  p_audit jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_id text COLLATE "C" := p_booking->>'id';
  v_stand_ins jsonb := p_session->'stand_ins';
  v_kept jsonb := keep_answer(p_once);
  v_session group_session;
BEGIN
  IF v_kept IS NOT NULL THEN
    RETURN v_kept;
  END IF;

  BEGIN -- undone whole by the exception below
    IF NOT write_booking(p_booking, p_version) OR NOT terms_are_current(p_terms) THEN
      RAISE EXCEPTION USING ERRCODE = 'HF001';
    END IF;

    PERFORM lock_subjects(jsonb_build_array(slot_of_session(p_session), slot_of_session(p_session->'from')));
    v_session := take_places(p_session, p_wanted, (
      SELECT coalesce(jsonb_agg(subject_id), '[]') FROM claim WHERE session_id = p_session->'from'->>'id'
    ));
    IF v_session.id IS NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'HF002';
    END IF;
    PERFORM release_places(v_id);
    UPDATE booking SET group_session_id = v_session.id, places = (p_session->>'places')::int WHERE id = v_id;

    DELETE FROM booking_host WHERE booking_id = v_id;
    PERFORM write_booking_hosts(p_booking, v_session.claims);
    DELETE FROM booking_resource WHERE booking_id = v_id;
    PERFORM write_booking_resources(p_booking, v_session.claims);
    UPDATE idempotency_key SET body = name_places(body, v_stand_ins, v_session)
    WHERE credential_id = p_once->>'credential_id' AND operation = p_once->>'operation' AND key = p_once->>'key';
    p_event := name_places(p_event::text, v_stand_ins, v_session);
    p_audit := name_places(p_audit::text, v_stand_ins, v_session);
    PERFORM record_command(p_event, p_audit);
    RETURN jsonb_build_object('outcome', 'done', 'places',
      name_places(p_session->>'told', v_stand_ins, v_session)::jsonb);
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

-- Moves a booking to another state, or edits what is not time; gives its time back when it no longer needs it.
-- Outcomes: done | replayed | mismatched | stale (somebody else changed the booking first).
CREATE OR REPLACE FUNCTION change_booking(
  p_once jsonb, p_version int, p_booking jsonb, p_release boolean, p_event jsonb, p_audit jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_kept jsonb := keep_answer(p_once);
BEGIN
  IF v_kept IS NOT NULL THEN
    RETURN v_kept;
  END IF;

  IF NOT write_booking(p_booking, p_version) THEN
    PERFORM forget_answer(p_once);
    RETURN jsonb_build_object('outcome', 'stale');
  END IF;

  IF p_release THEN
    PERFORM release_time(jsonb_build_object('booking_id', p_booking->>'id'));
    PERFORM release_places(p_booking->>'id');
  END IF;
  PERFORM record_command(p_event, p_audit);
  RETURN jsonb_build_object('outcome', 'done');
END
$$;

-- Gives back all that one owner has: { booking_id | session_id | hold_id | block_id }. Blocks close over it in the same step,
-- so that nobody books into the gap.
CREATE OR REPLACE FUNCTION release_time(p_owner jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_booking_id text COLLATE "C" := p_owner->>'booking_id';
  v_session_id text COLLATE "C" := p_owner->>'session_id';
  v_hold_id text COLLATE "C" := p_owner->>'hold_id';
  v_block_id text COLLATE "C" := p_owner->>'block_id';
  v_freed jsonb;
BEGIN
  PERFORM lock_subjects((
    SELECT coalesce(jsonb_agg(subject_id), '[]') FROM claim
    WHERE booking_id = v_booking_id OR session_id = v_session_id OR hold_id = v_hold_id OR block_id = v_block_id
  ));
  WITH freed AS (
    DELETE FROM claim
    WHERE booking_id = v_booking_id OR session_id = v_session_id OR hold_id = v_hold_id OR block_id = v_block_id
    RETURNING subject_id, during
  )
  SELECT coalesce(jsonb_agg(freed), '[]') INTO v_freed FROM freed;
  PERFORM close_blocks(v_freed);
END
$$;
