-- Whether an event type, its hosts and their schedules still stand in the versions that a decision was made with.
-- A deletion raises the version too. Of resources the decision was made with all that have these names or are of these
-- kinds: one more of a kind counts as a change.
CREATE OR REPLACE FUNCTION terms_are_current(p_terms jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
      SELECT FROM event_type
      WHERE id = p_terms->>'event_type_id' AND version = (p_terms->>'event_type_version')::int
    ) AND NOT EXISTS (
      SELECT FROM jsonb_each_text(p_terms->'members') AS known (id, version)
      WHERE NOT EXISTS (SELECT FROM member m WHERE m.id = known.id AND m.version = known.version::int)
    ) AND NOT EXISTS (
      SELECT FROM jsonb_each_text(p_terms->'schedules') AS known (id, version)
      WHERE NOT EXISTS (SELECT FROM schedule s WHERE s.id = known.id AND s.version = known.version::int)
    ) AND (NOT p_terms ? 'resources' OR p_terms->'resources'->'versions' = (
      SELECT coalesce(jsonb_object_agg(id, version), '{}') FROM resource
      WHERE organisation_id = p_terms->'resources'->>'organisation_id' AND deleted_at IS NULL
        AND (p_terms->'resources'->'ids' ? id OR p_terms->'resources'->'kinds' ? kind)
    ));
$$;
