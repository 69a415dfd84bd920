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
