-- Sees to it that a group session, whose row the caller has locked, keeps its time for somebody who takes places of it: for
-- good, or at least until p_expires_at where it is a hold. False: its time is over, since only holds had it, or was taken over.
CREATE OR REPLACE FUNCTION keep_session_time(p_session group_session, p_expires_at timestamptz, p_at timestamptz)
RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  UPDATE claim SET expires_at = CASE WHEN p_expires_at IS NOT NULL THEN GREATEST(expires_at, p_expires_at) END
  WHERE session_id = p_session.id AND expires_at > p_at;
  RETURN jsonb_array_length(p_session.claims) = (
    SELECT count(*) FROM claim WHERE session_id = p_session.id AND (expires_at <= p_at) IS NOT TRUE
  );
END
$$;
