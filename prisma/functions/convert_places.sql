-- Makes the places of a hold those of a booking, in place: p_hold: { id, at, event, audit }, p_places as many as the
-- booking wants. NULL: the hold was converted already, what it has not yet is not to be had, or it was offered to
-- somebody who waited and the offer is over (see convert_hold).
CREATE OR REPLACE FUNCTION convert_places(p_hold jsonb, p_places int, p_booking_id text) RETURNS group_session LANGUAGE plpgsql AS $$
DECLARE
  v_hold hold;
  v_session group_session;
BEGIN
  SELECT * INTO v_hold FROM hold WHERE id = p_hold->>'id' FOR UPDATE;
  UPDATE group_session SET taken = taken - v_hold.places + p_places
  WHERE id = v_hold.group_session_id AND v_hold.keeps_places AND taken - v_hold.places + p_places <= capacity
  RETURNING * INTO v_session;
  IF NOT FOUND OR NOT keep_session_time(v_session, NULL, (p_hold->>'at')::timestamptz) THEN
    RETURN NULL;
  END IF;
  UPDATE hold SET outcome = 'converted', keeps_places = false, ended_at = (p_hold->>'at')::timestamptz,
    booking_id = p_booking_id
  WHERE id = v_hold.id;
  IF NOT book_waiting_entry(p_hold, p_booking_id) THEN
    RETURN NULL;
  END IF;
  PERFORM record_command(p_hold->'event', p_hold->'audit');
  RETURN v_session;
END
$$;
