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
