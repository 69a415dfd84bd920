-- Puts the group session that was joined or opened, its hosts and its resources in the places of their stand-ins: the whole
-- lists, since who joins has those who are there already.
-- p_stand_ins: { session, host, resource }.
CREATE OR REPLACE FUNCTION name_places(p_text text, p_stand_ins jsonb, p_session jsonb)
RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  v_hosts text := (SELECT string_agg('"' || member_id || '"', ',' ORDER BY position)
    FROM jsonb_to_recordset(p_session->'claims') AS taken (member_id text, position int) WHERE member_id IS NOT NULL);
  v_resources text := (SELECT string_agg('"' || resource_id || '"', ',' ORDER BY position)
    FROM jsonb_to_recordset(p_session->'claims') AS taken (resource_id text, position int) WHERE resource_id IS NOT NULL);
BEGIN
  p_text := replace(p_text, p_stand_ins->>'session', p_session->>'id');
  p_text := replace(p_text, '"' || (p_stand_ins->>'host') || '"', coalesce(v_hosts, ''));
  RETURN replace(p_text, '"' || (p_stand_ins->>'resource') || '"', coalesce(v_resources, ''));
END
$$;
