-- Writes an audit line with its personal side. What says nothing of its outcome was done.
CREATE OR REPLACE FUNCTION record_audit(p_audit jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit_entry SELECT * FROM jsonb_populate_record(NULL::audit_entry, '{"outcome": "done"}' || p_audit);

  INSERT INTO audit_origin (audit_entry_id, address, user_agent, reason)
  VALUES (p_audit->>'id', p_audit->>'address', p_audit->>'user_agent', p_audit->>'reason');
END
$$;
