-- Gives back the places of holds that have expired by p_at, of some group sessions at a time. How many sessions they were.
CREATE OR REPLACE FUNCTION sweep_places(p_at timestamptz) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  v_ids text[] := ARRAY(
    SELECT DISTINCT group_session_id FROM hold WHERE keeps_places AND expires_at <= p_at ORDER BY 1 LIMIT 100
  );
  v_id text COLLATE "C";
BEGIN
  FOREACH v_id IN ARRAY v_ids LOOP
    PERFORM forget_expired_places(v_id, p_at);
  END LOOP;
  RETURN cardinality(v_ids);
END
$$;
