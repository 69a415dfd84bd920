-- Takes wanted time as claim_time does, or claim_together for a booking that moves, but only where no limit is reached: NULL
-- when something was in the way, the text "limit" when a limit was.
--
-- p_wanted: as claim_time has it, with `limits` that bound it whoever is chosen, and `limits` of each host in the pool of
-- hosts, which comes first. A limit is { key, member_id, event_type_id, email, from, to, bookings, minutes }: what is
-- counted starts within [from, to), and is of that member, event type and booker, as far as they are named.
-- p_appointment: { id, starts_at, ends_at }; `id` of the booking, null for a hold. p_freed: see claim_together.
--
-- Whoever counts by a limit holds the lock of its key until he has ended, so nobody counts what another is about to add;
-- counting in the statement that claims would let 50 of 50 through. All locks of limits come before those of subjects. Those
-- of one host of the pool are held at a time, and given up with him: who has reached his limit is passed over for the next.
CREATE OR REPLACE FUNCTION claim_within_limits(
  p_wanted jsonb, p_owner jsonb, p_appointment jsonb, p_freed jsonb DEFAULT '[]'
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_added jsonb := jsonb_build_object(
    'booking_id', p_appointment->'id', 'hold_id', p_wanted->'hold'->'id', 'at', p_wanted->'at', 'minutes',
    extract(epoch FROM (p_appointment->>'ends_at')::timestamptz - (p_appointment->>'starts_at')::timestamptz) / 60
  );
  v_of_all jsonb := p_wanted->'limits';
  v_of_option jsonb;
  v_option jsonb;
  v_wanted jsonb := p_wanted;
  v_taken jsonb;
  v_is_reached boolean;
  v_is_hopeless boolean;
  v_was_reached boolean := false;
BEGIN
  FOR v_option IN
    SELECT option FROM jsonb_array_elements(
      CASE WHEN p_wanted #> '{pools,0,0}' ? 'member_id' THEN p_wanted->'pools'->0 ELSE '[null]' END
    ) WITH ORDINALITY AS pool (option, place)
    ORDER BY place
  LOOP
    IF v_option <> 'null' THEN
      v_wanted := jsonb_set(p_wanted, '{pools,0}', jsonb_build_array(v_option));
    END IF;
    CONTINUE WHEN p_freed = '[]' AND is_taken(v_wanted);

    BEGIN -- undone whole by the exception below, its locks too
      v_of_option := coalesce(v_option->'limits', '[]');
      PERFORM lock_subjects(jsonb_path_query_array(v_of_all || v_of_option, '$[*].key'));
      v_is_hopeless := EXISTS (SELECT FROM jsonb_array_elements(v_of_all) AS bound WHERE is_limit_reached(bound, v_added));
      v_is_reached := v_is_hopeless
        OR EXISTS (SELECT FROM jsonb_array_elements(v_of_option) AS bound WHERE is_limit_reached(bound, v_added));
      v_taken := CASE
        WHEN v_is_reached THEN NULL
        WHEN p_freed = '[]' THEN claim_time(v_wanted, p_owner)
        ELSE claim_together(v_wanted, p_owner, p_freed)
      END;
      IF v_taken IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'HF005';
      END IF;
      RETURN v_taken;
    EXCEPTION
      WHEN SQLSTATE 'HF005' THEN NULL;
    END;
    v_was_reached := v_was_reached OR v_is_reached;
    EXIT WHEN v_is_hopeless;
  END LOOP;
  RETURN CASE WHEN v_was_reached THEN '"limit"'::jsonb END;
END
$$;
