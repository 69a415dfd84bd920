-- Serialises those who combine a delete with an insert of claims for the same hosts or resources, always in the order of
-- the hash. Without it two such commands wait for each other's claims until the deadlock detector ends one of them.
CREATE OR REPLACE FUNCTION lock_subjects(p_subjects jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_hash bigint;
BEGIN
  FOR v_hash IN SELECT DISTINCT hashtextextended(subject, 0) FROM jsonb_array_elements_text(p_subjects) AS subject ORDER BY 1 LOOP
    PERFORM pg_advisory_xact_lock(v_hash);
  END LOOP;
END
$$;
