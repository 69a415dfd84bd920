-- Takes the idempotency key and keeps the answer with it. NULL: the key was new, go on. Otherwise the outcome that the
-- caller returns: 'replayed' with the kept answer, or 'mismatched' when the key was used for another request.
-- A twin that is still running is waited for by the insert; lock_timeout bounds the wait.
CREATE OR REPLACE FUNCTION keep_answer(p_once jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_kept idempotency_key;
BEGIN
  IF p_once IS NULL THEN
    RETURN NULL;
  END IF;

  INSERT INTO idempotency_key
  SELECT * FROM jsonb_populate_record(NULL::idempotency_key, p_once)
  ON CONFLICT DO NOTHING;
  IF FOUND THEN
    RETURN NULL;
  END IF;

  SELECT * INTO STRICT v_kept FROM idempotency_key
  WHERE credential_id = p_once->>'credential_id' AND operation = p_once->>'operation' AND key = p_once->>'key';
  IF v_kept.request_hash <> p_once->>'request_hash' THEN
    RETURN jsonb_build_object('outcome', 'mismatched');
  END IF;
  RETURN jsonb_build_object('outcome', 'replayed', 'answer',
    jsonb_build_object('status', v_kept.status, 'headers', v_kept.headers, 'body', v_kept.body));
END
$$;
