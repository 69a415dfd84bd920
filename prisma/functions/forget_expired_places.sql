-- Gives back the places of holds of one group session that have expired by p_at; its claims have expired with them. A hold that
-- somebody is just changing is left out.
CREATE OR REPLACE FUNCTION forget_expired_places(p_session_id text, p_at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_places int;
BEGIN
  PERFORM FROM group_session WHERE id = p_session_id FOR NO KEY UPDATE;
  WITH expired AS (
    SELECT id FROM hold WHERE group_session_id = p_session_id AND keeps_places AND expires_at <= p_at FOR UPDATE SKIP LOCKED
  ), emptied AS (
    UPDATE hold SET keeps_places = false FROM expired WHERE hold.id = expired.id RETURNING hold.places
  )
  SELECT coalesce(sum(places), 0) INTO v_places FROM emptied;
  UPDATE group_session SET taken = taken - v_places WHERE id = p_session_id AND v_places > 0;
END
$$;
