-- Whether one more appointment would go beyond a limit (see claim_within_limits). p_added: { minutes, at, booking_id, hold_id }.
-- Those count that took time of the period or still do, by where they start and with their length: bookings that were not
-- cancelled or declined, and holds that are live at `at`; a booking that moves and a hold that is converted do not. A hold
-- is nobody's booking yet and counts against no booker. Of a host bookings and holds that share a group session are
-- one.
CREATE OR REPLACE FUNCTION is_limit_reached(p_limit jsonb, p_added jsonb) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_member_id text COLLATE "C" := p_limit->>'member_id';
  v_event_type_id text COLLATE "C" := p_limit->>'event_type_id';
  v_email text := p_limit->>'email';
  v_from timestamptz := p_limit->>'from';
  v_to timestamptz := p_limit->>'to';
  v_counted bigint;
  v_length interval;
  v_held bigint := 0;
  v_held_length interval := '0';
BEGIN
  IF v_member_id IS NOT NULL THEN
    SELECT count(*), coalesce(sum(length), '0') INTO v_counted, v_length FROM (
      SELECT coalesce(b.group_session_id, b.id) AS served, b.ends_at - b.starts_at AS length
      FROM booking_host h JOIN booking b ON b.id = h.booking_id
      WHERE h.member_id = v_member_id AND h.starts_at >= v_from AND h.starts_at < v_to
        AND b.id IS DISTINCT FROM p_added->>'booking_id' AND b.status NOT IN ('cancelled', 'declined')
        AND (v_event_type_id IS NULL OR b.event_type_id = v_event_type_id)
      UNION
      SELECT coalesce(group_session_id, id), ends_at - starts_at
      FROM hold
      WHERE expires_at > (p_added->>'at')::timestamptz AND outcome IS NULL AND id IS DISTINCT FROM p_added->>'hold_id'
        AND starts_at >= v_from AND starts_at < v_to AND v_member_id = ANY (host_ids)
        AND (v_event_type_id IS NULL OR event_type_id = v_event_type_id)
    ) AS served;
  ELSE
    SELECT count(*), coalesce(sum(b.ends_at - b.starts_at), '0') INTO v_counted, v_length
    FROM booking b
    WHERE b.event_type_id = v_event_type_id AND b.starts_at >= v_from AND b.starts_at < v_to
      AND b.id IS DISTINCT FROM p_added->>'booking_id' AND b.status NOT IN ('cancelled', 'declined')
      AND (v_email IS NULL OR EXISTS (
        SELECT FROM attendee a WHERE a.booking_id = b.id AND a.role = 'booker' AND a.email = v_email
      ));
  END IF;

  IF v_member_id IS NULL AND v_email IS NULL THEN
    SELECT count(*), coalesce(sum(ends_at - starts_at), '0') INTO v_held, v_held_length
    FROM hold
    WHERE expires_at > (p_added->>'at')::timestamptz AND outcome IS NULL AND id IS DISTINCT FROM p_added->>'hold_id'
      AND starts_at >= v_from AND starts_at < v_to AND event_type_id = v_event_type_id;
  END IF;

  RETURN coalesce(v_counted + v_held + 1 > (p_limit->>'bookings')::bigint, false)
    OR coalesce(
      extract(epoch FROM v_length + v_held_length) / 60 + (p_added->>'minutes')::numeric > (p_limit->>'minutes')::bigint,
      false
    );
END
$$;
