-- Puts those who were chosen from the pools of p_wanted in the place of their stand-ins: identifiers made for this one
-- call, one for each pool, which the text names wherever it does not know yet who it will be.
CREATE OR REPLACE FUNCTION name_chosen(p_text text, p_wanted jsonb, p_taken jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  v_needed int := jsonb_array_length(p_wanted->'all');
BEGIN
  FOR v_pool IN 0 .. jsonb_array_length(p_wanted->'stand_ins') - 1 LOOP
    p_text := replace(p_text, p_wanted->'stand_ins'->>v_pool,
      coalesce(p_taken->(v_needed + v_pool)->>'member_id', p_taken->(v_needed + v_pool)->>'resource_id'));
  END LOOP;
  RETURN p_text;
END
$$;
