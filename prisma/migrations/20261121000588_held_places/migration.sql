-- Holds of group events: they take places of a session, which are free again when they end.

ALTER TABLE "hold" ADD COLUMN "group_session_id" TEXT COLLATE "C", ADD COLUMN "places" INTEGER,
  ADD COLUMN "keeps_places" BOOLEAN NOT NULL DEFAULT false;

-- The holds that have places of a session.
CREATE INDEX "hold_places" ON "hold" ("group_session_id") WHERE "keeps_places";

DROP FUNCTION take_places(jsonb, jsonb, jsonb, jsonb);
DROP FUNCTION join_group_session(jsonb);
DROP FUNCTION is_beyond_limits(jsonb, jsonb);

-- Sees to it that a group session, whose row the caller has locked, keeps its time for somebody who takes places of it: for
-- good, or at least until p_expires_at where it is a hold. False: its time is over, since only holds had it, or was taken over.
CREATE OR REPLACE FUNCTION keep_session_time(p_session group_session, p_expires_at timestamptz, p_at timestamptz)
RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  UPDATE claim SET expires_at = CASE WHEN p_expires_at IS NOT NULL THEN GREATEST(expires_at, p_expires_at) END
  WHERE session_id = p_session.id AND expires_at > p_at;
  RETURN jsonb_array_length(p_session.claims) = (
    SELECT count(*) FROM claim WHERE session_id = p_session.id AND (expires_at <= p_at) IS NOT TRUE
  );
END
$$;

-- What giving places back leaves of a group session, whose row the caller has locked. With the last ones its time is free;
-- where only holds have any left, it is theirs as long as they live.
CREATE OR REPLACE FUNCTION leave_session(p_session group_session) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p_session.taken = 0 THEN
    PERFORM release_time(jsonb_build_object('session_id', p_session.id));
  ELSIF NOT EXISTS (SELECT FROM booking WHERE group_session_id = p_session.id AND places > 0) THEN
    UPDATE claim SET expires_at = (
      SELECT max(expires_at) FROM hold WHERE group_session_id = p_session.id AND keeps_places
    ) WHERE session_id = p_session.id;
  END IF;
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
  PERFORM leave_session(v_session);
END
$$;

-- Gives back the places that a hold, whose row the caller has locked, has of a group session.
CREATE OR REPLACE FUNCTION release_held_places(p_hold_id text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_session group_session;
BEGIN
  UPDATE group_session SET taken = taken - hold.places
  FROM hold
  WHERE hold.id = p_hold_id AND hold.keeps_places AND group_session.id = hold.group_session_id
  RETURNING group_session.* INTO v_session;
  IF NOT FOUND THEN
    RETURN;
  END IF;

  UPDATE hold SET keeps_places = false WHERE id = p_hold_id;
  PERFORM leave_session(v_session);
END
$$;

-- Lets a group session keep its time as long as a hold lives that has places of it, whose row the caller has locked.
CREATE OR REPLACE FUNCTION extend_held_places(p_hold_id text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_hold hold;
BEGIN
  SELECT * INTO v_hold FROM hold WHERE id = p_hold_id AND keeps_places;
  PERFORM FROM group_session WHERE id = v_hold.group_session_id FOR NO KEY UPDATE;
  UPDATE claim SET expires_at = GREATEST(expires_at, v_hold.expires_at)
  WHERE session_id = v_hold.group_session_id AND expires_at IS NOT NULL;
END
$$;

-- Gives back the places of holds of one group session that have expired by p_at; its claims have expired with them. A hold that
-- somebody is just changing is left out.
CREATE OR REPLACE FUNCTION forget_expired_places(p_session_id text, p_at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_places int;
BEGIN
  PERFORM FROM group_session WHERE id = p_session_id FOR NO KEY UPDATE;
  WITH expired AS (
    SELECT id FROM hold WHERE group_session_id = p_session_id AND keeps_places AND expires_at <= p_at FOR UPDATE SKIP LOCKED
  ), emptied AS (
    UPDATE hold SET keeps_places = false FROM expired WHERE hold.id = expired.id RETURNING hold.places
  )
  SELECT coalesce(sum(places), 0) INTO v_places FROM emptied;
  UPDATE group_session SET taken = taken - v_places WHERE id = p_session_id AND v_places > 0;
END
$$;

-- Gives back the places of holds that have expired by p_at, of some group sessions at a time. How many sessions they were.
CREATE OR REPLACE FUNCTION sweep_places(p_at timestamptz) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  v_ids text[] := ARRAY(
    SELECT DISTINCT group_session_id FROM hold WHERE keeps_places AND expires_at <= p_at ORDER BY 1 LIMIT 100
  );
  v_id text COLLATE "C";
BEGIN
  FOREACH v_id IN ARRAY v_ids LOOP
    PERFORM forget_expired_places(v_id, p_at);
  END LOOP;
  RETURN cardinality(v_ids);
END
$$;

-- Takes places of the oldest open group session of this event type, start and end that has as many left, or NULL.
-- p_session: { event_type_id, starts_at, ends_at, places, host_id, at }; host_id where a host was asked for. p_expires_at: of a
-- hold.
--
-- Only the guarded update decides: it waits for whoever is just taking or giving back places, and then looks again.
CREATE OR REPLACE FUNCTION join_group_session(p_session jsonb, p_expires_at timestamptz DEFAULT NULL)
RETURNS group_session LANGUAGE plpgsql AS $$
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
    BEGIN -- undone whole by the exception below
      UPDATE group_session SET taken = taken + v_places
      WHERE id = v_id AND taken > 0 AND taken + v_places <= capacity
      RETURNING * INTO v_joined;
      IF FOUND AND NOT keep_session_time(v_joined, p_expires_at, (p_session->>'at')::timestamptz) THEN
        RAISE EXCEPTION USING ERRCODE = 'HF003';
      ELSIF FOUND THEN
        RETURN v_joined;
      END IF;
    EXCEPTION
      WHEN SQLSTATE 'HF003' THEN NULL;
    END;
  END LOOP;
  RETURN NULL;
END
$$;

-- Makes the places of a hold those of a booking, in place: p_hold: { id, at, event, audit }, p_places as many as the
-- booking wants. NULL: the hold was converted already, or what it has not yet is not to be had.
CREATE OR REPLACE FUNCTION convert_places(p_hold jsonb, p_places int, p_booking_id text) RETURNS group_session LANGUAGE plpgsql AS $$
DECLARE
  v_hold hold;
  v_session group_session;
BEGIN
  SELECT * INTO v_hold FROM hold WHERE id = p_hold->>'id' FOR UPDATE;
  UPDATE group_session SET taken = taken - v_hold.places + p_places
  WHERE id = v_hold.group_session_id AND v_hold.keeps_places AND taken - v_hold.places + p_places <= capacity
  RETURNING * INTO v_session;
  IF NOT FOUND OR NOT keep_session_time(v_session, NULL, (p_hold->>'at')::timestamptz) THEN
    RETURN NULL;
  END IF;
  UPDATE hold SET outcome = 'converted', keeps_places = false, ended_at = (p_hold->>'at')::timestamptz,
    booking_id = p_booking_id
  WHERE id = v_hold.id;
  PERFORM record_command(p_hold->'event', p_hold->'audit');
  RETURN v_session;
END
$$;

-- Whether one more appointment would go beyond a limit (see claim_within_limits). p_added: { minutes, at, booking_id, hold_id }.
-- Those count that took time of the period or still do, by where they start and with their length: bookings that were not
-- cancelled or declined, and holds that are live at `at`; a booking that moves and a hold that is converted do not. A hold
-- is nobody's booking yet and counts against no booker. Of a host bookings and holds that share a group session are
-- one.
CREATE OR REPLACE FUNCTION is_limit_reached(p_limit jsonb, p_added jsonb) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_member_id text COLLATE "C" := p_limit->>'member_id';
  v_event_type_id text COLLATE "C" := p_limit->>'event_type_id';
  v_email text := p_limit->>'email';
  v_from timestamptz := p_limit->>'from';
  v_to timestamptz := p_limit->>'to';
  v_counted bigint;
  v_length interval;
  v_held bigint := 0;
  v_held_length interval := '0';
BEGIN
  IF v_member_id IS NOT NULL THEN
    SELECT count(*), coalesce(sum(length), '0') INTO v_counted, v_length FROM (
      SELECT coalesce(b.group_session_id, b.id) AS served, b.ends_at - b.starts_at AS length
      FROM booking_host h JOIN booking b ON b.id = h.booking_id
      WHERE h.member_id = v_member_id AND h.starts_at >= v_from AND h.starts_at < v_to
        AND b.id IS DISTINCT FROM p_added->>'booking_id' AND b.status NOT IN ('cancelled', 'declined')
        AND (v_event_type_id IS NULL OR b.event_type_id = v_event_type_id)
      UNION
      SELECT coalesce(group_session_id, id), ends_at - starts_at
      FROM hold
      WHERE expires_at > (p_added->>'at')::timestamptz AND outcome IS NULL AND id IS DISTINCT FROM p_added->>'hold_id'
        AND starts_at >= v_from AND starts_at < v_to AND v_member_id = ANY (host_ids)
        AND (v_event_type_id IS NULL OR event_type_id = v_event_type_id)
    ) AS served;
  ELSE
    SELECT count(*), coalesce(sum(b.ends_at - b.starts_at), '0') INTO v_counted, v_length
    FROM booking b
    WHERE b.event_type_id = v_event_type_id AND b.starts_at >= v_from AND b.starts_at < v_to
      AND b.id IS DISTINCT FROM p_added->>'booking_id' AND b.status NOT IN ('cancelled', 'declined')
      AND (v_email IS NULL OR EXISTS (
        SELECT FROM attendee a WHERE a.booking_id = b.id AND a.role = 'booker' AND a.email = v_email
      ));
  END IF;

  IF v_member_id IS NULL AND v_email IS NULL THEN
    SELECT count(*), coalesce(sum(ends_at - starts_at), '0') INTO v_held, v_held_length
    FROM hold
    WHERE expires_at > (p_added->>'at')::timestamptz AND outcome IS NULL AND id IS DISTINCT FROM p_added->>'hold_id'
      AND starts_at >= v_from AND starts_at < v_to AND event_type_id = v_event_type_id;
  END IF;

  RETURN coalesce(v_counted + v_held + 1 > (p_limit->>'bookings')::bigint, false)
    OR coalesce(
      extract(epoch FROM v_length + v_held_length) / 60 + (p_added->>'minutes')::numeric > (p_limit->>'minutes')::bigint,
      false
    );
END
$$;

-- Locks the keys of limits (see claim_within_limits) and says whether one more appointment would go beyond one of them. Who is
-- not answered true may add it until he ends. p_session: { limits, at, hold }, as in take_places.
CREATE OR REPLACE FUNCTION is_beyond_limits(p_session jsonb, p_appointment jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_added jsonb := jsonb_build_object(
    'booking_id', p_appointment->'id', 'hold_id', p_session->'hold'->'id', 'at', p_session->'at', 'minutes',
    extract(epoch FROM (p_appointment->>'ends_at')::timestamptz - (p_appointment->>'starts_at')::timestamptz) / 60
  );
BEGIN
  PERFORM lock_subjects(jsonb_path_query_array(p_session, '$.limits[*].key'));
  RETURN EXISTS (SELECT FROM jsonb_array_elements(p_session->'limits') AS bound WHERE is_limit_reached(bound, v_added));
END
$$;

-- Takes places of an open group session, or opens one with the wanted time (see claim_time; null: none may be opened).
-- NULL: there are not as many places left, and the time is taken, or its hosts are at their limits; the text "limit" when a
-- limit was reached that bounds whoever joins too.
-- p_session: as in join_group_session, { id, organisation_id, capacity } of the one that would be opened, those `limits`, and
-- `hold` where one is converted, see convert_places: then it is its places or none. p_appointment: as in claim_within_limits.
-- p_expires_at: of a hold.
--
-- Those who would open one at the same time go one after the other: the second finds what the first has opened, and the places
-- of holds that have expired. Who only joins takes no lock but those of limits and of the session's row. p_freed: of a booking
-- that moves, all whose time it may give back after this; they are locked together with those of the new session, in one order.
CREATE OR REPLACE FUNCTION take_places(
  p_session jsonb, p_wanted jsonb, p_appointment jsonb, p_freed jsonb DEFAULT '[]', p_expires_at timestamptz DEFAULT NULL
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_owner jsonb := jsonb_build_object('session_id', p_session->>'id', 'expires_at', p_expires_at);
  v_session group_session;
  v_taken jsonb;
BEGIN
  IF p_session ? 'limits' AND is_beyond_limits(p_session, p_appointment) THEN
    RETURN '"limit"';
  END IF;
  IF p_session ? 'hold' THEN
    BEGIN
      v_session := convert_places(p_session->'hold', (p_session->>'places')::int, p_appointment->>'id');
      IF v_session.id IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'HF003';
      END IF;
      RETURN to_jsonb(v_session);
    EXCEPTION
      WHEN SQLSTATE 'HF003' THEN RETURN NULL;
    END;
  END IF;

  v_session := join_group_session(p_session, p_expires_at);
  IF v_session.id IS NOT NULL THEN
    RETURN to_jsonb(v_session);
  END IF;
  PERFORM lock_subjects(jsonb_build_array(slot_of_session(p_session)));
  PERFORM forget_expired_places(id, (p_session->>'at')::timestamptz) FROM group_session
  WHERE event_type_id = p_session->>'event_type_id' AND starts_at = (p_session->>'starts_at')::timestamptz AND taken > 0
    AND EXISTS (
      SELECT FROM hold
      WHERE group_session_id = group_session.id AND keeps_places AND expires_at <= (p_session->>'at')::timestamptz
    );
  v_session := join_group_session(p_session, p_expires_at);
  IF v_session.id IS NOT NULL THEN
    RETURN to_jsonb(v_session);
  ELSIF (jsonb_typeof(p_wanted) = 'object') IS NOT TRUE THEN
    RETURN NULL;
  END IF;

  v_taken := CASE
    WHEN p_wanted ? 'limits' THEN claim_within_limits(p_wanted, v_owner, p_appointment, p_freed)
    WHEN p_freed = '[]' THEN claim_time(p_wanted, v_owner)
    ELSE claim_together(p_wanted, v_owner, p_freed)
  END;
  IF v_taken IS NULL OR v_taken = '"limit"' THEN
    RETURN NULL;
  END IF;
  INSERT INTO group_session (id, organisation_id, event_type_id, starts_at, ends_at, capacity, taken, claims, created_at)
  VALUES (p_session->>'id', p_session->>'organisation_id', p_session->>'event_type_id',
    (p_session->>'starts_at')::timestamptz, (p_session->>'ends_at')::timestamptz, (p_session->>'capacity')::int,
    (p_session->>'places')::int, (SELECT jsonb_agg(value - 'limits') FROM jsonb_array_elements(v_taken)),
    (p_session->>'at')::timestamptz)
  RETURNING * INTO v_session;
  RETURN to_jsonb(v_session);
END
$$;

-- Creates a booking that has places of a group session, which it joins or opens. What create_booking says holds here too.
-- The booking's group session, and all of its hosts and resources, are named by stand-ins until they are known; `places`
-- tells the caller who they are.
-- Outcomes: done | replayed | mismatched | stale (the terms have changed since) | conflict | limit (see take_places).
CREATE OR REPLACE FUNCTION create_seated_booking(
  p_once jsonb, p_terms jsonb, p_session jsonb, p_wanted jsonb, p_booking jsonb, p_attendees jsonb, p_event jsonb,
  p_audit jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_stand_ins jsonb := p_session->'stand_ins';
  v_kept jsonb := keep_answer(p_once);
  v_session jsonb;
  v_counted jsonb;
BEGIN
  IF v_kept IS NOT NULL THEN
    RETURN v_kept;
  END IF;
  IF NOT terms_are_current(p_terms) THEN
    PERFORM forget_answer(p_once);
    RETURN jsonb_build_object('outcome', 'stale');
  END IF;

  v_session := take_places(p_session, p_wanted, p_booking);
  IF v_session IS NULL OR v_session = '"limit"' THEN
    PERFORM forget_answer(p_once);
    RETURN jsonb_build_object('outcome', coalesce(v_session #>> '{}', 'conflict'));
  END IF;

  INSERT INTO booking SELECT * FROM jsonb_populate_record(NULL::booking,
    p_booking || jsonb_build_object('group_session_id', v_session->'id', 'places', p_session->'places'));
  PERFORM write_booking_hosts(p_booking, v_session->'claims');
  PERFORM write_booking_resources(p_booking, v_session->'claims');
  INSERT INTO attendee SELECT * FROM jsonb_populate_recordset(NULL::attendee, p_attendees);
  UPDATE idempotency_key SET body = name_places(body, v_stand_ins, v_session)
  WHERE credential_id = p_once->>'credential_id' AND operation = p_once->>'operation' AND key = p_once->>'key';
  p_event := name_places(p_event::text, v_stand_ins, v_session);
  p_audit := name_places(p_audit::text, v_stand_ins, v_session);
  PERFORM record_command(p_event, p_audit);

  v_counted := jsonb_path_query_first(v_session->'claims', '$[*] ? (exists (@.use_step))');
  IF v_counted IS NOT NULL AND NOT EXISTS (
    SELECT FROM booking WHERE group_session_id = v_session->>'id' AND id <> p_booking->>'id'
  ) THEN
    PERFORM count_host_use(p_booking, v_counted);
  END IF;
  RETURN jsonb_build_object('outcome', 'done', 'places',
    name_places(p_session->>'told', v_stand_ins, v_session)::jsonb);
END
$$;

-- Holds places of a group session, which it joins or opens: what create_hold says holds here too, and of the session and its
-- stand-ins what create_seated_booking says. Outcomes: as of create_hold.
CREATE OR REPLACE FUNCTION create_seated_hold(
  p_once jsonb, p_terms jsonb, p_session jsonb, p_wanted jsonb, p_moving jsonb, p_hold jsonb, p_quotas jsonb,
  p_event jsonb, p_audit jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_stand_ins jsonb := p_session->'stand_ins';
  v_kept jsonb := keep_answer(p_once);
  v_session jsonb;
  v_until timestamptz;
BEGIN
  IF v_kept IS NOT NULL THEN
    RETURN v_kept;
  END IF;

  BEGIN -- undone whole by the exception below
    IF p_moving IS NOT NULL THEN
      PERFORM FROM booking WHERE id = p_moving->>'booking_id' AND version = (p_moving->>'version')::int FOR SHARE;
      IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'HF001';
      END IF;
    END IF;
    IF NOT terms_are_current(p_terms) THEN
      RAISE EXCEPTION USING ERRCODE = 'HF001';
    END IF;

    v_session := take_places(p_session, p_wanted, p_hold || jsonb_build_object('id', p_moving->'booking_id'), '[]',
      (p_hold->>'expires_at')::timestamptz);
    IF v_session IS NULL OR v_session = '"limit"' THEN
      RAISE EXCEPTION USING ERRCODE = 'HF002';
    END IF;

    UPDATE idempotency_key SET body = name_places(body, v_stand_ins, v_session)
    WHERE credential_id = p_once->>'credential_id' AND operation = p_once->>'operation' AND key = p_once->>'key';
    p_event := name_places(p_event::text, v_stand_ins, v_session);
    p_audit := name_places(p_audit::text, v_stand_ins, v_session);
    INSERT INTO hold
    SELECT * FROM jsonb_populate_record(NULL::hold, name_places(p_hold::text, v_stand_ins, v_session)::jsonb);
    v_until := exceeded_quota(p_quotas, (p_hold->>'created_at')::timestamptz);
    IF v_until IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'HF004';
    END IF;
    PERFORM record_command(p_event, p_audit);
    RETURN jsonb_build_object('outcome', 'done', 'places',
      name_places(p_session->>'told', v_stand_ins, v_session)::jsonb);
  EXCEPTION
    WHEN SQLSTATE 'HF001' THEN
      PERFORM forget_answer(p_once);
      RETURN jsonb_build_object('outcome', 'stale');
    WHEN SQLSTATE 'HF002' THEN
      PERFORM forget_answer(p_once);
      RETURN jsonb_build_object('outcome', coalesce(v_session #>> '{}', 'conflict'));
    WHEN SQLSTATE 'HF004' THEN
      PERFORM forget_answer(p_once);
      RETURN jsonb_build_object('outcome', 'full', 'until', v_until);
  END;
END
$$;
