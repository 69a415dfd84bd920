-- How much somebody was pushed of late, and what waits to tell of the rest.
CREATE INDEX "notification_pushed" ON "notification"("recipient_id", "sent_at") WHERE "channel" = 'push';
