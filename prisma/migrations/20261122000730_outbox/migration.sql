-- Events go by schemas (contracts/events), carry their trace, and are numbered as they are handed on.
ALTER TABLE "outbox_event"
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "trace_id" TEXT COLLATE "C",
  ADD COLUMN "position" BIGINT,
  ADD COLUMN "dispatched_at" TIMESTAMPTZ(3);

-- What was written before there were schemas goes by none, and was for nobody.
UPDATE "outbox_event" SET "version" = 0, "position" = numbered."position", "dispatched_at" = "occurred_at"
FROM (SELECT "sequence" AS "of", row_number() OVER (ORDER BY "sequence") AS "position" FROM "outbox_event") AS numbered
WHERE "sequence" = numbered."of";

CREATE UNIQUE INDEX "outbox_event_position_key" ON "outbox_event"("position");
CREATE INDEX "outbox_event_waiting" ON "outbox_event"("sequence") WHERE "position" IS NULL;

CREATE TABLE "outbox_cursor" (
    "id" INTEGER NOT NULL,
    "position" BIGINT NOT NULL,

    CONSTRAINT "outbox_cursor_pkey" PRIMARY KEY ("id")
);
INSERT INTO "outbox_cursor" SELECT 1, coalesce(max("position"), 0) FROM "outbox_event";

-- What every command leaves behind: its event, its audit line, and a mail where one goes with it.
CREATE OR REPLACE FUNCTION record_command(p_event jsonb, p_audit jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO outbox_event (id, organisation_id, type, version, subject_id, payload, request_id, trace_id, occurred_at)
  VALUES (p_event->>'id', p_event->>'organisation_id', p_event->>'type', (p_event->>'version')::int, p_event->>'subject_id',
    p_event->'payload', p_event->>'request_id', p_event->>'trace_id', (p_event->>'occurred_at')::timestamptz);

  IF p_event ? 'mail' THEN
    INSERT INTO outgoing_mail SELECT * FROM jsonb_populate_record(NULL::outgoing_mail, p_event->'mail');
  END IF;

  PERFORM record_audit(p_audit);
END
$$;

-- record_command for several at once: an event and an audit line for each.
CREATE OR REPLACE FUNCTION record_commands(p_events jsonb, p_audits jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO outbox_event (id, organisation_id, type, version, subject_id, payload, request_id, trace_id, occurred_at)
  SELECT id, organisation_id, type, version, subject_id, payload, request_id, trace_id, occurred_at
  FROM jsonb_to_recordset(p_events) AS event (
    id text, organisation_id text, type text, version int, subject_id text, payload jsonb, request_id text, trace_id text,
    occurred_at timestamptz
  );

  INSERT INTO outgoing_mail
  SELECT mail.* FROM jsonb_array_elements(p_events) AS event, jsonb_populate_record(NULL::outgoing_mail, event->'mail') AS mail
  WHERE event ? 'mail';

  INSERT INTO audit_entry SELECT * FROM jsonb_populate_recordset(NULL::audit_entry, p_audits);
  INSERT INTO audit_origin (audit_entry_id, address, user_agent, reason)
  SELECT id, address, user_agent, reason
  FROM jsonb_to_recordset(p_audits) AS audit (id text, address text, user_agent text, reason text);
END
$$;
