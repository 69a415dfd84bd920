-- Ends the wait of somebody who did not take what was offered, or for whom it is too late. p_entry: { id, status, at }. False: he has
-- taken it meanwhile, was offered something, or it was ended already.
CREATE OR REPLACE FUNCTION expire_waiting_list_entry(p_entry jsonb, p_event jsonb, p_audit jsonb)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_at timestamptz := p_entry->>'at';
BEGIN
  UPDATE waiting_list_entry SET status = 'expired', ended_at = v_at, updated_at = v_at
  WHERE id = p_entry->>'id' AND status = p_entry->>'status' AND (status = 'waiting' OR status = 'offered' AND NOT EXISTS (
    SELECT FROM hold WHERE hold.id = hold_id AND hold.outcome IS NULL AND hold.expires_at > v_at
  ));
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM record_command(p_event, p_audit);
  RETURN true;
END
$$;
