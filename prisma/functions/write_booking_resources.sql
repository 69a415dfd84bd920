-- Says which resources a booking takes: those among what claim_time took for it. A claim of a resource is wanted with
-- { resource_id, position, kind }.
CREATE OR REPLACE FUNCTION write_booking_resources(p_booking jsonb, p_taken jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO booking_resource (booking_id, resource_id, position, kind)
  SELECT p_booking->>'id', taken.resource_id, taken.position, taken.kind
  FROM jsonb_to_recordset(p_taken) AS taken (resource_id text, position int, kind text)
  WHERE taken.resource_id IS NOT NULL;
END
$$;
