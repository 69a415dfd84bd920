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
