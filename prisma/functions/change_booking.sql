-- Moves a booking to another state, or edits what is not time; gives its time back when it no longer needs it.
-- Outcomes: done | replayed | mismatched | stale (somebody else changed the booking first).
CREATE OR REPLACE FUNCTION change_booking(
  p_once jsonb, p_version int, p_booking jsonb, p_release boolean, p_event jsonb, p_audit jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_kept jsonb := keep_answer(p_once);
BEGIN
  IF v_kept IS NOT NULL THEN
    RETURN v_kept;
  END IF;

  IF NOT write_booking(p_booking, p_version) THEN
    PERFORM forget_answer(p_once);
    RETURN jsonb_build_object('outcome', 'stale');
  END IF;

  IF p_release THEN
    PERFORM release_time(jsonb_build_object('booking_id', p_booking->>'id'));
    PERFORM release_places(p_booking->>'id');
  END IF;
  PERFORM record_command(p_event, p_audit);
  RETURN jsonb_build_object('outcome', 'done');
END
$$;
