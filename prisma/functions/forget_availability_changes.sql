-- Deletes the changes that nobody asks for any more: those of transactions that were over when a mark was made five minutes
-- ago, while who last asked more than two minutes ago is to forget everything. Makes the next mark. How many they were.
CREATE OR REPLACE FUNCTION forget_availability_changes() RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  v_over xid8 := (SELECT max(over_before) FROM availability_change_mark WHERE at < clock_timestamp() - interval '5 minutes');
  v_gone int;
BEGIN
  DELETE FROM availability_change WHERE transaction_id < v_over;
  GET DIAGNOSTICS v_gone = ROW_COUNT;
  DELETE FROM availability_change_mark WHERE over_before < v_over;
  INSERT INTO availability_change_mark (over_before, at) VALUES (pg_snapshot_xmin(pg_current_snapshot()), clock_timestamp())
  ON CONFLICT DO NOTHING;
  RETURN v_gone;
END
$$;
