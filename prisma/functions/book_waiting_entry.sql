-- Ends the wait of whom a hold was offered to that becomes a booking, see convert_hold. False: the offer is over. True also where
-- the hold was offered to nobody.
CREATE OR REPLACE FUNCTION book_waiting_entry(p_hold jsonb, p_booking_id text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_at timestamptz := p_hold->>'at';
BEGIN
  IF NOT p_hold ? 'entry' THEN
    RETURN true;
  END IF;
  UPDATE waiting_list_entry SET status = 'booked', booking_id = p_booking_id, ended_at = v_at, updated_at = v_at
  WHERE id = p_hold->'entry'->>'id' AND status = 'offered';
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM record_command(p_hold->'entry'->'event', p_hold->'entry'->'audit');
  RETURN true;
END
$$;
