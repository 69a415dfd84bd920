-- Changes several bookings of a series together, or none: gives their time back, and takes p_wanted in place of it where that
-- is not null (see claim_for_each; its claims have the columns of booking_host or booking_resource too). p_bookings: the rows
-- as they are to be, each of the version after that which the decision was made with.
-- Outcomes: done | replayed | mismatched | stale (one of them or the terms have changed) | conflict | limit, with `limits`:
-- the places of those that would be exceeded.
--
-- Locks come in the order of every command: the rows of bookings by their identifiers, the keys of limits, the rows of group
-- sessions that they have places of, all subjects, old and new, at once. Places are given back, never taken: p_wanted is null then. Limits are looked at when all is written: what moves does not count where it was.
CREATE OR REPLACE FUNCTION change_series(
  p_once jsonb, p_terms jsonb, p_bookings jsonb, p_wanted jsonb, p_events jsonb, p_audits jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_kept jsonb := keep_answer(p_once);
  v_ids text[] := ARRAY(SELECT value->>'id' FROM jsonb_array_elements(p_bookings));
  v_session_ids text[];
  v_booking jsonb;
  v_freed jsonb;
  v_outcome text;
  v_reached jsonb;
BEGIN
  IF v_kept IS NOT NULL THEN
    RETURN v_kept;
  END IF;

  BEGIN -- undone whole by the exception below
    FOR v_booking IN SELECT value FROM jsonb_array_elements(p_bookings) ORDER BY value->>'id' COLLATE "C" LOOP
      IF NOT write_booking(v_booking, (v_booking->>'version')::int - 1) THEN
        v_outcome := 'stale';
        RAISE EXCEPTION USING ERRCODE = 'HF006';
      END IF;
    END LOOP;
    IF EXISTS (SELECT FROM jsonb_array_elements(p_terms) AS terms WHERE NOT terms_are_current(terms)) THEN
      v_outcome := 'stale';
      RAISE EXCEPTION USING ERRCODE = 'HF006';
    END IF;

    PERFORM lock_subjects(jsonb_path_query_array(p_wanted->'limits', '$[*].key'));
    v_session_ids := ARRAY(
      SELECT id FROM group_session
      WHERE id IN (SELECT group_session_id FROM booking WHERE booking.id = ANY (v_ids) AND places > 0)
      ORDER BY id FOR NO KEY UPDATE
    );
    PERFORM lock_subjects(jsonb_path_query_array(coalesce(p_wanted->'claims', '[]'), '$[*].subject_id') || (
      SELECT coalesce(jsonb_agg(subject_id), '[]') FROM claim WHERE booking_id = ANY (v_ids) OR session_id = ANY (v_session_ids)
    ));
    WITH freed AS (DELETE FROM claim WHERE booking_id = ANY (v_ids) RETURNING subject_id, during)
    SELECT coalesce(jsonb_agg(freed), '[]') INTO v_freed FROM freed;

    IF p_wanted IS NOT NULL THEN
      v_outcome := claim_for_each(p_wanted - 'limits');
      IF v_outcome <> 'done' THEN
        RAISE EXCEPTION USING ERRCODE = 'HF006';
      END IF;
      DELETE FROM booking_host WHERE booking_id = ANY (v_ids);
      DELETE FROM booking_resource WHERE booking_id = ANY (v_ids);
      PERFORM write_hosts_and_resources(p_wanted->'claims');

      -- Their own are counted by now: one more is none too many.
      SELECT jsonb_agg(place - 1) INTO v_reached
      FROM jsonb_array_elements(p_wanted->'limits') WITH ORDINALITY AS limits (bound, place)
      WHERE is_limit_reached(
        bound || jsonb_build_object('bookings', (bound->>'bookings')::bigint + 1),
        jsonb_build_object('at', p_wanted->'at', 'minutes', 0)
      );
      IF v_reached IS NOT NULL THEN
        v_outcome := 'limit';
        RAISE EXCEPTION USING ERRCODE = 'HF006';
      END IF;
    END IF;
    IF p_wanted IS NULL THEN
      PERFORM release_places(id) FROM unnest(v_ids) AS sharing (id);
    END IF;
    PERFORM close_blocks(v_freed);
    PERFORM record_commands(p_events, p_audits);
    RETURN jsonb_build_object('outcome', 'done');
  EXCEPTION
    WHEN SQLSTATE 'HF006' THEN
      PERFORM forget_answer(p_once);
      RETURN jsonb_build_object('outcome', v_outcome, 'limits', v_reached);
  END;
END
$$;
