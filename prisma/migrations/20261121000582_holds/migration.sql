-- Holds: time that is kept for somebody for some minutes.

-- CreateTable
CREATE TABLE "hold" (
    "id" TEXT COLLATE "C" NOT NULL,
    "organisation_id" TEXT COLLATE "C" NOT NULL,
    "event_type_id" TEXT COLLATE "C" NOT NULL,
    "booking_id" TEXT COLLATE "C",
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "host_ids" TEXT[],
    "resource_ids" TEXT[],
    "credential_id" TEXT COLLATE "C" NOT NULL,
    "visitor" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "hold_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "hold_visitor_expires_at_idx" ON "hold"("visitor", "expires_at");
CREATE INDEX "hold_credential_id_expires_at_idx" ON "hold"("credential_id", "expires_at");
CREATE INDEX "hold_expires_at_idx" ON "hold"("expires_at");

ALTER TABLE "hold" ADD CONSTRAINT "hold_outcome" CHECK (("outcome" IN ('released', 'converted')) AND ("ended_at" IS NOT NULL) OR ("outcome" IS NULL AND "ended_at" IS NULL));

-- Few claims are holds' and expire: the others pay nothing for these.
CREATE INDEX "claim_hold" ON "claim" ("hold_id") WHERE "hold_id" IS NOT NULL;
CREATE INDEX "claim_expiry" ON "claim" ("expires_at") WHERE "expires_at" IS NOT NULL;

-- Takes one claim for its owner if nobody else has that time. The insert waits for whoever is just taking it, and then gives
-- up. What has expired by p_at is taken over: its subject is locked first, since a delete and an insert belong together.
-- Whoever loses to another after all gives the lock back, so that he may go on to somebody else without holding it.
CREATE OR REPLACE FUNCTION claim_one(p_claim jsonb, p_owner jsonb, p_at timestamptz) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_subject uuid := p_claim->>'subject_id';
  v_during tstzrange := tstzrange((p_claim->>'from')::timestamptz, (p_claim->>'to')::timestamptz);
BEGIN
  INSERT INTO claim (subject_id, during, booking_id, session_id, hold_id, block_id, expires_at)
  VALUES (v_subject, v_during, p_owner->>'booking_id', p_owner->>'session_id', p_owner->>'hold_id', p_owner->>'block_id',
    (p_owner->>'expires_at')::timestamptz)
  ON CONFLICT DO NOTHING;
  IF FOUND THEN
    RETURN true;
  END IF;

  IF NOT EXISTS (SELECT FROM claim WHERE subject_id = v_subject AND during && v_during AND expires_at <= p_at) THEN
    RETURN false;
  END IF;
  BEGIN -- undone whole by the exception below
    PERFORM lock_subjects(jsonb_build_array(v_subject));
    DELETE FROM claim WHERE subject_id = v_subject AND during && v_during AND expires_at <= p_at;
    INSERT INTO claim (subject_id, during, booking_id, session_id, hold_id, block_id, expires_at)
    VALUES (v_subject, v_during, p_owner->>'booking_id', p_owner->>'session_id', p_owner->>'hold_id',
      p_owner->>'block_id', (p_owner->>'expires_at')::timestamptz)
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'HF003';
    END IF;
    RETURN true;
  EXCEPTION
    WHEN SQLSTATE 'HF003' THEN RETURN false;
  END;
END
$$;

-- Makes a hold the time of a booking, with what that leaves behind. p_hold: { id, at, event, audit }. Of its claims those
-- that were picked become the booking's in place, the others go. False: it was converted already.
CREATE OR REPLACE FUNCTION convert_hold(p_hold jsonb, p_owner jsonb, p_picked jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_id text COLLATE "C" := p_hold->>'id';
BEGIN
  UPDATE hold SET outcome = 'converted', ended_at = (p_hold->>'at')::timestamptz, booking_id = p_owner->>'booking_id'
  WHERE id = v_id AND outcome IS DISTINCT FROM 'converted';
  IF NOT FOUND THEN
    RETURN false;
  END IF;

  UPDATE claim SET hold_id = NULL, expires_at = NULL, booking_id = p_owner->>'booking_id'
  FROM jsonb_to_recordset(p_picked) AS picked (subject_id uuid, "from" timestamptz, "to" timestamptz)
  WHERE claim.hold_id = v_id AND claim.subject_id = picked.subject_id
    AND claim.during = tstzrange(picked."from", picked."to");
  DELETE FROM claim WHERE hold_id = v_id;
  PERFORM record_command(p_hold->'event', p_hold->'audit');
  RETURN true;
END
$$;

-- The part of claim_time for more than one claim. Of each pool the first option is picked that looks free; what was picked
-- is locked, in the order of the hash, and inserted whole. When an option was lost to somebody meanwhile, all is undone,
-- its locks too, and the next one is picked: each is tried once at the most, and no more is ever locked than is taken.
-- Locking whole pools would fill the server's lock table: 500 hosts, 64 callers.
--
-- p_freed: for a booking that moves, all whose time it has. It gives that up in the same step, and nothing where NULL comes
-- back. Its own claims do not stand in its way, and all subjects, old and new, are locked before any claim is deleted.
--
-- A hold that is converted does not stand in the way of its owner: what he wants of it becomes his in place, and the rest is
-- given up. What has expired is taken over. Whoever does either has the locks, so it is one of them at the most.
CREATE OR REPLACE FUNCTION claim_together(p_wanted jsonb, p_owner jsonb, p_freed jsonb DEFAULT '[]')
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_at timestamptz := p_wanted->>'at';
  v_hold_id text COLLATE "C" := p_wanted->'hold'->>'id';
  v_freed_id text COLLATE "C" := CASE WHEN p_freed <> '[]' THEN p_owner->>'booking_id' END;
  v_lost jsonb := '[]';
  v_missing jsonb;
  v_picked jsonb;
  v_pool jsonb;
  v_option jsonb;
BEGIN
  LOOP
    v_picked := p_wanted->'all';
    FOR v_pool IN SELECT value FROM jsonb_array_elements(p_wanted->'pools') WITH ORDINALITY ORDER BY ordinality LOOP
      SELECT option INTO v_option
      FROM jsonb_array_elements(v_pool) WITH ORDINALITY AS pool (option, place),
        tstzrange((option->>'from')::timestamptz, (option->>'to')::timestamptz) AS wanted
      WHERE NOT v_lost @> jsonb_build_array(option)
        AND NOT EXISTS (
          SELECT FROM jsonb_array_elements(v_picked) AS other
          WHERE other->>'subject_id' = option->>'subject_id'
            AND tstzrange((other->>'from')::timestamptz, (other->>'to')::timestamptz) && wanted
        )
        AND NOT EXISTS (
          SELECT FROM claim WHERE subject_id = (option->>'subject_id')::uuid AND during && wanted
            AND (expires_at <= v_at OR hold_id = v_hold_id OR booking_id = v_freed_id) IS NOT TRUE
        )
      ORDER BY place LIMIT 1;
      IF NOT FOUND THEN
        RETURN NULL;
      END IF;
      v_picked := v_picked || jsonb_build_array(v_option);
    END LOOP;

    BEGIN
      PERFORM lock_subjects(p_freed || jsonb_path_query_array(v_picked, '$[*].subject_id') || (
        SELECT coalesce(jsonb_agg(subject_id), '[]') FROM claim WHERE hold_id = v_hold_id
      ));
      DELETE FROM claim WHERE booking_id = v_freed_id;
      IF v_hold_id IS NOT NULL AND NOT convert_hold(p_wanted->'hold', p_owner, v_picked) THEN
        v_missing := p_wanted->'all';
        RAISE EXCEPTION USING ERRCODE = 'HF003';
      END IF;
      DELETE FROM claim USING jsonb_to_recordset(v_picked) AS picked (subject_id uuid, "from" timestamptz, "to" timestamptz)
      WHERE claim.subject_id = picked.subject_id AND during && tstzrange(picked."from", picked."to") AND expires_at <= v_at;

      WITH picked AS (
        SELECT value, (value->>'subject_id')::uuid AS subject_id,
          tstzrange((value->>'from')::timestamptz, (value->>'to')::timestamptz) AS during
        FROM jsonb_array_elements(v_picked)
      ), converted AS (
        SELECT subject_id, during FROM claim WHERE v_hold_id IS NOT NULL AND booking_id = p_owner->>'booking_id'
      ), inserted AS (
        INSERT INTO claim (subject_id, during, booking_id, session_id, hold_id, block_id, expires_at)
        SELECT subject_id, during, p_owner->>'booking_id', p_owner->>'session_id', p_owner->>'hold_id',
          p_owner->>'block_id', (p_owner->>'expires_at')::timestamptz
        FROM picked WHERE (subject_id, during) NOT IN (SELECT subject_id, during FROM converted)
        ORDER BY subject_id, lower(during)
        ON CONFLICT DO NOTHING
        RETURNING subject_id, during
      )
      SELECT coalesce(jsonb_agg(value), '[]') INTO v_missing
      FROM picked WHERE (subject_id, during) NOT IN (
        SELECT subject_id, during FROM inserted UNION ALL SELECT subject_id, during FROM converted
      );
      IF v_missing = '[]' THEN
        RETURN v_picked;
      END IF;
      RAISE EXCEPTION USING ERRCODE = 'HF003';
    EXCEPTION
      WHEN SQLSTATE 'HF003' THEN NULL;
    END;

    IF EXISTS (SELECT FROM jsonb_array_elements(v_missing) AS missing WHERE p_wanted->'all' @> jsonb_build_array(missing)) THEN
      RETURN NULL;
    END IF;
    v_lost := v_lost || v_missing;
  END LOOP;
END
$$;

-- Takes wanted time for one owner, all of it or nothing: NULL when something was in the way. Otherwise what was taken, as
-- it was wanted: everything of `all` in its order, then one of each pool.
--
-- p_wanted: { all: [claim, ...], pools: [[claim, ...], ...], at, hold }. Everything of `all` is needed, and of each pool
-- one, the first that is free. A claim is { subject_id, from, to } with whatever its owner wants to know of it again. What
-- has expired by `at` is free. `hold`, if there is one, is converted by it, see claim_together.
-- p_owner: one of { booking_id, hold_id, session_id, block_id }, and expires_at where it ends by itself.
--
-- One claim, or one of a pool, waits for nobody while it holds something, so it takes no lock: ON CONFLICT DO NOTHING
-- waits for whoever is just taking the time, and then gives up or goes on to the next. Several are locked first, see
-- claim_together. Whoever deletes claims in the same transaction locks all of them before, old and new.
CREATE OR REPLACE FUNCTION claim_time(p_wanted jsonb, p_owner jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_needed int := jsonb_array_length(p_wanted->'all');
  v_pools int := jsonb_array_length(p_wanted->'pools');
  v_at timestamptz := p_wanted->>'at';
  v_claim jsonb;
BEGIN
  IF v_needed + v_pools <> 1 OR p_wanted ? 'hold' THEN
    RETURN claim_together(p_wanted, p_owner);
  END IF;

  IF v_needed = 1 THEN
    RETURN CASE WHEN claim_one(p_wanted->'all'->0, p_owner, v_at) THEN p_wanted->'all' END;
  END IF;

  FOR v_claim IN
    SELECT option FROM jsonb_array_elements(p_wanted->'pools'->0) WITH ORDINALITY AS pool (option, place)
    WHERE NOT EXISTS (
      SELECT FROM claim WHERE subject_id = (option->>'subject_id')::uuid
        AND during && tstzrange((option->>'from')::timestamptz, (option->>'to')::timestamptz)
        AND (expires_at <= v_at) IS NOT TRUE
    )
    ORDER BY place
  LOOP
    IF claim_one(v_claim, p_owner, v_at) THEN
      RETURN jsonb_build_array(v_claim);
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;

-- Whether wanted time (see claim_time) is taken as it looks: something of `all` meets a claim, or every option of a pool
-- does. What has expired takes nothing, nor does the hold that is converted. Nothing is locked; who comes at the same
-- moment is told apart by the claim itself.
CREATE OR REPLACE FUNCTION is_taken(p_wanted jsonb) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_at timestamptz := p_wanted->>'at';
  v_hold_id text COLLATE "C" := p_wanted->'hold'->>'id';
BEGIN
  RETURN EXISTS (
    SELECT FROM jsonb_to_recordset(p_wanted->'all') AS wanted (subject_id uuid, "from" timestamptz, "to" timestamptz)
    JOIN claim ON claim.subject_id = wanted.subject_id AND claim.during && tstzrange(wanted."from", wanted."to")
    WHERE (claim.expires_at <= v_at OR claim.hold_id = v_hold_id) IS NOT TRUE
  ) OR EXISTS (
    SELECT FROM jsonb_array_elements(p_wanted->'pools') AS pool
    WHERE NOT EXISTS (
      SELECT FROM jsonb_to_recordset(pool) AS wanted (subject_id uuid, "from" timestamptz, "to" timestamptz)
      WHERE NOT EXISTS (
        SELECT FROM claim
        WHERE claim.subject_id = wanted.subject_id AND claim.during && tstzrange(wanted."from", wanted."to")
          AND (claim.expires_at <= v_at OR claim.hold_id = v_hold_id) IS NOT TRUE
      )
    )
  );
END
$$;

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

-- When there is room again under a quota that a new hold has exceeded; NULL where it has exceeded none.
-- p_quotas: [{ visitor | credential_id, most }]: how many live holds each may have, the new one among them. They are counted
-- one caller at a time. It is the last thing but for the records: who counts waits for no claim.
CREATE OR REPLACE FUNCTION exceeded_quota(p_quotas jsonb, p_at timestamptz) RETURNS timestamptz LANGUAGE plpgsql AS $$
DECLARE
  v_quota record;
  v_live timestamptz[];
BEGIN
  FOR v_quota IN
    SELECT visitor, credential_id, most
    FROM jsonb_to_recordset(p_quotas) AS quota (visitor text, credential_id text, most int)
    ORDER BY visitor NULLS LAST
  LOOP
    PERFORM pg_advisory_xact_lock(hashtextextended('holds of ' || coalesce(v_quota.visitor, v_quota.credential_id), 0));
    SELECT array_agg(expires_at ORDER BY expires_at) INTO v_live FROM hold
    WHERE (visitor = v_quota.visitor OR credential_id = v_quota.credential_id) AND ended_at IS NULL AND expires_at > p_at;
    IF cardinality(v_live) > v_quota.most THEN
      RETURN v_live[1];
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;

-- Takes time for a hold, as create_booking does for a booking. p_moving: { booking_id, version } of the booking that it is to
-- move, whose own time is not claimed again; nobody changes that booking meanwhile.
-- Outcomes: done | replayed | mismatched | stale (terms or booking have changed) | conflict (the time is taken) | full (there
-- are as many live holds as p_quotas allow; `until` says when there is room again).
CREATE OR REPLACE FUNCTION create_hold(
  p_once jsonb, p_terms jsonb, p_wanted jsonb, p_moving jsonb, p_hold jsonb, p_quotas jsonb, p_event jsonb, p_audit jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_kept jsonb := keep_answer(p_once);
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
    v_taken := claim_time(p_wanted, jsonb_build_object('hold_id', p_hold->>'id', 'expires_at', p_hold->>'expires_at'));
    IF v_taken IS NULL THEN
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
      RETURN jsonb_build_object('outcome', 'conflict');
    WHEN SQLSTATE 'HF004' THEN
      PERFORM forget_answer(p_once);
      RETURN jsonb_build_object('outcome', 'full', 'until', v_until);
  END;
END
$$;

