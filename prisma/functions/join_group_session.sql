-- Takes places of the oldest open group session of this event type, start and end that has as many left, or NULL.
-- p_session: { event_type_id, starts_at, ends_at, places, host_id, at }; host_id where a host was asked for. p_expires_at: of a
-- hold.
--
-- Only the guarded update decides: it waits for whoever is just taking or giving back places, or moves the session, and then
-- looks again.
CREATE OR REPLACE FUNCTION join_group_session(p_session jsonb, p_expires_at timestamptz DEFAULT NULL)
RETURNS group_session LANGUAGE plpgsql AS $$
DECLARE
  v_places int := p_session->>'places';
  v_id text COLLATE "C";
  v_joined group_session;
BEGIN
  FOR v_id IN
    SELECT id FROM group_session
    WHERE event_type_id = p_session->>'event_type_id' AND starts_at = (p_session->>'starts_at')::timestamptz
      AND ends_at = (p_session->>'ends_at')::timestamptz AND taken > 0 AND taken + v_places <= capacity
      AND (p_session->>'host_id' IS NULL
        OR claims @> jsonb_build_array(jsonb_build_object('member_id', p_session->>'host_id')))
    ORDER BY id
  LOOP
    BEGIN -- undone whole by the exception below
      UPDATE group_session SET taken = taken + v_places
      WHERE id = v_id AND taken > 0 AND taken + v_places <= capacity
        AND starts_at = (p_session->>'starts_at')::timestamptz AND ends_at = (p_session->>'ends_at')::timestamptz
        AND (p_session->>'host_id' IS NULL
          OR claims @> jsonb_build_array(jsonb_build_object('member_id', p_session->>'host_id')))
      RETURNING * INTO v_joined;
      IF FOUND AND NOT keep_session_time(v_joined, p_expires_at, (p_session->>'at')::timestamptz) THEN
        RAISE EXCEPTION USING ERRCODE = 'HF003';
      ELSIF FOUND THEN
        RETURN v_joined;
      END IF;
    EXCEPTION
      WHEN SQLSTATE 'HF003' THEN NULL;
    END;
  END LOOP;
  RETURN NULL;
END
$$;
