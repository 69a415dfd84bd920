-- Creates a booking with its claims, hosts, attendees, event, audit line and kept answer. All rules were decided by the
-- caller. Outcomes: done | replayed | mismatched | stale (the terms have changed since) | conflict (the time is taken) |
-- limit (there are as many bookings as limits allow; only where `limits` are among what is wanted).
--
-- The claims come before every row that a refusal would have to undo. ON CONFLICT DO NOTHING waits for whoever holds the
-- time and then gives up: a plain INSERT between parallel callers deadlocks (126 times in the prototype's 64-client run).
--
-- Of those who want one time all but the first find it taken at once: they end before they write anything, in 0.3 ms of
-- the server's time in place of 0.7. Only the claim's own constraint decides between those who come together.
--
-- Who or what is chosen from a pool is known when the time is taken: until then the answer, the event and the audit line
-- name a stand-in. `chosen` tells the caller who it was, one for each pool.
CREATE OR REPLACE FUNCTION create_booking(
  p_once jsonb, p_terms jsonb, p_wanted jsonb, p_booking jsonb, p_attendees jsonb, p_event jsonb, p_audit jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_has_pools boolean := jsonb_array_length(p_wanted->'pools') > 0;
  v_takes_resources boolean := p_terms ? 'resources';
  v_owner jsonb := jsonb_build_object('booking_id', p_booking->>'id');
  v_kept jsonb;
  v_taken jsonb;
  v_counted jsonb;
BEGIN
  IF is_taken(p_wanted)
    AND NOT EXISTS (
      SELECT FROM idempotency_key
      WHERE credential_id = p_once->>'credential_id' AND operation = p_once->>'operation' AND key = p_once->>'key'
    )
  THEN
    RETURN jsonb_build_object('outcome', 'conflict');
  END IF;

  v_kept := keep_answer(p_once);
  IF v_kept IS NOT NULL THEN
    RETURN v_kept;
  END IF;

  IF NOT terms_are_current(p_terms) THEN
    PERFORM forget_answer(p_once);
    RETURN jsonb_build_object('outcome', 'stale');
  END IF;

  v_taken := CASE
    WHEN p_wanted ? 'limits' THEN claim_within_limits(p_wanted, v_owner, p_booking)
    ELSE claim_time(p_wanted, v_owner)
  END;
  IF v_taken IS NULL OR v_taken = '"limit"' THEN
    PERFORM forget_answer(p_once);
    RETURN jsonb_build_object('outcome', coalesce(v_taken #>> '{}', 'conflict'));
  END IF;

  INSERT INTO booking SELECT * FROM jsonb_populate_record(NULL::booking, p_booking);
  PERFORM write_booking_hosts(p_booking, v_taken);
  IF v_takes_resources THEN
    PERFORM write_booking_resources(p_booking, v_taken);
  END IF;
  INSERT INTO attendee SELECT * FROM jsonb_populate_recordset(NULL::attendee, p_attendees);
  IF v_has_pools THEN
    UPDATE idempotency_key SET body = name_chosen(body, p_wanted, v_taken)
    WHERE credential_id = p_once->>'credential_id' AND operation = p_once->>'operation' AND key = p_once->>'key';
    p_event := name_chosen(p_event::text, p_wanted, v_taken);
    p_audit := name_chosen(p_audit::text, p_wanted, v_taken);
  END IF;
  PERFORM record_command(p_event, p_audit);

  v_counted := jsonb_path_query_first(v_taken, '$[*] ? (exists (@.use_step))');
  IF v_counted IS NOT NULL THEN
    PERFORM count_host_use(p_booking, v_counted);
  END IF;
  RETURN jsonb_build_object('outcome', 'done', 'chosen',
    CASE WHEN v_has_pools THEN name_chosen(p_wanted->>'stand_ins', p_wanted, v_taken)::jsonb END);
END
$$;
