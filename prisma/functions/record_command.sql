-- What every command leaves behind: its event and its audit line.
CREATE OR REPLACE FUNCTION record_command(p_event jsonb, p_audit jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO outbox_event (id, organisation_id, type, subject_id, payload, request_id, occurred_at)
  VALUES (p_event->>'id', p_event->>'organisation_id', p_event->>'type', p_event->>'subject_id', p_event->'payload',
    p_event->>'request_id', (p_event->>'occurred_at')::timestamptz);

  INSERT INTO audit_entry SELECT * FROM jsonb_populate_record(NULL::audit_entry, p_audit);

  INSERT INTO audit_origin (audit_entry_id, address, user_agent, reason)
  VALUES (p_audit->>'id', p_audit->>'address', p_audit->>'user_agent', p_audit->>'reason');
END
$$;
