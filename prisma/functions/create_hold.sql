-- Takes time for a hold, as create_booking does for a booking. p_moving: { booking_id, version } of the booking that it is to
-- move, whose own time is not claimed again; nobody changes that booking meanwhile.
-- Outcomes: done | replayed | mismatched | stale (terms or booking have changed) | conflict (the time is taken) | limit
-- (see create_booking) | full (there are as many live holds as p_quotas allow; `until` says when there is room again).
CREATE OR REPLACE FUNCTION create_hold(
  p_once jsonb, p_terms jsonb, p_wanted jsonb, p_moving jsonb, p_hold jsonb, p_quotas jsonb, p_event jsonb, p_audit jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_kept jsonb := keep_answer(p_once);
  v_owner jsonb := jsonb_build_object('hold_id', p_hold->>'id', 'expires_at', p_hold->>'expires_at');
  v_taken jsonb;
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

    p_wanted := beyond_booking(p_wanted, p_moving->>'booking_id');
    v_taken := CASE
      WHEN p_wanted ? 'limits' THEN
        claim_within_limits(p_wanted, v_owner, p_hold || jsonb_build_object('id', p_moving->'booking_id'))
      ELSE claim_time(p_wanted, v_owner)
    END;
    IF v_taken IS NULL OR v_taken = '"limit"' THEN
      RAISE EXCEPTION USING ERRCODE = 'HF002';
    END IF;

    IF jsonb_array_length(p_wanted->'pools') > 0 THEN
      UPDATE idempotency_key SET body = name_chosen(body, p_wanted, v_taken)
      WHERE credential_id = p_once->>'credential_id' AND operation = p_once->>'operation' AND key = p_once->>'key';
      p_hold := name_chosen(p_hold::text, p_wanted, v_taken);
      p_event := name_chosen(p_event::text, p_wanted, v_taken);
      p_audit := name_chosen(p_audit::text, p_wanted, v_taken);
    END IF;
    INSERT INTO hold SELECT * FROM jsonb_populate_record(NULL::hold, p_hold);
    v_until := exceeded_quota(p_quotas, (p_hold->>'created_at')::timestamptz);
    IF v_until IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'HF004';
    END IF;
    PERFORM record_command(p_event, p_audit);
    RETURN jsonb_build_object('outcome', 'done', 'chosen', name_chosen(p_wanted->>'stand_ins', p_wanted, v_taken)::jsonb);
  EXCEPTION
    WHEN SQLSTATE 'HF001' THEN
      PERFORM forget_answer(p_once);
      RETURN jsonb_build_object('outcome', 'stale');
    WHEN SQLSTATE 'HF002' THEN
      PERFORM forget_answer(p_once);
      RETURN jsonb_build_object('outcome', coalesce(v_taken #>> '{}', 'conflict'));
    WHEN SQLSTATE 'HF004' THEN
      PERFORM forget_answer(p_once);
      RETURN jsonb_build_object('outcome', 'full', 'until', v_until);
  END;
END
$$;
