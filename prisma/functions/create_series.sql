-- Creates the bookings of a series with all that belongs to them, as create_booking does for one. All rules were decided by
-- the caller, and who serves. p_wanted: see claim_for_each; each of its claims has the columns of booking_host or
-- booking_resource too.
-- Outcomes: done | replayed | mismatched | stale (the terms have changed since) | conflict | limit; but for the first
-- nothing has happened.
CREATE OR REPLACE FUNCTION create_series(
  p_once jsonb, p_terms jsonb, p_wanted jsonb, p_series jsonb, p_bookings jsonb, p_attendees jsonb, p_events jsonb,
  p_audits jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_kept jsonb := keep_answer(p_once);
  v_outcome text;
  v_counted jsonb;
BEGIN
  IF v_kept IS NOT NULL THEN
    RETURN v_kept;
  END IF;

  v_outcome := CASE WHEN terms_are_current(p_terms) THEN claim_for_each(p_wanted) ELSE 'stale' END;
  IF v_outcome <> 'done' THEN
    PERFORM forget_answer(p_once);
    RETURN jsonb_build_object('outcome', v_outcome);
  END IF;

  INSERT INTO series SELECT * FROM jsonb_populate_record(NULL::series, p_series);
  INSERT INTO booking SELECT * FROM jsonb_populate_recordset(NULL::booking, p_bookings);
  PERFORM write_hosts_and_resources(p_wanted->'claims');
  INSERT INTO attendee SELECT * FROM jsonb_populate_recordset(NULL::attendee, p_attendees);
  PERFORM record_commands(p_events, p_audits);

  -- One who serves all of it counts for each.
  v_counted := jsonb_path_query_first(p_wanted->'claims', '$[*] ? (exists (@.use_step))');
  IF v_counted IS NOT NULL THEN
    PERFORM count_host_use(p_bookings->0, v_counted || jsonb_build_object(
      'use_step', (v_counted->>'use_step')::double precision * jsonb_array_length(p_bookings)
    ));
  END IF;
  RETURN jsonb_build_object('outcome', 'done');
END
$$;
