-- Limits of event types and members: how many bookings, or minutes of them, a day, week or month may have.
ALTER TABLE event_type ADD COLUMN limits jsonb NOT NULL DEFAULT '[]';
ALTER TABLE member ADD COLUMN limits jsonb NOT NULL DEFAULT '[]';

-- Whether one more appointment would go beyond a limit (see claim_within_limits). p_added: { minutes, at, booking_id, hold_id }.
-- Those count that took time of the period or still do, by where they start and with their length: bookings that were not
-- cancelled or declined, and holds that are live at `at`; a booking that moves and a hold that is converted do not. A hold
-- is nobody's booking yet and counts against no booker.
CREATE OR REPLACE FUNCTION is_limit_reached(p_limit jsonb, p_added jsonb) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_member_id text COLLATE "C" := p_limit->>'member_id';
  v_event_type_id text COLLATE "C" := p_limit->>'event_type_id';
  v_email text := p_limit->>'email';
  v_from timestamptz := p_limit->>'from';
  v_to timestamptz := p_limit->>'to';
  v_counted bigint;
  v_length interval;
  v_held bigint := 0;
  v_held_length interval := '0';
BEGIN
  IF v_member_id IS NOT NULL THEN
    SELECT count(*), coalesce(sum(b.ends_at - b.starts_at), '0') INTO v_counted, v_length
    FROM booking_host h JOIN booking b ON b.id = h.booking_id
    WHERE h.member_id = v_member_id AND h.starts_at >= v_from AND h.starts_at < v_to
      AND b.id IS DISTINCT FROM p_added->>'booking_id' AND b.status NOT IN ('cancelled', 'declined')
      AND (v_event_type_id IS NULL OR b.event_type_id = v_event_type_id);
  ELSE
    SELECT count(*), coalesce(sum(b.ends_at - b.starts_at), '0') INTO v_counted, v_length
    FROM booking b
    WHERE b.event_type_id = v_event_type_id AND b.starts_at >= v_from AND b.starts_at < v_to
      AND b.id IS DISTINCT FROM p_added->>'booking_id' AND b.status NOT IN ('cancelled', 'declined')
      AND (v_email IS NULL OR EXISTS (
        SELECT FROM attendee a WHERE a.booking_id = b.id AND a.role = 'booker' AND a.email = v_email
      ));
  END IF;

  IF v_email IS NULL THEN
    SELECT count(*), coalesce(sum(ends_at - starts_at), '0') INTO v_held, v_held_length
    FROM hold
    WHERE expires_at > (p_added->>'at')::timestamptz AND outcome IS NULL AND id IS DISTINCT FROM p_added->>'hold_id'
      AND starts_at >= v_from AND starts_at < v_to
      AND (v_event_type_id IS NULL OR event_type_id = v_event_type_id)
      AND (v_member_id IS NULL OR v_member_id = ANY (host_ids));
  END IF;

  RETURN coalesce(v_counted + v_held + 1 > (p_limit->>'bookings')::bigint, false)
    OR coalesce(
      extract(epoch FROM v_length + v_held_length) / 60 + (p_added->>'minutes')::numeric > (p_limit->>'minutes')::bigint,
      false
    );
END
$$;

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

-- Takes time for a hold, as create_booking does for a booking. p_moving: { booking_id, version } of the booking that it is to
-- move, whose own time is not claimed again; nobody changes that booking meanwhile.
-- Outcomes: done | replayed | mismatched | stale (terms or booking have changed) | conflict (the time is taken) | limit
-- (see create_booking) | full (there are as many live holds as p_quotas allow; `until` says when there is room again).
CREATE OR REPLACE FUNCTION create_hold(
  p_once jsonb, p_terms jsonb, p_wanted jsonb, p_moving jsonb, p_hold jsonb, p_quotas jsonb, p_event jsonb, p_audit jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_kept jsonb := keep_answer(p_once);
  v_owner jsonb := jsonb_build_object('hold_id', p_hold->>'id', 'expires_at', p_hold->>'expires_at');
  v_taken jsonb;
  v_until timestamptz;
BEGIN
  IF v_kept IS NOT NULL THEN
    RETURN v_kept;
  END IF;

  BEGIN -- undone whole by the exception below
    IF p_moving IS NOT NULL THEN
      PERFORM FROM booking WHERE id = p_moving->>'booking_id' AND version = (p_moving->>'version')::int FOR SHARE;
      IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'HF001';
      END IF;
    END IF;
    IF NOT terms_are_current(p_terms) THEN
      RAISE EXCEPTION USING ERRCODE = 'HF001';
    END IF;

    p_wanted := beyond_booking(p_wanted, p_moving->>'booking_id');
    v_taken := CASE
      WHEN p_wanted ? 'limits' THEN
        claim_within_limits(p_wanted, v_owner, p_hold || jsonb_build_object('id', p_moving->'booking_id'))
      ELSE claim_time(p_wanted, v_owner)
    END;
    IF v_taken IS NULL OR v_taken = '"limit"' THEN
      RAISE EXCEPTION USING ERRCODE = 'HF002';
    END IF;

    IF jsonb_array_length(p_wanted->'pools') > 0 THEN
      UPDATE idempotency_key SET body = name_chosen(body, p_wanted, v_taken)
      WHERE credential_id = p_once->>'credential_id' AND operation = p_once->>'operation' AND key = p_once->>'key';
      p_hold := name_chosen(p_hold::text, p_wanted, v_taken);
      p_event := name_chosen(p_event::text, p_wanted, v_taken);
      p_audit := name_chosen(p_audit::text, p_wanted, v_taken);
    END IF;
    INSERT INTO hold SELECT * FROM jsonb_populate_record(NULL::hold, p_hold);
    v_until := exceeded_quota(p_quotas, (p_hold->>'created_at')::timestamptz);
    IF v_until IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'HF004';
    END IF;
    PERFORM record_command(p_event, p_audit);
    RETURN jsonb_build_object('outcome', 'done', 'chosen', name_chosen(p_wanted->>'stand_ins', p_wanted, v_taken)::jsonb);
  EXCEPTION
    WHEN SQLSTATE 'HF001' THEN
      PERFORM forget_answer(p_once);
      RETURN jsonb_build_object('outcome', 'stale');
    WHEN SQLSTATE 'HF002' THEN
      PERFORM forget_answer(p_once);
      RETURN jsonb_build_object('outcome', coalesce(v_taken #>> '{}', 'conflict'));
    WHEN SQLSTATE 'HF004' THEN
      PERFORM forget_answer(p_once);
      RETURN jsonb_build_object('outcome', 'full', 'until', v_until);
  END;
END
$$;

-- Moves a booking to another time or other hosts: the old time is freed and the new time claimed together, or nothing
-- happens. p_subjects: all whose time it has. Of a kind of resource it takes any that is free then; `chosen` is as in
-- create_booking.
-- Outcomes: done | replayed | mismatched | stale (booking or terms changed) | conflict (the new time is taken) |
-- limit (see create_booking).
CREATE OR REPLACE FUNCTION reschedule_booking(
  p_once jsonb, p_terms jsonb, p_version int, p_subjects jsonb, p_wanted jsonb, p_booking jsonb, p_event jsonb,
  p_audit jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_id text COLLATE "C" := p_booking->>'id';
  v_kept jsonb := keep_answer(p_once);
  v_owner jsonb := jsonb_build_object('booking_id', v_id);
  v_taken jsonb;
BEGIN
  IF v_kept IS NOT NULL THEN
    RETURN v_kept;
  END IF;

  BEGIN -- undone whole by the exception below
    IF NOT write_booking(p_booking, p_version) OR NOT terms_are_current(p_terms) THEN
      RAISE EXCEPTION USING ERRCODE = 'HF001';
    END IF;

    v_taken := CASE
      WHEN p_wanted ? 'limits' THEN claim_within_limits(p_wanted, v_owner, p_booking, p_subjects)
      ELSE claim_together(p_wanted, v_owner, p_subjects)
    END;
    IF v_taken IS NULL OR v_taken = '"limit"' THEN
      RAISE EXCEPTION USING ERRCODE = 'HF002';
    END IF;

    DELETE FROM booking_host WHERE booking_id = v_id;
    PERFORM write_booking_hosts(p_booking, v_taken);
    IF p_terms ? 'resources' THEN
      DELETE FROM booking_resource WHERE booking_id = v_id;
      PERFORM write_booking_resources(p_booking, v_taken);
    END IF;
    IF jsonb_array_length(p_wanted->'pools') > 0 THEN
      UPDATE idempotency_key SET body = name_chosen(body, p_wanted, v_taken)
      WHERE credential_id = p_once->>'credential_id' AND operation = p_once->>'operation' AND key = p_once->>'key';
      p_event := name_chosen(p_event::text, p_wanted, v_taken);
      p_audit := name_chosen(p_audit::text, p_wanted, v_taken);
    END IF;
    PERFORM record_command(p_event, p_audit);
    RETURN jsonb_build_object('outcome', 'done', 'chosen', name_chosen(p_wanted->>'stand_ins', p_wanted, v_taken)::jsonb);
  EXCEPTION
    WHEN SQLSTATE 'HF001' THEN
      PERFORM forget_answer(p_once);
      RETURN jsonb_build_object('outcome', 'stale');
    WHEN SQLSTATE 'HF002' THEN
      PERFORM forget_answer(p_once);
      RETURN jsonb_build_object('outcome', coalesce(v_taken #>> '{}', 'conflict'));
  END;
END
$$;
