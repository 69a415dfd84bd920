-- What was refused is audited too, and says so.
ALTER TABLE "audit_entry" ADD COLUMN "outcome" TEXT NOT NULL DEFAULT 'done';
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_outcome" CHECK ("outcome" IN ('done', 'refused'));

-- Refusals that have a name of their own are there already. Nothing else is changed, and the trigger stands again when this is committed.
ALTER TABLE "audit_entry" DISABLE TRIGGER "audit_entry_append_only";
UPDATE "audit_entry" SET "outcome" = 'refused' WHERE "action" LIKE '%.refused';
ALTER TABLE "audit_entry" ENABLE TRIGGER "audit_entry_append_only";

-- Refusals are few among many lines.
CREATE INDEX "audit_entry_refused" ON "audit_entry" ("organisation_id", "at", "id") WHERE "outcome" = 'refused';

ALTER TABLE "device_session" ADD COLUMN "first_used_at" TIMESTAMPTZ(3);

-- Writes an audit line with its personal side. What says nothing of its outcome was done.
CREATE OR REPLACE FUNCTION record_audit(p_audit jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit_entry SELECT * FROM jsonb_populate_record(NULL::audit_entry, '{"outcome": "done"}' || p_audit);

  INSERT INTO audit_origin (audit_entry_id, address, user_agent, reason)
  VALUES (p_audit->>'id', p_audit->>'address', p_audit->>'user_agent', p_audit->>'reason');
END
$$;
