-- Moves a booking to another time or host: the old time is freed and the new time claimed together, or nothing happens.
-- Outcomes: done | replayed | mismatched | stale (booking or terms changed) | conflict (the new time is taken).
CREATE OR REPLACE FUNCTION reschedule_booking(
  p_once jsonb, p_terms jsonb, p_version int, p_subjects jsonb, p_claim jsonb, p_booking jsonb, p_hosts jsonb,
  p_event jsonb, p_audit jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_id text COLLATE "C" := p_booking->>'id';
  v_kept jsonb := keep_answer(p_once);
BEGIN
  IF v_kept IS NOT NULL THEN
    RETURN v_kept;
  END IF;

  BEGIN -- undone whole by the exception below
    IF NOT write_booking(p_booking, p_version) OR NOT terms_are_current(p_terms) THEN
      RAISE EXCEPTION USING ERRCODE = 'HF001';
    END IF;

    PERFORM lock_subjects(p_subjects);
    DELETE FROM claim WHERE booking_id = v_id;
    INSERT INTO claim (subject_id, during, booking_id)
    VALUES ((p_claim->>'subject_id')::uuid,
      tstzrange((p_claim->>'from')::timestamptz, (p_claim->>'to')::timestamptz), v_id)
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'HF002';
    END IF;

    DELETE FROM booking_host WHERE booking_id = v_id;
    INSERT INTO booking_host SELECT * FROM jsonb_populate_recordset(NULL::booking_host, p_hosts);
    PERFORM record_command(p_event, p_audit);
    RETURN jsonb_build_object('outcome', 'done');
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
