-- Raises the count of the host whom a round robin booked, from the level that the caller found for him where he stands
-- lower: { member_id, use_level, use_step }. The last thing that a command does: who holds a counter waits for nothing.
CREATE OR REPLACE FUNCTION count_host_use(p_booking jsonb, p_claim jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_level double precision := p_claim->>'use_level';
  v_step double precision := p_claim->>'use_step';
BEGIN
  INSERT INTO host_use (event_type_id, member_id, used, last_booked_at)
  VALUES (p_booking->>'event_type_id', p_claim->>'member_id', v_level + v_step, (p_booking->>'created_at')::timestamptz)
  ON CONFLICT (event_type_id, member_id) DO UPDATE SET
    used = GREATEST(host_use.used, v_level) + v_step,
    last_booked_at = GREATEST(host_use.last_booked_at, EXCLUDED.last_booked_at);
END
$$;
