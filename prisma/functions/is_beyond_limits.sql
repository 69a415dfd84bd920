-- Locks the keys of limits (see claim_within_limits) and says whether one more appointment would go beyond one of them. Who is
-- not answered true may add it until he ends. p_session: { limits, at, hold }, as in take_places.
CREATE OR REPLACE FUNCTION is_beyond_limits(p_session jsonb, p_appointment jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_added jsonb := jsonb_build_object(
    'booking_id', p_appointment->'id', 'hold_id', p_session->'hold'->'id', 'at', p_session->'at', 'minutes',
    extract(epoch FROM (p_appointment->>'ends_at')::timestamptz - (p_appointment->>'starts_at')::timestamptz) / 60
  );
BEGIN
  PERFORM lock_subjects(jsonb_path_query_array(p_session, '$.limits[*].key'));
  RETURN EXISTS (SELECT FROM jsonb_array_elements(p_session->'limits') AS bound WHERE is_limit_reached(bound, v_added));
END
$$;
