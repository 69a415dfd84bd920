-- Numbers and marks the events that come next, and gives them back in their order. Null while another dispatcher is at it.
-- What is still open in another transaction is waited for, and all that was written since that one began: a sequence is not
-- in the order of the commits. Those of one object are, since each command locks its object before it writes its event.
CREATE OR REPLACE FUNCTION take_events(p_most int, p_at timestamptz) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_position bigint;
  v_events jsonb;
BEGIN
  SELECT position INTO v_position FROM outbox_cursor WHERE id = 1 FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;

  WITH next AS (
    SELECT sequence, row_number() OVER (ORDER BY sequence) AS place
    FROM (
      SELECT sequence FROM outbox_event
      WHERE position IS NULL AND transaction_id < pg_snapshot_xmin(pg_current_snapshot())
      ORDER BY sequence LIMIT p_most
    ) AS due
  ), taken AS (
    UPDATE outbox_event SET position = v_position + next.place, dispatched_at = p_at
    FROM next WHERE outbox_event.sequence = next.sequence
    RETURNING outbox_event.*
  )
  SELECT jsonb_agg(jsonb_build_object('id', id, 'type', type, 'version', version, 'occurredAt', occurred_at,
    'organisationId', organisation_id, 'subjectId', subject_id, 'requestId', request_id, 'traceId', trace_id,
    'payload', payload, 'position', position) ORDER BY position)
  INTO v_events FROM taken;

  UPDATE outbox_cursor SET position = position + jsonb_array_length(v_events) WHERE id = 1 AND v_events IS NOT NULL;
  RETURN coalesce(v_events, '[]');
END
$$;
