-- record_command for several at once: an event and an audit line for each.
CREATE OR REPLACE FUNCTION record_commands(p_events jsonb, p_audits jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO outbox_event (id, organisation_id, type, version, subject_id, payload, request_id, trace_id, occurred_at)
  SELECT id, organisation_id, type, version, subject_id, payload, request_id, trace_id, occurred_at
  FROM jsonb_to_recordset(p_events) AS event (
    id text, organisation_id text, type text, version int, subject_id text, payload jsonb, request_id text, trace_id text,
    occurred_at timestamptz
  );

  INSERT INTO outgoing_mail
  SELECT mail.* FROM jsonb_array_elements(p_events) AS event, jsonb_populate_record(NULL::outgoing_mail, event->'mail') AS mail
  WHERE event ? 'mail';

  INSERT INTO audit_entry SELECT * FROM jsonb_populate_recordset(NULL::audit_entry, p_audits);
  INSERT INTO audit_origin (audit_entry_id, address, user_agent, reason)
  SELECT id, address, user_agent, reason
  FROM jsonb_to_recordset(p_audits) AS audit (id text, address text, user_agent text, reason text);
END
$$;
