-- Lists of blocks by their start and of holds as they were made, of an organisation and of what they hang on.
CREATE INDEX "block_organisation_id_starts_at_id_idx" ON "block"("organisation_id", "starts_at", "id");
CREATE INDEX "block_member_id_starts_at_id_idx" ON "block"("member_id", "starts_at", "id");
CREATE INDEX "hold_organisation_id_created_at_id_idx" ON "hold"("organisation_id", "created_at", "id");
CREATE INDEX "hold_event_type_id_created_at_id_idx" ON "hold"("event_type_id", "created_at", "id");

-- The bookings that have some of a block's time, the earliest first; those that share a session each.
CREATE OR REPLACE FUNCTION block_conflicts(p_block_id text) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(coalesce(claim.booking_id, sharing.id) ORDER BY lower(claim.during), sharing.id), '{}')
  FROM block JOIN claim ON claim.subject_id = block.subject_id
    AND claim.during && tstzrange(block.starts_at, block.ends_at)
  LEFT JOIN booking sharing ON sharing.group_session_id = claim.session_id AND sharing.places > 0
  WHERE block.id = p_block_id AND (claim.booking_id IS NOT NULL OR sharing.id IS NOT NULL)
$$;
