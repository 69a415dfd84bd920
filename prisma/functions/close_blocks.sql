-- Gives blocks what nobody has of their time, where some was given back: p_freed: [{ subject_id, during }], all of whose
-- subjects the caller has locked. A claim that somebody else makes at the same moment is waited for, and then gone round.
CREATE OR REPLACE FUNCTION close_blocks(p_freed jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_block record;
  v_open tstzmultirange;
BEGIN
  FOR v_block IN
    SELECT DISTINCT block.id, block.subject_id, tstzrange(block.starts_at, block.ends_at) AS during
    FROM jsonb_to_recordset(p_freed) AS freed (subject_id uuid, during tstzrange)
    JOIN block ON block.subject_id = freed.subject_id AND block.deleted_at IS NULL
      AND tstzrange(block.starts_at, block.ends_at) && freed.during
    ORDER BY block.id
  LOOP
    LOOP
      SELECT tstzmultirange(v_block.during) - coalesce(range_agg(during), '{}') INTO v_open
      FROM claim WHERE subject_id = v_block.subject_id AND during && v_block.during;
      EXIT WHEN isempty(v_open);
      INSERT INTO claim (subject_id, during, block_id)
      SELECT v_block.subject_id, piece, v_block.id FROM unnest(v_open) AS piece
      ON CONFLICT DO NOTHING;
    END LOOP;
  END LOOP;
END
$$;
