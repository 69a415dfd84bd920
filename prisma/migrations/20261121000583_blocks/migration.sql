-- Blocks: time that a member keeps for himself.

-- CreateTable
CREATE TABLE "block" (
    "id" TEXT COLLATE "C" NOT NULL,
    "organisation_id" TEXT COLLATE "C" NOT NULL,
    "member_id" TEXT COLLATE "C" NOT NULL,
    "subject_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT,
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "block_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "block_organisation_id_created_at_id_idx" ON "block"("organisation_id", "created_at", "id");
CREATE INDEX "block_subject_id_ends_at_idx" ON "block"("subject_id", "ends_at");

ALTER TABLE "block" ADD CONSTRAINT "block_takes_time" CHECK ("ends_at" > "starts_at");
ALTER TABLE "block" ADD CONSTRAINT "block_reason" CHECK ("reason" IN ('vacation', 'sick_leave', 'travel', 'training', 'personal', 'other'));

CREATE INDEX "claim_block" ON "claim" ("block_id") WHERE "block_id" IS NOT NULL;

-- Gives blocks what nobody has of their time, where some was given back: p_freed: [{ subject_id, during }], all of whose
-- subjects the caller has locked. A claim that somebody else makes at the same moment is waited for, and then gone round.
CREATE OR REPLACE FUNCTION close_blocks(p_freed jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_block record;
  v_open tstzmultirange;
BEGIN
  FOR v_block IN
    SELECT DISTINCT block.id, block.subject_id, tstzrange(block.starts_at, block.ends_at) AS during
    FROM jsonb_to_recordset(p_freed) AS freed (subject_id uuid, during tstzrange)
    JOIN block ON block.subject_id = freed.subject_id AND block.deleted_at IS NULL
      AND tstzrange(block.starts_at, block.ends_at) && freed.during
    ORDER BY block.id
  LOOP
    LOOP
      SELECT tstzmultirange(v_block.during) - coalesce(range_agg(during), '{}') INTO v_open
      FROM claim WHERE subject_id = v_block.subject_id AND during && v_block.during;
      EXIT WHEN isempty(v_open);
      INSERT INTO claim (subject_id, during, block_id)
      SELECT v_block.subject_id, piece, v_block.id FROM unnest(v_open) AS piece
      ON CONFLICT DO NOTHING;
    END LOOP;
  END LOOP;
END
$$;

-- Gives back all that one owner has: { booking_id | hold_id | block_id }. Blocks close over it in the same step, so that
-- nobody books into the gap.
CREATE OR REPLACE FUNCTION release_time(p_owner jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_booking_id text COLLATE "C" := p_owner->>'booking_id';
  v_hold_id text COLLATE "C" := p_owner->>'hold_id';
  v_block_id text COLLATE "C" := p_owner->>'block_id';
  v_freed jsonb;
BEGIN
  PERFORM lock_subjects((
    SELECT coalesce(jsonb_agg(subject_id), '[]') FROM claim
    WHERE booking_id = v_booking_id OR hold_id = v_hold_id OR block_id = v_block_id
  ));
  WITH freed AS (
    DELETE FROM claim WHERE booking_id = v_booking_id OR hold_id = v_hold_id OR block_id = v_block_id
    RETURNING subject_id, during
  )
  SELECT coalesce(jsonb_agg(freed), '[]') INTO v_freed FROM freed;
  PERFORM close_blocks(v_freed);
END
$$;

-- Deletes claims that have expired by p_at, some at a time. How many they were.
CREATE OR REPLACE FUNCTION sweep_claims(p_at timestamptz) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  v_expired jsonb;
  v_freed jsonb;
BEGIN
  SELECT jsonb_agg(due) INTO v_expired
  FROM (SELECT id, subject_id FROM claim WHERE expires_at <= p_at ORDER BY expires_at LIMIT 100) AS due;
  IF v_expired IS NULL THEN
    RETURN 0;
  END IF;
  PERFORM lock_subjects(jsonb_path_query_array(v_expired, '$[*].subject_id'));
  WITH freed AS (
    DELETE FROM claim WHERE expires_at <= p_at AND id IN (SELECT (value->>'id')::bigint FROM jsonb_array_elements(v_expired))
    RETURNING subject_id, during
  )
  SELECT coalesce(jsonb_agg(freed), '[]') INTO v_freed FROM freed;
  PERFORM close_blocks(v_freed);
  RETURN jsonb_array_length(v_expired);
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
    PERFORM release_time(jsonb_build_object('booking_id', p_booking->>'id'));
  END IF;
  PERFORM record_command(p_event, p_audit);
  RETURN jsonb_build_object('outcome', 'done');
END
$$;

-- Takes one claim for its owner if nobody else has that time. The insert waits for whoever is just taking it, and then gives
-- up. What has expired by p_at is taken over: its subject is locked first, since a delete and an insert belong together;
-- blocks come before him.
-- Whoever loses to another after all gives the lock back, so that he may go on to somebody else without holding it.
CREATE OR REPLACE FUNCTION claim_one(p_claim jsonb, p_owner jsonb, p_at timestamptz) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_subject uuid := p_claim->>'subject_id';
  v_during tstzrange := tstzrange((p_claim->>'from')::timestamptz, (p_claim->>'to')::timestamptz);
  v_freed jsonb;
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
    WITH freed AS (
      DELETE FROM claim WHERE subject_id = v_subject AND during && v_during AND expires_at <= p_at
      RETURNING subject_id, during
    )
    SELECT coalesce(jsonb_agg(freed), '[]') INTO v_freed FROM freed;
    PERFORM close_blocks(v_freed);
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

-- The part of claim_time for more than one claim. Of each pool the first option is picked that looks free; what was picked
-- is locked, in the order of the hash, and inserted whole. When an option was lost to somebody meanwhile, all is undone,
-- its locks too, and the next one is picked: each is tried once at the most, and no more is ever locked than is taken.
-- Locking whole pools would fill the server's lock table: 500 hosts, 64 callers.
--
-- p_freed: for a booking that moves, all whose time it has. It gives that up in the same step, and nothing where NULL comes
-- back. Its own claims do not stand in its way, and all subjects, old and new, are locked before any claim is deleted.
--
-- A hold that is converted does not stand in the way of its owner: what he wants of it becomes his in place, and the rest is
-- given up. What has expired is taken over. Whoever does either has the locks, so it is one of them at the most. Blocks
-- close over what a booking leaves, and come before whoever takes over.
CREATE OR REPLACE FUNCTION claim_together(p_wanted jsonb, p_owner jsonb, p_freed jsonb DEFAULT '[]')
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_at timestamptz := p_wanted->>'at';
  v_hold_id text COLLATE "C" := p_wanted->'hold'->>'id';
  v_freed_id text COLLATE "C" := CASE WHEN p_freed <> '[]' THEN p_owner->>'booking_id' END;
  v_freed jsonb;
  v_expired jsonb;
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
      WITH freed AS (DELETE FROM claim WHERE booking_id = v_freed_id RETURNING subject_id, during)
      SELECT coalesce(jsonb_agg(freed), '[]') INTO v_freed FROM freed;
      SELECT v_freed || coalesce(jsonb_agg(jsonb_build_object('subject_id', subject_id, 'during', during)), '[]') INTO v_freed
      FROM claim WHERE hold_id = v_hold_id;
      IF v_hold_id IS NOT NULL AND NOT convert_hold(p_wanted->'hold', p_owner, v_picked) THEN
        v_missing := p_wanted->'all';
        RAISE EXCEPTION USING ERRCODE = 'HF003';
      END IF;
      WITH expired AS (
        DELETE FROM claim USING jsonb_to_recordset(v_picked) AS picked (subject_id uuid, "from" timestamptz, "to" timestamptz)
        WHERE claim.subject_id = picked.subject_id AND during && tstzrange(picked."from", picked."to") AND expires_at <= v_at
        RETURNING claim.subject_id, during
      )
      SELECT coalesce(jsonb_agg(expired), '[]') INTO v_expired FROM expired;
      PERFORM close_blocks(v_expired);

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
        PERFORM close_blocks(v_freed);
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

