-- Takes places of an open group session, or opens one with the wanted time (see claim_time; null: none may be opened).
-- NULL: there are not as many places left, and the time is taken, or its hosts are at their limits; the text "limit" when a
-- limit was reached that bounds whoever joins too.
-- p_session: as in join_group_session, { id, organisation_id, capacity } of the one that would be opened, those `limits`, and
-- `hold` where one is converted, see convert_places: then it is its places or none. p_appointment: as in claim_within_limits.
-- p_expires_at: of a hold.
--
-- Those who would open one at the same time go one after the other: the second finds what the first has opened, and the places
-- of holds that have expired. Who only joins takes no lock but those of limits and of the session's row. p_freed: of a booking
-- that moves, all whose time it may give back after this; they are locked together with those of the new session, in one order.
CREATE OR REPLACE FUNCTION take_places(
  p_session jsonb, p_wanted jsonb, p_appointment jsonb, p_freed jsonb DEFAULT '[]', p_expires_at timestamptz DEFAULT NULL
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_owner jsonb := jsonb_build_object('session_id', p_session->>'id', 'expires_at', p_expires_at);
  v_session group_session;
  v_taken jsonb;
BEGIN
  IF p_session ? 'limits' AND is_beyond_limits(p_session, p_appointment) THEN
    RETURN '"limit"';
  END IF;
  IF p_session ? 'hold' THEN
    BEGIN
      v_session := convert_places(p_session->'hold', (p_session->>'places')::int, p_appointment->>'id');
      IF v_session.id IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'HF003';
      END IF;
      RETURN to_jsonb(v_session);
    EXCEPTION
      WHEN SQLSTATE 'HF003' THEN RETURN NULL;
    END;
  END IF;

  v_session := join_group_session(p_session, p_expires_at);
  IF v_session.id IS NOT NULL THEN
    RETURN to_jsonb(v_session);
  END IF;
  PERFORM lock_subjects(jsonb_build_array(slot_of_session(p_session)));
  PERFORM forget_expired_places(id, (p_session->>'at')::timestamptz) FROM group_session
  WHERE event_type_id = p_session->>'event_type_id' AND starts_at = (p_session->>'starts_at')::timestamptz AND taken > 0
    AND EXISTS (
      SELECT FROM hold
      WHERE group_session_id = group_session.id AND keeps_places AND expires_at <= (p_session->>'at')::timestamptz
    );
  v_session := join_group_session(p_session, p_expires_at);
  IF v_session.id IS NOT NULL THEN
    RETURN to_jsonb(v_session);
  ELSIF (jsonb_typeof(p_wanted) = 'object') IS NOT TRUE THEN
    RETURN NULL;
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
    (p_session->>'at')::timestamptz)
  RETURNING * INTO v_session;
  RETURN to_jsonb(v_session);
END
$$;
