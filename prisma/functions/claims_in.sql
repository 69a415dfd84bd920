-- The claims of one subject that meet a time: one look into the index of claims. It is a function of its own since a join of
-- claims with rows of JSON, whose number nobody knows before, is planned as a read of all claims while there are few, and
-- that plan is kept while they become many.
CREATE OR REPLACE FUNCTION claims_in(p_subject_id uuid, p_during tstzrange) RETURNS SETOF claim
LANGUAGE plpgsql STABLE ROWS 1 AS $$
BEGIN
  RETURN QUERY SELECT * FROM claim WHERE subject_id = p_subject_id AND during && p_during;
END
$$;
