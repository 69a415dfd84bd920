-- Offers a time to somebody who waits: holds it for him, and says so with event, audit line and mail. p_entry: what changes of
-- the entry; p_session: of a group event, see create_seated_hold. Outcomes: those of create_hold, and gone (he does not wait
-- any more, or was offered another time meanwhile).
-- The entry comes first: of two who offer at the same time one waits for the other, and then finds him served.
CREATE OR REPLACE FUNCTION offer_waiting_time(
  p_entry jsonb, p_event jsonb, p_audit jsonb, p_terms jsonb, p_session jsonb, p_wanted jsonb, p_hold jsonb,
  p_hold_event jsonb, p_hold_audit jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_outcome jsonb;
BEGIN
  PERFORM FROM waiting_list_entry WHERE id = p_entry->>'id' AND status = 'waiting' FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN jsonb_build_object('outcome', 'gone');
  END IF;

  v_outcome := CASE
    WHEN p_session IS NULL THEN create_hold(NULL, p_terms, p_wanted, NULL, p_hold, '[]', p_hold_event, p_hold_audit)
    ELSE create_seated_hold(NULL, p_terms, p_session, p_wanted, NULL, p_hold, '[]', p_hold_event, p_hold_audit)
  END;
  IF v_outcome->>'outcome' <> 'done' THEN
    RETURN v_outcome;
  END IF;
  UPDATE waiting_list_entry SET
    status = 'offered', hold_id = p_hold->>'id', updated_at = (p_entry->>'updated_at')::timestamptz,
    offered_starts_at = (p_entry->>'offered_starts_at')::timestamptz, offer_expires_at = (p_entry->>'offer_expires_at')::timestamptz
  WHERE id = p_entry->>'id';
  PERFORM record_command(p_event, p_audit);
  RETURN v_outcome;
END
$$;
