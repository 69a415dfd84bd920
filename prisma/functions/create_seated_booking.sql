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
