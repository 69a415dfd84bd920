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
