-- Keeps what a provider has told, with the job that looks at it. False: it was told before.
CREATE OR REPLACE FUNCTION receive_event(p_event jsonb, p_job jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_at timestamptz := (p_event->>'created_at')::timestamptz;
BEGIN
  INSERT INTO received_event SELECT * FROM jsonb_populate_record(NULL::received_event, p_event)
  ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RETURN false;
  END IF;

  INSERT INTO job SELECT * FROM jsonb_populate_record(NULL::job, p_job);
  -- Not each time: those that come at one moment would wait for each other.
  UPDATE receiver_connection SET last_received_at = v_at
  WHERE id = p_event->>'connection_id' AND (last_received_at IS NULL OR last_received_at < v_at - interval '10 seconds');
  RETURN true;
END
$$;
