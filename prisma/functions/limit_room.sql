-- For how many appointments of p_added's length there is room by a limit (see is_limit_reached), which are to start within
-- its period: p_limit with `most`, how many are wanted.
CREATE OR REPLACE FUNCTION limit_room(p_limit jsonb, p_added jsonb) RETURNS int LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_minutes numeric := p_added->>'minutes';
BEGIN
  -- One more, where the others are counted already, is what the limit itself is asked about.
  FOR v_count IN REVERSE (p_limit->>'most')::int .. 1 LOOP
    IF NOT is_limit_reached(
      p_limit || jsonb_build_object('bookings', (p_limit->>'bookings')::bigint - v_count + 1),
      p_added || jsonb_build_object('minutes', v_minutes * v_count)
    ) THEN
      RETURN v_count;
    END IF;
  END LOOP;
  RETURN 0;
END
$$;
