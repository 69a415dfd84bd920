-- Series: bookings that repeat.

-- CreateTable
CREATE TABLE "series" (
    "id" TEXT COLLATE "C" NOT NULL,
    "organisation_id" TEXT COLLATE "C" NOT NULL,
    "event_type_id" TEXT COLLATE "C" NOT NULL,
    "mode" TEXT NOT NULL,
    "rrule" TEXT NOT NULL,
    "ex_dates" TEXT[],
    "zone" TEXT NOT NULL,
    "recurrence_time_zone" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "duration_minutes" INTEGER NOT NULL,
    "time_zone" TEXT NOT NULL,
    "host_ids" TEXT[],
    "conflicts" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "series_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "series_organisation_id_created_at_id_idx" ON "series"("organisation_id", "created_at", "id");

ALTER TABLE "series" ADD CONSTRAINT "series_mode" CHECK ("mode" IN ('all_or_nothing', 'best_effort'));
ALTER TABLE "series" ADD CONSTRAINT "series_zone" CHECK ("zone" IN ('attendee', 'host'));

-- AlterTable
ALTER TABLE "booking" ADD COLUMN "series_id" TEXT COLLATE "C";
ALTER TABLE "booking" ADD COLUMN "recurrence_id" TIMESTAMPTZ(3);
ALTER TABLE "booking" ADD CONSTRAINT "booking_of_series" CHECK (("series_id" IS NULL) = ("recurrence_id" IS NULL));

-- Few bookings are of a series: the others pay nothing for this. An occurrence is there once.
CREATE UNIQUE INDEX "booking_series" ON "booking" ("series_id", "recurrence_id") WHERE "series_id" IS NOT NULL;

-- For how many appointments of p_added's length there is room by a limit (see is_limit_reached), which are to start within
-- its period: p_limit with `most`, how many are wanted.
CREATE OR REPLACE FUNCTION limit_room(p_limit jsonb, p_added jsonb) RETURNS int LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_minutes numeric := p_added->>'minutes';
BEGIN
  -- One more, where the others are counted already, is what the limit itself is asked about.
  FOR v_count IN REVERSE (p_limit->>'most')::int .. 1 LOOP
    IF NOT is_limit_reached(
      p_limit || jsonb_build_object('bookings', (p_limit->>'bookings')::bigint - v_count + 1),
      p_added || jsonb_build_object('minutes', v_minutes * v_count)
    ) THEN
      RETURN v_count;
    END IF;
  END LOOP;
  RETURN 0;
END
$$;

-- Takes time for several bookings, all of it or nothing: done | conflict | limit.
--
-- p_wanted: { claims, limits, at, minutes }. A claim is { booking_id, subject_id, from, to } with whatever its booking wants
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
      DELETE FROM claim
      USING jsonb_to_recordset(p_wanted->'claims') AS wanted (subject_id uuid, "from" timestamptz, "to" timestamptz)
      WHERE claim.subject_id = wanted.subject_id AND during && tstzrange(wanted."from", wanted."to") AND expires_at <= v_at
      RETURNING claim.subject_id, during
    )
    SELECT coalesce(jsonb_agg(freed), '[]') INTO v_freed FROM freed;
    PERFORM close_blocks(v_freed);

    INSERT INTO claim (subject_id, during, booking_id)
    SELECT subject_id, tstzrange("from", "to"), booking_id
    FROM jsonb_to_recordset(p_wanted->'claims')
      AS wanted (subject_id uuid, "from" timestamptz, "to" timestamptz, booking_id text)
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

-- record_command for several at once: an event and an audit line for each.
CREATE OR REPLACE FUNCTION record_commands(p_events jsonb, p_audits jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO outbox_event (id, organisation_id, type, subject_id, payload, request_id, occurred_at)
  SELECT id, organisation_id, type, subject_id, payload, request_id, occurred_at
  FROM jsonb_to_recordset(p_events) AS event (
    id text, organisation_id text, type text, subject_id text, payload jsonb, request_id text, occurred_at timestamptz
  );

  INSERT INTO outgoing_mail
  SELECT mail.* FROM jsonb_array_elements(p_events) AS event, jsonb_populate_record(NULL::outgoing_mail, event->'mail') AS mail
  WHERE event ? 'mail';

  INSERT INTO audit_entry SELECT * FROM jsonb_populate_recordset(NULL::audit_entry, p_audits);
  INSERT INTO audit_origin (audit_entry_id, address, user_agent, reason)
  SELECT id, address, user_agent, reason
  FROM jsonb_to_recordset(p_audits) AS audit (id text, address text, user_agent text, reason text);
END
$$;

-- Says who holds several bookings and which resources they take, of claims that have the columns of booking_host or
-- booking_resource; see write_booking_hosts.
CREATE OR REPLACE FUNCTION write_hosts_and_resources(p_claims jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO booking_host (booking_id, member_id, position, starts_at, buffer_before_minutes, buffer_after_minutes)
  SELECT booking_id, member_id, position, starts_at, buffer_before_minutes, buffer_after_minutes
  FROM jsonb_to_recordset(p_claims) AS taken (
    booking_id text, member_id text, position int, starts_at timestamptz, buffer_before_minutes int, buffer_after_minutes int
  )
  WHERE member_id IS NOT NULL;

  INSERT INTO booking_resource (booking_id, resource_id, position, kind)
  SELECT booking_id, resource_id, position, kind
  FROM jsonb_to_recordset(p_claims) AS taken (booking_id text, resource_id text, position int, kind text)
  WHERE resource_id IS NOT NULL;
END
$$;

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
