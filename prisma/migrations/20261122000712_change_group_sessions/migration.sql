-- A group session is moved and cancelled whole; who joins looks again whether it is still where he wants it.

-- Takes places of the oldest open group session of this event type, start and end that has as many left, or NULL.
-- p_session: { event_type_id, starts_at, ends_at, places, host_id, at }; host_id where a host was asked for. p_expires_at: of a
-- hold.
--
-- Only the guarded update decides: it waits for whoever is just taking or giving back places, or moves the session, and then
-- looks again.
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
        AND starts_at = (p_session->>'starts_at')::timestamptz AND ends_at = (p_session->>'ends_at')::timestamptz
        AND (p_session->>'host_id' IS NULL
          OR claims @> jsonb_build_array(jsonb_build_object('member_id', p_session->>'host_id')))
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

-- Takes time for several bookings, all of it or nothing: done | conflict | limit.
--
-- p_wanted: { claims, limits, at, minutes }. A claim is { booking_id | session_id, subject_id, from, to } with whatever its booking wants
-- to know of it; a limit is as is_limit_reached has it, with `most`: how many of the bookings it counts. Their own
-- count together. What has expired by `at` is free; blocks come before who takes it over.
--
-- One INSERT in the order of subject and start, after all locks: of limits first, then of subjects.
CREATE OR REPLACE FUNCTION claim_for_each(p_wanted jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  v_at timestamptz := p_wanted->>'at';
  v_added jsonb := jsonb_build_object('at', p_wanted->'at', 'minutes', p_wanted->'minutes');
  v_freed jsonb;
  v_taken int;
BEGIN
  PERFORM lock_subjects(jsonb_path_query_array(p_wanted->'limits', '$[*].key'));
  IF EXISTS (
    SELECT FROM jsonb_array_elements(p_wanted->'limits') AS bound
    WHERE limit_room(bound, v_added) < (bound->>'most')::int
  ) THEN
    RETURN 'limit';
  END IF;

  BEGIN -- undone whole by the exception below
    PERFORM lock_subjects(jsonb_path_query_array(p_wanted->'claims', '$[*].subject_id'));
    WITH freed AS (
      DELETE FROM claim
      USING jsonb_to_recordset(p_wanted->'claims') AS wanted (subject_id uuid, "from" timestamptz, "to" timestamptz)
      WHERE claim.subject_id = wanted.subject_id AND during && tstzrange(wanted."from", wanted."to") AND expires_at <= v_at
      RETURNING claim.subject_id, during
    )
    SELECT coalesce(jsonb_agg(freed), '[]') INTO v_freed FROM freed;
    PERFORM close_blocks(v_freed);

    INSERT INTO claim (subject_id, during, booking_id, session_id)
    SELECT subject_id, tstzrange("from", "to"), booking_id, session_id
    FROM jsonb_to_recordset(p_wanted->'claims')
      AS wanted (subject_id uuid, "from" timestamptz, "to" timestamptz, booking_id text, session_id text)
    ORDER BY subject_id, "from"
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS v_taken = ROW_COUNT;
    IF v_taken < jsonb_array_length(p_wanted->'claims') THEN
      RAISE EXCEPTION USING ERRCODE = 'HF003';
    END IF;
    RETURN 'done';
  EXCEPTION
    WHEN SQLSTATE 'HF003' THEN RETURN 'conflict';
  END;
END
$$;

-- Moves a group session with all of its bookings, or ends it with them: together or not at all.
-- p_session: { id, event_type_id, starts_at, at, hold_ids } as it was read, with all holds that have places of it; `to`, where it
-- is moved: { starts_at, ends_at }. p_bookings: the rows of all bookings that have places, as they are to be, each of the
-- version after that which was read. p_wanted, where it is moved: { claims, limits, at }, all that it takes then; see claim_for_each.
-- Outcomes: done | replayed | mismatched | stale (it, a booking, a hold or the terms have changed, or others have come) | conflict |
-- limit.
--
-- What holds have of it is given up: what they promised is no more. Locks come in the order of every command: bookings by their
-- identifiers, limits, both slots, holds, the session, all subjects. Who joins waits for the session's row and then finds it
-- elsewhere, or over; who has joined before is missed among p_bookings, and it is decided anew.
CREATE OR REPLACE FUNCTION change_group_session(
  p_once jsonb, p_terms jsonb, p_session jsonb, p_bookings jsonb, p_wanted jsonb, p_events jsonb, p_audits jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_kept jsonb := keep_answer(p_once);
  v_id text COLLATE "C" := p_session->>'id';
  v_at timestamptz := p_session->>'at';
  v_to jsonb := p_session->'to';
  v_ids text[] := ARRAY(SELECT value->>'id' FROM jsonb_array_elements(p_bookings));
  v_hold_ids text[] := ARRAY(SELECT jsonb_array_elements_text(p_session->'hold_ids'));
  v_booking jsonb;
  v_freed jsonb;
  v_outcome text := 'stale';
BEGIN
  IF v_kept IS NOT NULL THEN
    RETURN v_kept;
  END IF;

  BEGIN -- undone whole by the exception below
    FOR v_booking IN SELECT value FROM jsonb_array_elements(p_bookings) ORDER BY value->>'id' COLLATE "C" LOOP
      IF NOT write_booking(v_booking, (v_booking->>'version')::int - 1) THEN
        RAISE EXCEPTION USING ERRCODE = 'HF007';
      END IF;
    END LOOP;
    PERFORM lock_subjects(jsonb_path_query_array(p_wanted->'limits', '$[*].key'));
    IF p_wanted IS NOT NULL THEN
      PERFORM lock_subjects(jsonb_build_array(slot_of_session(p_session), slot_of_session(p_session || v_to)));
    END IF;
    PERFORM FROM hold WHERE id = ANY (v_hold_ids) ORDER BY id FOR UPDATE;
    PERFORM FROM group_session WHERE id = v_id AND starts_at = (p_session->>'starts_at')::timestamptz FOR UPDATE;
    IF NOT FOUND
      OR EXISTS (SELECT FROM booking WHERE group_session_id = v_id AND places > 0 AND id <> ALL (v_ids))
      OR EXISTS (SELECT FROM hold WHERE group_session_id = v_id AND keeps_places AND id <> ALL (v_hold_ids))
      OR EXISTS (SELECT FROM hold WHERE id = ANY (v_hold_ids) AND NOT keeps_places)
      OR EXISTS (SELECT FROM jsonb_array_elements(p_terms) AS terms WHERE NOT terms_are_current(terms))
    THEN
      RAISE EXCEPTION USING ERRCODE = 'HF007';
    END IF;

    UPDATE hold SET keeps_places = false, outcome = CASE WHEN expires_at > v_at THEN 'released' END,
      ended_at = CASE WHEN expires_at > v_at THEN v_at END
    WHERE id = ANY (v_hold_ids);
    IF p_wanted IS NULL THEN
      UPDATE booking SET places = 0 WHERE id = ANY (v_ids);
      UPDATE group_session SET taken = 0 WHERE id = v_id;
      PERFORM release_time(jsonb_build_object('session_id', v_id));
    ELSE
      PERFORM lock_subjects(jsonb_path_query_array(p_wanted->'claims', '$[*].subject_id') || (
        SELECT coalesce(jsonb_agg(subject_id), '[]') FROM claim WHERE session_id = v_id
      ));
      WITH freed AS (DELETE FROM claim WHERE session_id = v_id RETURNING subject_id, during)
      SELECT coalesce(jsonb_agg(freed), '[]') INTO v_freed FROM freed;
      v_outcome := claim_for_each(p_wanted - 'limits');
      IF v_outcome <> 'done' THEN
        RAISE EXCEPTION USING ERRCODE = 'HF007';
      END IF;
      UPDATE group_session SET starts_at = (v_to->>'starts_at')::timestamptz, ends_at = (v_to->>'ends_at')::timestamptz,
        taken = (SELECT sum(places) FROM booking WHERE id = ANY (v_ids)), claims = (SELECT jsonb_agg(value - 'session_id') FROM jsonb_array_elements(p_wanted->'claims'))
      WHERE id = v_id;
      DELETE FROM booking_host WHERE booking_id = ANY (v_ids);
      DELETE FROM booking_resource WHERE booking_id = ANY (v_ids);
      PERFORM write_hosts_and_resources((
        SELECT jsonb_agg(claim || jsonb_build_object('booking_id', sharing.id, 'starts_at', v_to->'starts_at'))
        FROM unnest(v_ids) AS sharing (id), jsonb_array_elements(p_wanted->'claims') AS claim
      ));

      -- Its own are counted by now: one more is none too many.
      IF EXISTS (
        SELECT FROM jsonb_array_elements(p_wanted->'limits') AS bound
        WHERE is_limit_reached(
          bound || jsonb_build_object('bookings', (bound->>'bookings')::bigint + 1),
          jsonb_build_object('at', v_at, 'minutes', 0)
        )
      ) THEN
        v_outcome := 'limit';
        RAISE EXCEPTION USING ERRCODE = 'HF007';
      END IF;
      PERFORM close_blocks(v_freed);
    END IF;
    PERFORM record_commands(p_events, p_audits);
    RETURN jsonb_build_object('outcome', 'done');
  EXCEPTION
    WHEN SQLSTATE 'HF007' THEN
      PERFORM forget_answer(p_once);
      RETURN jsonb_build_object('outcome', v_outcome);
  END;
END
$$;
