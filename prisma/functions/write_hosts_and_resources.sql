-- Says who holds several bookings and which resources they take, of claims that have the columns of booking_host or
-- booking_resource; see write_booking_hosts.
CREATE OR REPLACE FUNCTION write_hosts_and_resources(p_claims jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO booking_host (booking_id, member_id, position, starts_at, buffer_before_minutes, buffer_after_minutes)
  SELECT booking_id, member_id, position, starts_at, buffer_before_minutes, buffer_after_minutes
  FROM jsonb_to_recordset(p_claims) AS taken (
    booking_id text, member_id text, position int, starts_at timestamptz, buffer_before_minutes int, buffer_after_minutes int
  )
  WHERE member_id IS NOT NULL;

  INSERT INTO booking_resource (booking_id, resource_id, position, kind)
  SELECT booking_id, resource_id, position, kind
  FROM jsonb_to_recordset(p_claims) AS taken (booking_id text, resource_id text, position int, kind text)
  WHERE resource_id IS NOT NULL;
END
$$;
