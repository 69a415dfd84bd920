-- The records of a series of a group event, the first of which tells of the series and each of the others of one booking, with the
-- group session that it has places of in the place of its stand-ins; see name_places.
CREATE OR REPLACE FUNCTION named_by_session(p_records jsonb, p_occurrences jsonb, p_sessions jsonb)
RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_agg(CASE
    WHEN place = 1 THEN record
    ELSE name_places(record::text, p_occurrences->(place::int - 2)->'stand_ins', p_sessions->(place::int - 2))::jsonb
  END ORDER BY place)
  FROM jsonb_array_elements(p_records) WITH ORDINALITY AS records (record, place);
$$;
