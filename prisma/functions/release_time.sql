-- Gives back all that one owner has: { booking_id | session_id | hold_id | block_id }. Blocks close over it in the same step,
-- so that nobody books into the gap.
CREATE OR REPLACE FUNCTION release_time(p_owner jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_booking_id text COLLATE "C" := p_owner->>'booking_id';
  v_session_id text COLLATE "C" := p_owner->>'session_id';
  v_hold_id text COLLATE "C" := p_owner->>'hold_id';
  v_block_id text COLLATE "C" := p_owner->>'block_id';
  v_freed jsonb;
BEGIN
  PERFORM lock_subjects((
    SELECT coalesce(jsonb_agg(subject_id), '[]') FROM claim
    WHERE booking_id = v_booking_id OR session_id = v_session_id OR hold_id = v_hold_id OR block_id = v_block_id
  ));
  WITH freed AS (
    DELETE FROM claim
    WHERE booking_id = v_booking_id OR session_id = v_session_id OR hold_id = v_hold_id OR block_id = v_block_id
    RETURNING subject_id, during
  )
  SELECT coalesce(jsonb_agg(freed), '[]') INTO v_freed FROM freed;
  PERFORM close_blocks(v_freed);
END
$$;
