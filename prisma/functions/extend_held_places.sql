-- Lets a group session keep its time as long as a hold lives that has places of it, whose row the caller has locked.
CREATE OR REPLACE FUNCTION extend_held_places(p_hold_id text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_hold hold;
BEGIN
  SELECT * INTO v_hold FROM hold WHERE id = p_hold_id AND keeps_places;
  PERFORM FROM group_session WHERE id = v_hold.group_session_id FOR NO KEY UPDATE;
  UPDATE claim SET expires_at = GREATEST(expires_at, v_hold.expires_at)
  WHERE session_id = v_hold.group_session_id AND expires_at IS NOT NULL;
END
$$;
