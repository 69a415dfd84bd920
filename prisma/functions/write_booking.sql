-- Replaces what may change of a booking row, if it still stands in the version that the decision was made with.
CREATE OR REPLACE FUNCTION write_booking(p_booking jsonb, p_version int) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  UPDATE booking SET
    status = changed.status, pending_reasons = changed.pending_reasons, expires_at = changed.expires_at,
    starts_at = changed.starts_at, ends_at = changed.ends_at,
    location = changed.location, answers = changed.answers, notes = changed.notes, metadata = changed.metadata,
    cancelled_at = changed.cancelled_at, cancelled_by = changed.cancelled_by,
    cancellation_reason = changed.cancellation_reason, decline_reason = changed.decline_reason,
    sequence = changed.sequence, version = changed.version, updated_at = changed.updated_at
  FROM jsonb_populate_record(NULL::booking, p_booking) AS changed
  WHERE booking.id = changed.id AND booking.version = p_version;
  RETURN FOUND;
END
$$;
