-- Moves a booking to another time or other hosts: the old time is freed and the new time claimed together, or nothing
-- happens. p_subjects: all whose time it has. Of a kind of resource it takes any that is free then; `chosen` is as in
-- create_booking.
-- Outcomes: done | replayed | mismatched | stale (booking or terms changed) | conflict (the new time is taken) |
-- limit (see create_booking).
CREATE OR REPLACE FUNCTION reschedule_booking(
  p_once jsonb, p_terms jsonb, p_version int, p_subjects jsonb, p_wanted jsonb, p_booking jsonb, p_event jsonb,
  p_audit jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_id text COLLATE "C" := p_booking->>'id';
  v_kept jsonb := keep_answer(p_once);
  v_owner jsonb := jsonb_build_object('booking_id', v_id);
  v_taken jsonb;
BEGIN
  IF v_kept IS NOT NULL THEN
    RETURN v_kept;
  END IF;

  BEGIN -- undone whole by the exception below
    IF NOT write_booking(p_booking, p_version) OR NOT terms_are_current(p_terms) THEN
      RAISE EXCEPTION USING ERRCODE = 'HF001';
    END IF;

    v_taken := CASE
      WHEN p_wanted ? 'limits' THEN claim_within_limits(p_wanted, v_owner, p_booking, p_subjects)
      ELSE claim_together(p_wanted, v_owner, p_subjects)
    END;
    IF v_taken IS NULL OR v_taken = '"limit"' THEN
      RAISE EXCEPTION USING ERRCODE = 'HF002';
    END IF;

    DELETE FROM booking_host WHERE booking_id = v_id;
    PERFORM write_booking_hosts(p_booking, v_taken);
    IF p_terms ? 'resources' THEN
      DELETE FROM booking_resource WHERE booking_id = v_id;
      PERFORM write_booking_resources(p_booking, v_taken);
    END IF;
    IF jsonb_array_length(p_wanted->'pools') > 0 THEN
      UPDATE idempotency_key SET body = name_chosen(body, p_wanted, v_taken)
      WHERE credential_id = p_once->>'credential_id' AND operation = p_once->>'operation' AND key = p_once->>'key';
      p_event := name_chosen(p_event::text, p_wanted, v_taken);
      p_audit := name_chosen(p_audit::text, p_wanted, v_taken);
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
  END;
END
$$;
