-- What those who open group sessions of one event type and start lock.
CREATE OR REPLACE FUNCTION slot_of_session(p_session jsonb) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT concat_ws(' ', p_session->>'event_type_id', extract(epoch FROM (p_session->>'starts_at')::timestamptz));
$$;
