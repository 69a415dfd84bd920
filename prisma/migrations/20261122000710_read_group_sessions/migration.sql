-- Lists of group sessions by their start, of an organisation and of an event type.
CREATE INDEX "group_session_organisation_id_starts_at_id_idx" ON "group_session"("organisation_id", "starts_at", "id");
CREATE INDEX "group_session_event_type_id_starts_at_id_idx" ON "group_session"("event_type_id", "starts_at", "id");
DROP INDEX "group_session_event_type_id_starts_at_idx";
CREATE INDEX "series_event_type_id_created_at_id_idx" ON "series"("event_type_id", "created_at", "id");

-- Who holds them and what they take, as rows: what has been taken for a session, and what is held.
CREATE VIEW group_session_host AS
  SELECT s.id AS group_session_id, (claim->>'member_id') COLLATE "C" AS member_id, (claim->>'position')::int AS position
  FROM group_session s, jsonb_array_elements(s.claims) AS claim WHERE claim ? 'member_id';
CREATE VIEW group_session_resource AS
  SELECT s.id AS group_session_id, (claim->>'resource_id') COLLATE "C" AS resource_id, (claim->>'position')::int AS position
  FROM group_session s, jsonb_array_elements(s.claims) AS claim WHERE claim ? 'resource_id';
CREATE VIEW hold_host AS
  SELECT h.id AS hold_id, member_id COLLATE "C" AS member_id, position
  FROM hold h, unnest(h.host_ids) WITH ORDINALITY AS host (member_id, position);
CREATE VIEW hold_resource AS
  SELECT h.id AS hold_id, resource_id COLLATE "C" AS resource_id, position
  FROM hold h, unnest(h.resource_ids) WITH ORDINALITY AS resource (resource_id, position);
