-- Creates the bookings of a series of a group event, each with places of a group session that it joins or opens. What
-- create_series and create_seated_booking say holds here too: all of it or nothing.
-- p_wanted: { limits, at, minutes } as in claim_for_each. p_occurrences, one for each booking in the same order: p_session as in
-- take_places, with `claims`: all that it takes where it opens a session, null where it can only join.
-- Outcomes: as of create_series.
--
-- Locks come in the order of every command: limits, all slots, the rows of all open sessions there by their identifiers, and then
-- the subjects of all sessions that are opened, which claim them by one INSERT.
CREATE OR REPLACE FUNCTION create_seated_series(
  p_once jsonb, p_terms jsonb, p_wanted jsonb, p_occurrences jsonb, p_series jsonb, p_bookings jsonb, p_attendees jsonb,
  p_events jsonb, p_audits jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_kept jsonb := keep_answer(p_once);
  v_at timestamptz := p_wanted->>'at';
  v_outcome text := 'stale';
  v_id text COLLATE "C";
  v_occurrence jsonb;
  v_session group_session;
  v_sessions jsonb := '[]';
  v_opened jsonb := '[]';
  v_claims jsonb := '[]';
  v_used jsonb;
BEGIN
  IF v_kept IS NOT NULL THEN
    RETURN v_kept;
  END IF;

  BEGIN -- undone whole by the exception below
    IF NOT terms_are_current(p_terms) THEN
      RAISE EXCEPTION USING ERRCODE = 'HF008';
    END IF;
    v_outcome := claim_for_each(p_wanted || '{"claims": []}');
    IF v_outcome <> 'done' THEN
      RAISE EXCEPTION USING ERRCODE = 'HF008';
    END IF;
    v_outcome := 'conflict';
    PERFORM lock_subjects((SELECT jsonb_agg(slot_of_session(value)) FROM jsonb_array_elements(p_occurrences)));
    FOR v_id IN
      SELECT id FROM group_session
      WHERE event_type_id = p_series->>'event_type_id' AND taken > 0
        AND starts_at IN (SELECT (value->>'starts_at')::timestamptz FROM jsonb_array_elements(p_occurrences))
      ORDER BY id
    LOOP
      PERFORM forget_expired_places(v_id, v_at);
    END LOOP;

    FOR v_occurrence IN SELECT value FROM jsonb_array_elements(p_occurrences) WITH ORDINALITY ORDER BY ordinality LOOP
      v_session := join_group_session(v_occurrence);
      IF v_session.id IS NULL THEN
        IF (jsonb_typeof(v_occurrence->'claims') = 'array') IS NOT TRUE THEN
          RAISE EXCEPTION USING ERRCODE = 'HF008';
        END IF;
        v_session := jsonb_populate_record(NULL::group_session, v_occurrence || jsonb_build_object(
          'taken', v_occurrence->'places', 'created_at', v_at
        ));
        v_opened := v_opened || to_jsonb(v_session);
        v_claims := v_claims || (
          SELECT jsonb_agg(value || jsonb_build_object('session_id', v_session.id))
          FROM jsonb_array_elements(v_session.claims)
        );
      END IF;
      v_sessions := v_sessions || to_jsonb(v_session);
    END LOOP;
    v_outcome := claim_for_each(jsonb_build_object('claims', v_claims, 'at', v_at));
    IF v_outcome <> 'done' THEN
      RAISE EXCEPTION USING ERRCODE = 'HF008';
    END IF;
    INSERT INTO group_session SELECT * FROM jsonb_populate_recordset(NULL::group_session, v_opened);

    INSERT INTO series SELECT * FROM jsonb_populate_record(NULL::series, p_series);
    INSERT INTO booking
    SELECT taken.* FROM jsonb_array_elements(p_bookings) WITH ORDINALITY AS booked (booking, place),
      jsonb_populate_record(NULL::booking, booking || jsonb_build_object(
        'group_session_id', v_sessions->(place::int - 1)->'id', 'places', p_occurrences->(place::int - 1)->'places'
      )) AS taken;
    PERFORM write_hosts_and_resources((
      SELECT jsonb_agg(claim || jsonb_build_object('booking_id', booking->'id', 'starts_at', booking->'starts_at'))
      FROM jsonb_array_elements(p_bookings) WITH ORDINALITY AS booked (booking, place),
        jsonb_array_elements(v_sessions->(place::int - 1)->'claims') AS claim
    ));
    INSERT INTO attendee SELECT * FROM jsonb_populate_recordset(NULL::attendee, p_attendees);
    -- The first tells of the series, each of the others of one booking.
    PERFORM record_commands(named_by_session(p_events, p_occurrences, v_sessions), named_by_session(p_audits, p_occurrences, v_sessions));

    FOR v_used IN
      SELECT jsonb_build_object('member_id', claim->>'member_id', 'use_level', max((claim->>'use_level')::double precision),
        'use_step', sum((claim->>'use_step')::double precision))
      FROM jsonb_array_elements(v_claims) AS claim WHERE claim ? 'use_step'
      GROUP BY claim->>'member_id' ORDER BY claim->>'member_id'
    LOOP
      PERFORM count_host_use(p_bookings->0, v_used);
    END LOOP;
    RETURN jsonb_build_object('outcome', 'done');
  EXCEPTION
    WHEN SQLSTATE 'HF008' THEN
      PERFORM forget_answer(p_once);
      RETURN jsonb_build_object('outcome', v_outcome);
  END;
END
$$;
