-- The claims of one subject that meet a time: one look into the index of claims. It is a function of its own since a join of
-- claims with rows of JSON, whose number nobody knows before, is planned as a read of all claims while there are few, and
-- that plan is kept while they become many.
CREATE OR REPLACE FUNCTION claims_in(p_subject_id uuid, p_during tstzrange) RETURNS SETOF claim
LANGUAGE plpgsql STABLE ROWS 1 AS $$
BEGIN
  RETURN QUERY SELECT * FROM claim WHERE subject_id = p_subject_id AND during && p_during;
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
    SELECT FROM jsonb_to_recordset(p_wanted->'all') AS wanted (subject_id uuid, "from" timestamptz, "to" timestamptz),
      claims_in(wanted.subject_id, tstzrange(wanted."from", wanted."to")) AS claim
    WHERE (claim.expires_at <= v_at OR claim.hold_id = v_hold_id) IS NOT TRUE
  ) OR EXISTS (
    SELECT FROM jsonb_array_elements(p_wanted->'pools') AS pool
    WHERE NOT EXISTS (
      SELECT FROM jsonb_to_recordset(pool) AS wanted (subject_id uuid, "from" timestamptz, "to" timestamptz)
      WHERE NOT EXISTS (
        SELECT FROM claims_in(wanted.subject_id, tstzrange(wanted."from", wanted."to")) AS claim
        WHERE (claim.expires_at <= v_at OR claim.hold_id = v_hold_id) IS NOT TRUE
      )
    )
  );
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
      SELECT FROM claims_in((option->>'subject_id')::uuid,
        tstzrange((option->>'from')::timestamptz, (option->>'to')::timestamptz))
      WHERE (expires_at <= v_at) IS NOT TRUE
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
          SELECT FROM claims_in((option->>'subject_id')::uuid, wanted)
          WHERE (expires_at <= v_at OR hold_id = v_hold_id OR booking_id = v_freed_id) IS NOT TRUE
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
        DELETE FROM claim WHERE id = ANY (ARRAY(
          SELECT met.id FROM jsonb_to_recordset(v_picked) AS picked (subject_id uuid, "from" timestamptz, "to" timestamptz),
            claims_in(picked.subject_id, tstzrange(picked."from", picked."to")) AS met
          WHERE met.expires_at <= v_at
        )) AND expires_at <= v_at
        RETURNING subject_id, during
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
-- Takes time for several bookings, all of it or nothing: done | conflict | limit.
--
-- p_wanted: { claims, limits, at, minutes }. A claim is { booking_id | session_id, subject_id, from, to } with whatever its booking wants
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
      DELETE FROM claim WHERE id = ANY (ARRAY(
        SELECT met.id
        FROM jsonb_to_recordset(p_wanted->'claims') AS wanted (subject_id uuid, "from" timestamptz, "to" timestamptz),
          claims_in(wanted.subject_id, tstzrange(wanted."from", wanted."to")) AS met
        WHERE met.expires_at <= v_at
      )) AND expires_at <= v_at
      RETURNING subject_id, during
    )
    SELECT coalesce(jsonb_agg(freed), '[]') INTO v_freed FROM freed;
    PERFORM close_blocks(v_freed);

    INSERT INTO claim (subject_id, during, booking_id, session_id)
    SELECT subject_id, tstzrange("from", "to"), booking_id, session_id
    FROM jsonb_to_recordset(p_wanted->'claims')
      AS wanted (subject_id uuid, "from" timestamptz, "to" timestamptz, booking_id text, session_id text)
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
