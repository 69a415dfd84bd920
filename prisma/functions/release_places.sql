-- Gives back the places that a booking has of its group session. Whoever gives back the last ones frees the session's time.
CREATE OR REPLACE FUNCTION release_places(p_booking_id text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_session group_session;
BEGIN
  UPDATE group_session SET taken = taken - booking.places
  FROM booking
  WHERE booking.id = p_booking_id AND booking.places > 0 AND group_session.id = booking.group_session_id
  RETURNING group_session.* INTO v_session;
  IF NOT FOUND THEN
    RETURN;
  END IF;

  UPDATE booking SET places = 0 WHERE id = p_booking_id;
  PERFORM leave_session(v_session);
END
$$;
