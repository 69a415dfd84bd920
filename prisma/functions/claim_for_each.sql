-- Takes time for several bookings, all of it or nothing: done | conflict | limit.
--
-- p_wanted: { claims, limits, at, minutes }. A claim is { booking_id | session_id, subject_id, from, to } with whatever its booking wants
-- to know of it; a limit is as is_limit_reached has it, with `most`: how many of the bookings it counts. Their own
-- count together. What has expired by `at` is free; blocks come before who takes it over.
--
-- One INSERT in the order of subject and start, after all locks: of limits first, then of subjects.
CREATE OR REPLACE FUNCTION claim_for_each(p_wanted jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  v_at timestamptz := p_wanted->>'at';
  v_added jsonb := jsonb_build_object('at', p_wanted->'at', 'minutes', p_wanted->'minutes');
  v_freed jsonb;
  v_taken int;
BEGIN
  PERFORM lock_subjects(jsonb_path_query_array(p_wanted->'limits', '$[*].key'));
  IF EXISTS (
    SELECT FROM jsonb_array_elements(p_wanted->'limits') AS bound
    WHERE limit_room(bound, v_added) < (bound->>'most')::int
  ) THEN
    RETURN 'limit';
  END IF;

  BEGIN -- undone whole by the exception below
    PERFORM lock_subjects(jsonb_path_query_array(p_wanted->'claims', '$[*].subject_id'));
    WITH freed AS (
      DELETE FROM claim WHERE id = ANY (ARRAY(
        SELECT met.id
        FROM jsonb_to_recordset(p_wanted->'claims') AS wanted (subject_id uuid, "from" timestamptz, "to" timestamptz),
          claims_in(wanted.subject_id, tstzrange(wanted."from", wanted."to")) AS met
        WHERE met.expires_at <= v_at
      )) AND expires_at <= v_at
      RETURNING subject_id, during
    )
    SELECT coalesce(jsonb_agg(freed), '[]') INTO v_freed FROM freed;
    PERFORM close_blocks(v_freed);

    INSERT INTO claim (subject_id, during, booking_id, session_id)
    SELECT subject_id, tstzrange("from", "to"), booking_id, session_id
    FROM jsonb_to_recordset(p_wanted->'claims')
      AS wanted (subject_id uuid, "from" timestamptz, "to" timestamptz, booking_id text, session_id text)
    ORDER BY subject_id, "from"
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS v_taken = ROW_COUNT;
    IF v_taken < jsonb_array_length(p_wanted->'claims') THEN
      RAISE EXCEPTION USING ERRCODE = 'HF003';
    END IF;
    RETURN 'done';
  EXCEPTION
    WHEN SQLSTATE 'HF003' THEN RETURN 'conflict';
  END;
END
$$;
