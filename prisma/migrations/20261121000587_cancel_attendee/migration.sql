-- One place of several is given back.

-- Takes one attendee out of a booking, beside what change_booking does. Of a group event his place is free again; others have
-- places of the same booking, so the session goes on.
-- Outcomes: as of change_booking.
CREATE OR REPLACE FUNCTION cancel_attendee(
  p_once jsonb, p_version int, p_booking jsonb, p_attendee_id text, p_event jsonb, p_audit jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_id text COLLATE "C" := p_booking->>'id';
  v_kept jsonb := keep_answer(p_once);
BEGIN
  IF v_kept IS NOT NULL THEN
    RETURN v_kept;
  END IF;

  IF NOT write_booking(p_booking, p_version) THEN
    PERFORM forget_answer(p_once);
    RETURN jsonb_build_object('outcome', 'stale');
  END IF;

  DELETE FROM attendee WHERE booking_id = v_id AND id = p_attendee_id;
  UPDATE group_session SET taken = taken - 1
  FROM booking WHERE booking.id = v_id AND booking.places > 1 AND group_session.id = booking.group_session_id;
  UPDATE booking SET search_text = p_booking->>'search_text', places = places - 1 WHERE id = v_id;
  PERFORM record_command(p_event, p_audit);
  RETURN jsonb_build_object('outcome', 'done');
END
$$;
