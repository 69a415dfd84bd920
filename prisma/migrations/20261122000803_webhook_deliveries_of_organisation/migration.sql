-- The deliveries of all endpoints of an organisation, in their order; and those of one event.
CREATE INDEX "webhook_delivery_organisation_id_created_at_id_idx" ON "webhook_delivery"("organisation_id", "created_at", "id");
CREATE INDEX "webhook_delivery_event_id_idx" ON "webhook_delivery"("event_id");
