-- What every command leaves behind: its event and its audit line.
CREATE OR REPLACE FUNCTION record_command(p_event jsonb, p_audit jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO outbox_event (id, organisation_id, type, subject_id, payload, request_id, occurred_at)
  VALUES (p_event->>'id', p_event->>'organisation_id', p_event->>'type', p_event->>'subject_id', p_event->'payload',
    p_event->>'request_id', (p_event->>'occurred_at')::timestamptz);

  PERFORM record_audit(p_audit);
END
$$;
