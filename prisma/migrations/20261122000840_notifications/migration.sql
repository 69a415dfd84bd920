-- Who was told what, by which channel, and what became of it.
CREATE TABLE "notification" (
    "id" TEXT COLLATE "C" NOT NULL,
    "organisation_id" TEXT COLLATE "C" NOT NULL,
    "booking_id" TEXT COLLATE "C",
    "waiting_list_entry_id" TEXT COLLATE "C",
    "event_id" TEXT COLLATE "C",
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "recipient_type" TEXT NOT NULL,
    "recipient_id" TEXT COLLATE "C",
    "booking_version" INTEGER,
    "gather_key" TEXT COLLATE "C",
    "told_with" TEXT COLLATE "C",
    "minutes_before" INTEGER,
    "starts_at" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL,
    "next_attempt_at" TIMESTAMPTZ(3),
    "provider" TEXT,
    "provider_message_id" TEXT COLLATE "C",
    "detail" TEXT,
    "request_id" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "notification_channel" CHECK ("channel" IN ('email', 'sms', 'push')),
    CONSTRAINT "notification_recipient_type" CHECK ("recipient_type" IN ('attendee', 'guest', 'host')),
    CONSTRAINT "notification_status"
      CHECK ("status" IN ('planned', 'sending', 'sent', 'delivered', 'failed', 'suppressed', 'dropped')),
    CONSTRAINT "notification_says_why" CHECK ("status" NOT IN ('failed', 'suppressed', 'dropped') OR "reason" IS NOT NULL)
);
CREATE INDEX "notification_booking_id_created_at_id_idx" ON "notification"("booking_id", "created_at", "id");
CREATE INDEX "notification_waiting_list_entry_id_idx" ON "notification"("waiting_list_entry_id");
-- One message of each event to each person, and one reminder of each start, however often they are planned.
CREATE UNIQUE INDEX "notification_of_event" ON "notification"("event_id", "kind", "channel", "recipient_type", "recipient_id")
  NULLS NOT DISTINCT WHERE "event_id" IS NOT NULL;
CREATE UNIQUE INDEX "notification_of_start"
  ON "notification"("booking_id", "kind", "minutes_before", "starts_at", "channel", "recipient_type", "recipient_id")
  NULLS NOT DISTINCT WHERE "event_id" IS NULL;
CREATE INDEX "notification_gathering" ON "notification"("gather_key", "kind", "channel", "recipient_type")
  WHERE "gather_key" IS NOT NULL AND "status" IN ('planned', 'sending');
CREATE INDEX "notification_told_with" ON "notification"("told_with") WHERE "told_with" IS NOT NULL;
CREATE INDEX "notification_message" ON "notification"("provider", "provider_message_id") WHERE "provider_message_id" IS NOT NULL;

CREATE TABLE "early_delivery_report" (
    "provider" TEXT NOT NULL,
    "provider_message_id" TEXT COLLATE "C" NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "early_delivery_report_pkey" PRIMARY KEY ("provider", "provider_message_id"),
    CONSTRAINT "early_delivery_report_status" CHECK ("status" IN ('delivered', 'failed'))
);
CREATE INDEX "early_delivery_report_created_at_idx" ON "early_delivery_report"("created_at");
