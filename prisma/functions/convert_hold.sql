-- Makes a hold the time of a booking, with what that leaves behind. p_hold: { id, at, event, audit }. Of its claims those
-- that were picked become the booking's in place, the others go. False: it was converted already, or released. With `entry`: { id, event,
-- audit } it was offered to somebody who waited, who has got it by that; false then, too, where the offer is over.
CREATE OR REPLACE FUNCTION convert_hold(p_hold jsonb, p_owner jsonb, p_picked jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_id text COLLATE "C" := p_hold->>'id';
BEGIN
  UPDATE hold SET outcome = 'converted', ended_at = (p_hold->>'at')::timestamptz, booking_id = p_owner->>'booking_id'
  WHERE id = v_id AND outcome IS NULL;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  IF NOT book_waiting_entry(p_hold, p_owner->>'booking_id') THEN
    RETURN false;
  END IF;

  UPDATE claim SET hold_id = NULL, expires_at = NULL, booking_id = p_owner->>'booking_id'
  FROM jsonb_to_recordset(p_picked) AS picked (subject_id uuid, "from" timestamptz, "to" timestamptz)
  WHERE claim.hold_id = v_id AND claim.subject_id = picked.subject_id
    AND claim.during = tstzrange(picked."from", picked."to");
  DELETE FROM claim WHERE hold_id = v_id;
  PERFORM record_command(p_hold->'event', p_hold->'audit');
  RETURN true;
END
$$;
