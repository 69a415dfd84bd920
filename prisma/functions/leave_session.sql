-- What giving places back leaves of a group session, whose row the caller has locked. With the last ones its time is free;
-- where only holds have any left, it is theirs as long as they live.
CREATE OR REPLACE FUNCTION leave_session(p_session group_session) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p_session.taken = 0 THEN
    PERFORM release_time(jsonb_build_object('session_id', p_session.id));
  ELSIF NOT EXISTS (SELECT FROM booking WHERE group_session_id = p_session.id AND places > 0) THEN
    UPDATE claim SET expires_at = (
      SELECT max(expires_at) FROM hold WHERE group_session_id = p_session.id AND keeps_places
    ) WHERE session_id = p_session.id;
  END IF;
END
$$;
