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
