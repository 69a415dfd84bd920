-- Of wanted time what a booking has not taken already: a claim of `all` is cut into the pieces that lie outside the
-- booking's own claims of the same subject. Nothing is changed where there is no booking.
CREATE OR REPLACE FUNCTION beyond_booking(p_wanted jsonb, p_booking_id text) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN p_booking_id IS NULL THEN p_wanted ELSE p_wanted || jsonb_build_object('all', coalesce((
    SELECT jsonb_agg(wanted || jsonb_build_object('from', lower(piece), 'to', upper(piece)) ORDER BY place, piece)
    FROM jsonb_array_elements(p_wanted->'all') WITH ORDINALITY AS needed (wanted, place),
      unnest(tstzmultirange(tstzrange((wanted->>'from')::timestamptz, (wanted->>'to')::timestamptz)) - coalesce((
        SELECT range_agg(during) FROM claim
        WHERE booking_id = p_booking_id AND subject_id = (wanted->>'subject_id')::uuid
      ), '{}')) AS piece
  ), '[]')) END;
$$;
