-- Lets nobody look any more whether a time has freed, where nobody waits and nothing is offered. Whoever joins at the same time
-- has the list's row: the look for him comes after it.
CREATE OR REPLACE FUNCTION close_waiting_list(p_event_type_id text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM waiting_list WHERE event_type_id = p_event_type_id FOR UPDATE;
  DELETE FROM waiting_list WHERE event_type_id = p_event_type_id AND NOT EXISTS (
    SELECT FROM waiting_list_entry WHERE event_type_id = p_event_type_id AND status IN ('waiting', 'offered')
  );
END
$$;
