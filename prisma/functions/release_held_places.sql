-- Gives back the places that a hold, whose row the caller has locked, has of a group session.
CREATE OR REPLACE FUNCTION release_held_places(p_hold_id text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_session group_session;
BEGIN
  UPDATE group_session SET taken = taken - hold.places
  FROM hold
  WHERE hold.id = p_hold_id AND hold.keeps_places AND group_session.id = hold.group_session_id
  RETURNING group_session.* INTO v_session;
  IF NOT FOUND THEN
    RETURN;
  END IF;

  UPDATE hold SET keeps_places = false WHERE id = p_hold_id;
  PERFORM leave_session(v_session);
END
$$;
