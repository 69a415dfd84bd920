-- Gives the idempotency key back when the command was refused before it changed anything.
CREATE OR REPLACE FUNCTION forget_answer(p_once jsonb) RETURNS void LANGUAGE sql AS $$
  DELETE FROM idempotency_key
  WHERE credential_id = p_once->>'credential_id' AND operation = p_once->>'operation' AND key = p_once->>'key';
$$;
