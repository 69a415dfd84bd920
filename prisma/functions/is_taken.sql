-- Whether wanted time (see claim_time) is taken as it looks: something of `all` meets a claim, or every option of a pool
-- does. Nothing is locked; who comes at the same moment is told apart by the claim itself.
CREATE OR REPLACE FUNCTION is_taken(p_wanted jsonb) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM jsonb_to_recordset(p_wanted->'all') AS wanted (subject_id uuid, "from" timestamptz, "to" timestamptz)
    JOIN claim ON claim.subject_id = wanted.subject_id AND claim.during && tstzrange(wanted."from", wanted."to")
  ) OR EXISTS (
    SELECT FROM jsonb_array_elements(p_wanted->'pools') AS pool
    WHERE NOT EXISTS (
      SELECT FROM jsonb_to_recordset(pool) AS wanted (subject_id uuid, "from" timestamptz, "to" timestamptz)
      WHERE NOT EXISTS (
        SELECT FROM claim
        WHERE claim.subject_id = wanted.subject_id AND claim.during && tstzrange(wanted."from", wanted."to")
      )
    )
  );
END
$$;
