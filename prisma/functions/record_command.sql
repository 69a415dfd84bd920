-- What every command leaves behind: its event, its audit line, and a mail where one goes with it.
CREATE OR REPLACE FUNCTION record_command(p_event jsonb, p_audit jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO outbox_event (id, organisation_id, type, version, subject_id, payload, request_id, trace_id, occurred_at)
  VALUES (p_event->>'id', p_event->>'organisation_id', p_event->>'type', (p_event->>'version')::int, p_event->>'subject_id',
    p_event->'payload', p_event->>'request_id', p_event->>'trace_id', (p_event->>'occurred_at')::timestamptz);

  IF p_event ? 'mail' THEN
    INSERT INTO outgoing_mail SELECT * FROM jsonb_populate_record(NULL::outgoing_mail, p_event->'mail');
  END IF;

  PERFORM record_audit(p_audit);
END
$$;
