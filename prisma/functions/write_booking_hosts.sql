-- Says who holds a booking: the members among what claim_time took for it, with the buffers that each of them has of his
-- own. A claim of a member is wanted with { member_id, position, buffer_before_minutes, buffer_after_minutes }.
CREATE OR REPLACE FUNCTION write_booking_hosts(p_booking jsonb, p_taken jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO booking_host (booking_id, member_id, position, starts_at, buffer_before_minutes, buffer_after_minutes)
  SELECT p_booking->>'id', taken.member_id, taken.position, (p_booking->>'starts_at')::timestamptz,
    taken.buffer_before_minutes, taken.buffer_after_minutes
  FROM jsonb_to_recordset(p_taken)
    AS taken (member_id text, position int, buffer_before_minutes int, buffer_after_minutes int)
  WHERE taken.member_id IS NOT NULL;
END
$$;
