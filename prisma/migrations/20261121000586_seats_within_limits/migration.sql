-- Limits of group events: whoever joins is bound by those of the event type and of the booker; a host counts a session once.

DROP FUNCTION take_places(jsonb, jsonb, jsonb);
DROP FUNCTION name_places(text, jsonb, group_session);

-- Whether one more appointment would go beyond a limit (see claim_within_limits). p_added: { minutes, at, booking_id, hold_id }.
-- Those count that took time of the period or still do, by where they start and with their length: bookings that were not
-- cancelled or declined, and holds that are live at `at`; a booking that moves and a hold that is converted do not. A hold
-- is nobody's booking yet and counts against no booker. Of a host bookings that share a group session are one.
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
      SELECT b.ends_at - b.starts_at AS length
      FROM booking_host h JOIN booking b ON b.id = h.booking_id
      WHERE h.member_id = v_member_id AND h.starts_at >= v_from AND h.starts_at < v_to
        AND b.id IS DISTINCT FROM p_added->>'booking_id' AND b.status NOT IN ('cancelled', 'declined')
        AND (v_event_type_id IS NULL OR b.event_type_id = v_event_type_id)
      GROUP BY coalesce(b.group_session_id, b.id), b.starts_at, b.ends_at
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

  IF v_email IS NULL THEN
    SELECT count(*), coalesce(sum(ends_at - starts_at), '0') INTO v_held, v_held_length
    FROM hold
    WHERE expires_at > (p_added->>'at')::timestamptz AND outcome IS NULL AND id IS DISTINCT FROM p_added->>'hold_id'
      AND starts_at >= v_from AND starts_at < v_to
      AND (v_event_type_id IS NULL OR event_type_id = v_event_type_id)
      AND (v_member_id IS NULL OR v_member_id = ANY (host_ids));
  END IF;

  RETURN coalesce(v_counted + v_held + 1 > (p_limit->>'bookings')::bigint, false)
    OR coalesce(
      extract(epoch FROM v_length + v_held_length) / 60 + (p_added->>'minutes')::numeric > (p_limit->>'minutes')::bigint,
      false
    );
END
$$;

-- Locks the keys of limits (see claim_within_limits) and says whether one more appointment would go beyond one of them. Who is
-- not answered true may add it until he ends. p_appointment: as in claim_within_limits, with `updated_at` as the time it is.
CREATE OR REPLACE FUNCTION is_beyond_limits(p_limits jsonb, p_appointment jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_added jsonb := jsonb_build_object(
    'booking_id', p_appointment->'id', 'at', p_appointment->'updated_at', 'minutes',
    extract(epoch FROM (p_appointment->>'ends_at')::timestamptz - (p_appointment->>'starts_at')::timestamptz) / 60
  );
BEGIN
  PERFORM lock_subjects(jsonb_path_query_array(p_limits, '$[*].key'));
  RETURN EXISTS (SELECT FROM jsonb_array_elements(p_limits) AS bound WHERE is_limit_reached(bound, v_added));
END
$$;

-- Takes places of an open group session, or opens one with the wanted time (see claim_time; null: none may be opened).
-- NULL: there are not as many places left, and the time is taken, or its hosts are at their limits; the text "limit" when a
-- limit was reached that bounds whoever joins too.
-- p_session: as in join_group_session, { id, organisation_id, capacity, created_at } of the one that would be opened, and
-- those `limits`. p_appointment: as in claim_within_limits.
--
-- Those who would open one at the same time go one after the other: the second finds what the first has opened. Who only
-- joins takes no lock but those of limits and of the session's row. p_freed: of a booking that moves, all whose time it may
-- give back after this; they are locked together with those of the new session, in one order.
CREATE OR REPLACE FUNCTION take_places(p_session jsonb, p_wanted jsonb, p_appointment jsonb, p_freed jsonb DEFAULT '[]')
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_owner jsonb := jsonb_build_object('session_id', p_session->>'id');
  v_session group_session;
  v_taken jsonb;
BEGIN
  IF p_session ? 'limits' AND is_beyond_limits(p_session->'limits', p_appointment) THEN
    RETURN '"limit"';
  END IF;

  v_session := join_group_session(p_session);
  IF v_session.id IS NOT NULL THEN
    RETURN to_jsonb(v_session);
  ELSIF (jsonb_typeof(p_wanted) = 'object') IS NOT TRUE THEN
    RETURN NULL;
  END IF;

  PERFORM lock_subjects(jsonb_build_array(slot_of_session(p_session)));
  v_session := join_group_session(p_session);
  IF v_session.id IS NOT NULL THEN
    RETURN to_jsonb(v_session);
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
    (p_session->>'created_at')::timestamptz)
  RETURNING * INTO v_session;
  RETURN to_jsonb(v_session);
END
$$;

-- Puts the group session that was joined or opened, its hosts and its resources in the places of their stand-ins: the whole
-- lists, since who joins has those who are there already.
-- p_stand_ins: { session, host, resource }.
CREATE OR REPLACE FUNCTION name_places(p_text text, p_stand_ins jsonb, p_session jsonb)
RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  v_hosts text := (SELECT string_agg('"' || member_id || '"', ',' ORDER BY position)
    FROM jsonb_to_recordset(p_session->'claims') AS taken (member_id text, position int) WHERE member_id IS NOT NULL);
  v_resources text := (SELECT string_agg('"' || resource_id || '"', ',' ORDER BY position)
    FROM jsonb_to_recordset(p_session->'claims') AS taken (resource_id text, position int) WHERE resource_id IS NOT NULL);
BEGIN
  p_text := replace(p_text, p_stand_ins->>'session', p_session->>'id');
  p_text := replace(p_text, '"' || (p_stand_ins->>'host') || '"', coalesce(v_hosts, ''));
  RETURN replace(p_text, '"' || (p_stand_ins->>'resource') || '"', coalesce(v_resources, ''));
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
  IF v_counted IS NOT NULL AND v_session->>'id' = p_session->>'id' THEN
    PERFORM count_host_use(p_booking, v_counted);
  END IF;
  RETURN jsonb_build_object('outcome', 'done', 'places',
    name_places(p_session->>'told', v_stand_ins, v_session)::jsonb);
END
$$;

-- Moves a booking from one group session to another, which it joins or opens. The places that it has are given back when it
-- has the new ones, or nothing happens. Its own time is in its way where it would have to open one beside itself.
-- Those who move between the same two sessions go one after the other: both slots are locked before anything is taken.
-- Outcomes: done | replayed | mismatched | stale (booking or terms changed) | conflict | limit (see take_places).
CREATE OR REPLACE FUNCTION move_seated_booking(
  p_once jsonb, p_terms jsonb, p_version int, p_session jsonb, p_wanted jsonb, p_booking jsonb, p_event jsonb,
  p_audit jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_id text COLLATE "C" := p_booking->>'id';
  v_stand_ins jsonb := p_session->'stand_ins';
  v_kept jsonb := keep_answer(p_once);
  v_session jsonb;
BEGIN
  IF v_kept IS NOT NULL THEN
    RETURN v_kept;
  END IF;

  BEGIN -- undone whole by the exception below
    IF NOT write_booking(p_booking, p_version) OR NOT terms_are_current(p_terms) THEN
      RAISE EXCEPTION USING ERRCODE = 'HF001';
    END IF;

    PERFORM lock_subjects(jsonb_path_query_array(p_session, '$.limits[*].key'));
    PERFORM lock_subjects(jsonb_build_array(slot_of_session(p_session), slot_of_session(p_session->'from')));
    v_session := take_places(p_session, p_wanted, p_booking, (
      SELECT coalesce(jsonb_agg(subject_id), '[]') FROM claim WHERE session_id = p_session->'from'->>'id'
    ));
    IF v_session IS NULL OR v_session = '"limit"' THEN
      RAISE EXCEPTION USING ERRCODE = 'HF002';
    END IF;
    PERFORM release_places(v_id);
    UPDATE booking SET group_session_id = v_session->>'id', places = (p_session->>'places')::int WHERE id = v_id;

    DELETE FROM booking_host WHERE booking_id = v_id;
    PERFORM write_booking_hosts(p_booking, v_session->'claims');
    DELETE FROM booking_resource WHERE booking_id = v_id;
    PERFORM write_booking_resources(p_booking, v_session->'claims');
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
      RETURN jsonb_build_object('outcome', coalesce(v_session #>> '{}', 'conflict'));
  END;
END
$$;
