-- Deletes claims that have expired by p_at, some at a time. How many they were.
CREATE OR REPLACE FUNCTION sweep_claims(p_at timestamptz) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  v_expired jsonb;
  v_freed jsonb;
BEGIN
  SELECT jsonb_agg(due) INTO v_expired
  FROM (SELECT id, subject_id FROM claim WHERE expires_at <= p_at ORDER BY expires_at LIMIT 100) AS due;
  IF v_expired IS NULL THEN
    RETURN 0;
  END IF;
  PERFORM lock_subjects(jsonb_path_query_array(v_expired, '$[*].subject_id'));
  WITH freed AS (
    DELETE FROM claim WHERE expires_at <= p_at AND id IN (SELECT (value->>'id')::bigint FROM jsonb_array_elements(v_expired))
    RETURNING subject_id, during
  )
  SELECT coalesce(jsonb_agg(freed), '[]') INTO v_freed FROM freed;
  PERFORM close_blocks(v_freed);
  RETURN jsonb_array_length(v_expired);
END
$$;
