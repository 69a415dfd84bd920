-- The commands; prisma/functions/ holds the readable source of each, and a test compares.

-- Takes the idempotency key and keeps the answer with it. NULL: the key was new, go on. Otherwise the outcome that the
-- caller returns: 'replayed' with the kept answer, or 'mismatched' when the key was used for another request.
-- A twin that is still running is waited for by the insert; lock_timeout bounds the wait.
CREATE OR REPLACE FUNCTION keep_answer(p_once jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_kept idempotency_key;
BEGIN
  IF p_once IS NULL THEN
    RETURN NULL;
  END IF;

  INSERT INTO idempotency_key
  SELECT * FROM jsonb_populate_record(NULL::idempotency_key, p_once)
  ON CONFLICT DO NOTHING;
  IF FOUND THEN
    RETURN NULL;
  END IF;

  SELECT * INTO STRICT v_kept FROM idempotency_key
  WHERE credential_id = p_once->>'credential_id' AND operation = p_once->>'operation' AND key = p_once->>'key';
  IF v_kept.request_hash <> p_once->>'request_hash' THEN
    RETURN jsonb_build_object('outcome', 'mismatched');
  END IF;
  RETURN jsonb_build_object('outcome', 'replayed', 'answer',
    jsonb_build_object('status', v_kept.status, 'headers', v_kept.headers, 'body', v_kept.body));
END
$$;

-- Gives the idempotency key back when the command was refused before it changed anything.
CREATE OR REPLACE FUNCTION forget_answer(p_once jsonb) RETURNS void LANGUAGE sql AS $$
  DELETE FROM idempotency_key
  WHERE credential_id = p_once->>'credential_id' AND operation = p_once->>'operation' AND key = p_once->>'key';
$$;

-- Whether an event type, its hosts and their schedules still stand in the versions that a decision was made with.
-- A deletion raises the version too.
CREATE OR REPLACE FUNCTION terms_are_current(p_terms jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
      SELECT FROM event_type
      WHERE id = p_terms->>'event_type_id' AND version = (p_terms->>'event_type_version')::int
    ) AND NOT EXISTS (
      SELECT FROM jsonb_each_text(p_terms->'members') AS known (id, version)
      WHERE NOT EXISTS (SELECT FROM member m WHERE m.id = known.id AND m.version = known.version::int)
    ) AND NOT EXISTS (
      SELECT FROM jsonb_each_text(p_terms->'schedules') AS known (id, version)
      WHERE NOT EXISTS (SELECT FROM schedule s WHERE s.id = known.id AND s.version = known.version::int)
    );
$$;

-- What every command leaves behind: its event and its audit line.
CREATE OR REPLACE FUNCTION record_command(p_event jsonb, p_audit jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO outbox_event (id, organisation_id, type, subject_id, payload, request_id, occurred_at)
  VALUES (p_event->>'id', p_event->>'organisation_id', p_event->>'type', p_event->>'subject_id', p_event->'payload',
    p_event->>'request_id', (p_event->>'occurred_at')::timestamptz);

  INSERT INTO audit_entry SELECT * FROM jsonb_populate_record(NULL::audit_entry, p_audit);

  INSERT INTO audit_origin (audit_entry_id, address, user_agent, reason)
  VALUES (p_audit->>'id', p_audit->>'address', p_audit->>'user_agent', p_audit->>'reason');
END
$$;

-- Replaces what may change of a booking row, if it still stands in the version that the decision was made with.
CREATE OR REPLACE FUNCTION write_booking(p_booking jsonb, p_version int) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  UPDATE booking SET
    status = changed.status, pending_reasons = changed.pending_reasons, expires_at = changed.expires_at,
    starts_at = changed.starts_at, ends_at = changed.ends_at,
    location = changed.location, answers = changed.answers, notes = changed.notes, metadata = changed.metadata,
    cancelled_at = changed.cancelled_at, cancelled_by = changed.cancelled_by,
    cancellation_reason = changed.cancellation_reason, decline_reason = changed.decline_reason,
    sequence = changed.sequence, version = changed.version, updated_at = changed.updated_at
  FROM jsonb_populate_record(NULL::booking, p_booking) AS changed
  WHERE booking.id = changed.id AND booking.version = p_version;
  RETURN FOUND;
END
$$;

-- Creates a booking with its claim, hosts, attendees, event, audit line and kept answer. All rules were decided by the
-- caller. Outcomes: done | replayed | mismatched | stale (the terms have changed since) | conflict (the time is taken).
--
-- The claim comes before every row that a refusal would have to undo. ON CONFLICT DO NOTHING waits for whoever holds the
-- time and then gives up: a plain INSERT between parallel callers deadlocks (126 times in the prototype's 64-client run).
CREATE OR REPLACE FUNCTION create_booking(
  p_once jsonb, p_terms jsonb, p_claim jsonb, p_booking jsonb, p_hosts jsonb, p_attendees jsonb, p_event jsonb, p_audit jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_kept jsonb := keep_answer(p_once);
BEGIN
  IF v_kept IS NOT NULL THEN
    RETURN v_kept;
  END IF;

  IF NOT terms_are_current(p_terms) THEN
    PERFORM forget_answer(p_once);
    RETURN jsonb_build_object('outcome', 'stale');
  END IF;

  INSERT INTO claim (subject_id, during, booking_id)
  VALUES ((p_claim->>'subject_id')::uuid,
    tstzrange((p_claim->>'from')::timestamptz, (p_claim->>'to')::timestamptz), p_booking->>'id')
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

-- Moves a booking to another state, or edits what is not time; gives its time back when it no longer needs it.
-- Outcomes: done | replayed | mismatched | stale (somebody else changed the booking first).
CREATE OR REPLACE FUNCTION change_booking(
  p_once jsonb, p_version int, p_booking jsonb, p_release boolean, p_event jsonb, p_audit jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_kept jsonb := keep_answer(p_once);
BEGIN
  IF v_kept IS NOT NULL THEN
    RETURN v_kept;
  END IF;

  IF NOT write_booking(p_booking, p_version) THEN
    PERFORM forget_answer(p_once);
    RETURN jsonb_build_object('outcome', 'stale');
  END IF;

  IF p_release THEN
    DELETE FROM claim WHERE booking_id = p_booking->>'id';
  END IF;
  PERFORM record_command(p_event, p_audit);
  RETURN jsonb_build_object('outcome', 'done');
END
$$;

-- Serialises those who combine a delete with an insert of claims for the same hosts or resources, always in the order of
-- the hash. Without it two such commands wait for each other's claims until the deadlock detector ends one of them.
CREATE OR REPLACE FUNCTION lock_subjects(p_subjects jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_hash bigint;
BEGIN
  FOR v_hash IN SELECT DISTINCT hashtextextended(subject, 0) FROM jsonb_array_elements_text(p_subjects) AS subject ORDER BY 1 LOOP
    PERFORM pg_advisory_xact_lock(v_hash);
  END LOOP;
END
$$;

-- Moves a booking to another time or host: the old time is freed and the new time claimed together, or nothing happens.
-- Outcomes: done | replayed | mismatched | stale (booking or terms changed) | conflict (the new time is taken).
CREATE OR REPLACE FUNCTION reschedule_booking(
  p_once jsonb, p_terms jsonb, p_version int, p_subjects jsonb, p_claim jsonb, p_booking jsonb, p_hosts jsonb,
  p_event jsonb, p_audit jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_id text COLLATE "C" := p_booking->>'id';
  v_kept jsonb := keep_answer(p_once);
BEGIN
  IF v_kept IS NOT NULL THEN
    RETURN v_kept;
  END IF;

  BEGIN -- undone whole by the exception below
    IF NOT write_booking(p_booking, p_version) OR NOT terms_are_current(p_terms) THEN
      RAISE EXCEPTION USING ERRCODE = 'HF001';
    END IF;

    PERFORM lock_subjects(p_subjects);
    DELETE FROM claim WHERE booking_id = v_id;
    INSERT INTO claim (subject_id, during, booking_id)
    VALUES ((p_claim->>'subject_id')::uuid,
      tstzrange((p_claim->>'from')::timestamptz, (p_claim->>'to')::timestamptz), v_id)
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'HF002';
    END IF;

    DELETE FROM booking_host WHERE booking_id = v_id;
    INSERT INTO booking_host SELECT * FROM jsonb_populate_recordset(NULL::booking_host, p_hosts);
    PERFORM record_command(p_event, p_audit);
    RETURN jsonb_build_object('outcome', 'done');
  EXCEPTION
    WHEN SQLSTATE 'HF001' THEN
      PERFORM forget_answer(p_once);
      RETURN jsonb_build_object('outcome', 'stale');
    WHEN SQLSTATE 'HF002' THEN
      PERFORM forget_answer(p_once);
      RETURN jsonb_build_object('outcome', 'conflict');
  END;
END
$$;
