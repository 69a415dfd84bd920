-- Events of a time are sent again, each once by one replay.
ALTER TABLE "webhook_delivery" ADD COLUMN "replay_id" TEXT COLLATE "C";
CREATE UNIQUE INDEX "webhook_delivery_replay_id_event_id_key" ON "webhook_delivery"("replay_id", "event_id");
CREATE INDEX "outbox_event_organisation_id_occurred_at_idx" ON "outbox_event"("organisation_id", "occurred_at");
