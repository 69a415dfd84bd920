-- Who finds a time taken goes before anything is written.

-- Creates a booking with its claim, hosts, attendees, event, audit line and kept answer. All rules were decided by the
-- caller. Outcomes: done | replayed | mismatched | stale (the terms have changed since) | conflict (the time is taken).
--
-- The claim comes before every row that a refusal would have to undo. ON CONFLICT DO NOTHING waits for whoever holds the
-- time and then gives up: a plain INSERT between parallel callers deadlocks (126 times in the prototype's 64-client run).
--
-- Of those who want one time all but the first find it taken at once: they end before they write anything, in 0.3 ms of
-- the server's time in place of 0.7. Only the claim's own constraint decides between those who come together.
CREATE OR REPLACE FUNCTION create_booking(
  p_once jsonb, p_terms jsonb, p_claim jsonb, p_booking jsonb, p_hosts jsonb, p_attendees jsonb, p_event jsonb, p_audit jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_subject uuid := p_claim->>'subject_id';
  v_during tstzrange := tstzrange((p_claim->>'from')::timestamptz, (p_claim->>'to')::timestamptz);
  v_kept jsonb;
BEGIN
  IF EXISTS (SELECT FROM claim WHERE subject_id = v_subject AND during && v_during)
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

  INSERT INTO claim (subject_id, during, booking_id) VALUES (v_subject, v_during, p_booking->>'id')
  ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    PERFORM forget_answer(p_once);
    RETURN jsonb_build_object('outcome', 'conflict');
  END IF;

  INSERT INTO booking SELECT * FROM jsonb_populate_record(NULL::booking, p_booking);
  INSERT INTO booking_host SELECT * FROM jsonb_populate_recordset(NULL::booking_host, p_hosts);
  INSERT INTO attendee SELECT * FROM jsonb_populate_recordset(NULL::attendee, p_attendees);
  PERFORM record_command(p_event, p_audit);
  RETURN jsonb_build_object('outcome', 'done');
END
$$;
