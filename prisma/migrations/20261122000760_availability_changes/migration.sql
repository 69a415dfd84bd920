-- Who remembers busy time asks what has changed since he read it. A row is written by whatever transaction changes it, and is
-- seen by whoever sees that change: the number of the transaction, and no sequence, says to whom it is news.
CREATE TABLE "availability_change" (
    "id" BIGSERIAL NOT NULL,
    "transaction_id" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "subject_id" UUID,

    CONSTRAINT "availability_change_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "availability_change_transaction_id_idx" ON "availability_change" ("transaction_id");

CREATE TABLE "availability_change_mark" (
    "over_before" xid8 NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "availability_change_mark_pkey" PRIMARY KEY ("at")
);

-- Claims and blocks are what busy time is read from.
CREATE FUNCTION note_busy_time_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO availability_change (subject_id) VALUES (coalesce(NEW.subject_id, OLD.subject_id));
  IF TG_OP = 'UPDATE' AND NEW.subject_id <> OLD.subject_id THEN
    INSERT INTO availability_change (subject_id) VALUES (OLD.subject_id);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "claim_changes_busy_time" AFTER INSERT OR UPDATE OR DELETE ON "claim" FOR EACH ROW EXECUTE FUNCTION note_busy_time_change();
CREATE TRIGGER "block_changes_busy_time" AFTER INSERT OR UPDATE OR DELETE ON "block" FOR EACH ROW EXECUTE FUNCTION note_busy_time_change();

-- The versions that terms_are_current compares.
CREATE FUNCTION note_terms_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO availability_change (subject_id) VALUES (NULL);
  RETURN NULL;
END
$$;
CREATE TRIGGER "event_type_changes_terms" AFTER UPDATE OF "version" OR DELETE ON "event_type" FOR EACH STATEMENT EXECUTE FUNCTION note_terms_change();
CREATE TRIGGER "member_changes_terms" AFTER UPDATE OF "version" OR DELETE ON "member" FOR EACH STATEMENT EXECUTE FUNCTION note_terms_change();
CREATE TRIGGER "schedule_changes_terms" AFTER UPDATE OF "version" OR DELETE ON "schedule" FOR EACH STATEMENT EXECUTE FUNCTION note_terms_change();
-- A new resource of a kind counts too.
CREATE TRIGGER "resource_changes_terms" AFTER INSERT OR UPDATE OR DELETE ON "resource" FOR EACH STATEMENT EXECUTE FUNCTION note_terms_change();

-- Deletes the changes that nobody asks for any more: those of transactions that were over when a mark was made five minutes
-- ago, while who last asked more than two minutes ago is to forget everything. Makes the next mark. How many they were.
CREATE OR REPLACE FUNCTION forget_availability_changes() RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  v_over xid8 := (SELECT max(over_before) FROM availability_change_mark WHERE at < clock_timestamp() - interval '5 minutes');
  v_gone int;
BEGIN
  DELETE FROM availability_change WHERE transaction_id < v_over;
  GET DIAGNOSTICS v_gone = ROW_COUNT;
  DELETE FROM availability_change_mark WHERE over_before < v_over;
  INSERT INTO availability_change_mark (over_before, at) VALUES (pg_snapshot_xmin(pg_current_snapshot()), clock_timestamp())
  ON CONFLICT DO NOTHING;
  RETURN v_gone;
END
$$;
