-- Takes one claim for its owner if nobody else has that time. The insert waits for whoever is just taking it, and then gives
-- up. What has expired by p_at is taken over: its subject is locked first, since a delete and an insert belong together;
-- blocks come before him.
-- Whoever loses to another after all gives the lock back, so that he may go on to somebody else without holding it.
CREATE OR REPLACE FUNCTION claim_one(p_claim jsonb, p_owner jsonb, p_at timestamptz) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_subject uuid := p_claim->>'subject_id';
  v_during tstzrange := tstzrange((p_claim->>'from')::timestamptz, (p_claim->>'to')::timestamptz);
  v_freed jsonb;
BEGIN
  INSERT INTO claim (subject_id, during, booking_id, session_id, hold_id, block_id, expires_at)
  VALUES (v_subject, v_during, p_owner->>'booking_id', p_owner->>'session_id', p_owner->>'hold_id', p_owner->>'block_id',
    (p_owner->>'expires_at')::timestamptz)
  ON CONFLICT DO NOTHING;
  IF FOUND THEN
    RETURN true;
  END IF;

  IF NOT EXISTS (SELECT FROM claim WHERE subject_id = v_subject AND during && v_during AND expires_at <= p_at) THEN
    RETURN false;
  END IF;
  BEGIN -- undone whole by the exception below
    PERFORM lock_subjects(jsonb_build_array(v_subject));
    WITH freed AS (
      DELETE FROM claim WHERE subject_id = v_subject AND during && v_during AND expires_at <= p_at
      RETURNING subject_id, during
    )
    SELECT coalesce(jsonb_agg(freed), '[]') INTO v_freed FROM freed;
    PERFORM close_blocks(v_freed);
    INSERT INTO claim (subject_id, during, booking_id, session_id, hold_id, block_id, expires_at)
    VALUES (v_subject, v_during, p_owner->>'booking_id', p_owner->>'session_id', p_owner->>'hold_id',
      p_owner->>'block_id', (p_owner->>'expires_at')::timestamptz)
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'HF003';
    END IF;
    RETURN true;
  EXCEPTION
    WHEN SQLSTATE 'HF003' THEN RETURN false;
  END;
END
$$;
