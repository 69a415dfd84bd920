-- Takes places of an open group session, or opens one with the wanted time (see claim_time; null: none may be opened).
-- NULL: there are not as many places left, and the time is taken, or its hosts are at their limits; the text "limit" when a
-- limit was reached that bounds whoever joins too.
-- p_session: as in join_group_session, { id, organisation_id, capacity, created_at } of the one that would be opened, and
-- those `limits`. p_appointment: as in claim_within_limits.
--
-- Those who would open one at the same time go one after the other: the second finds what the first has opened. Who only
-- joins takes no lock but those of limits and of the session's row. p_freed: of a booking that moves, all whose time it may
-- give back after this; they are locked together with those of the new session, in one order.
CREATE OR REPLACE FUNCTION take_places(p_session jsonb, p_wanted jsonb, p_appointment jsonb, p_freed jsonb DEFAULT '[]')
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_owner jsonb := jsonb_build_object('session_id', p_session->>'id');
  v_session group_session;
  v_taken jsonb;
BEGIN
  IF p_session ? 'limits' AND is_beyond_limits(p_session->'limits', p_appointment) THEN
    RETURN '"limit"';
  END IF;

  v_session := join_group_session(p_session);
  IF v_session.id IS NOT NULL THEN
    RETURN to_jsonb(v_session);
  ELSIF (jsonb_typeof(p_wanted) = 'object') IS NOT TRUE THEN
    RETURN NULL;
  END IF;

  PERFORM lock_subjects(jsonb_build_array(slot_of_session(p_session)));
  v_session := join_group_session(p_session);
  IF v_session.id IS NOT NULL THEN
    RETURN to_jsonb(v_session);
  END IF;
  v_taken := CASE
    WHEN p_wanted ? 'limits' THEN claim_within_limits(p_wanted, v_owner, p_appointment, p_freed)
    WHEN p_freed = '[]' THEN claim_time(p_wanted, v_owner)
    ELSE claim_together(p_wanted, v_owner, p_freed)
  END;
  IF v_taken IS NULL OR v_taken = '"limit"' THEN
    RETURN NULL;
  END IF;
  INSERT INTO group_session (id, organisation_id, event_type_id, starts_at, ends_at, capacity, taken, claims, created_at)
  VALUES (p_session->>'id', p_session->>'organisation_id', p_session->>'event_type_id',
    (p_session->>'starts_at')::timestamptz, (p_session->>'ends_at')::timestamptz, (p_session->>'capacity')::int,
    (p_session->>'places')::int, (SELECT jsonb_agg(value - 'limits') FROM jsonb_array_elements(v_taken)),
    (p_session->>'created_at')::timestamptz)
  RETURNING * INTO v_session;
  RETURN to_jsonb(v_session);
END
$$;
