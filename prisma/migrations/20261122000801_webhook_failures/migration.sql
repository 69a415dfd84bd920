-- Why a delivery is tried no more.
ALTER TABLE "webhook_delivery" ADD COLUMN "failed_reason" TEXT;
UPDATE "webhook_delivery" SET "failed_reason" = 'not_taken' WHERE "status" = 'failed';
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_failed_reason" CHECK (
  ("status" = 'failed') = ("failed_reason" IS NOT NULL)
  AND "failed_reason" IN ('not_taken', 'endpoint_disabled', 'endpoint_deleted', 'given_up'));

-- An event that is handed on once more is on its way already.
CREATE UNIQUE INDEX "webhook_delivery_of_event" ON "webhook_delivery"("event_id", "endpoint_id") WHERE "cause" = 'event';
