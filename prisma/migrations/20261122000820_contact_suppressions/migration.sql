-- Who is not to be written to, and why. Without an organisation it holds for all of them.
CREATE TABLE "contact_suppression" (
    "id" TEXT COLLATE "C" NOT NULL,
    "organisation_id" TEXT COLLATE "C",
    "channel" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "provider" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_suppression_pkey" PRIMARY KEY ("id")
);
-- What holds for all organisations stands there once too.
CREATE UNIQUE INDEX "contact_suppression_channel_address_organisation_id_reason_key" ON "contact_suppression"("channel", "address", "organisation_id", "reason") NULLS NOT DISTINCT;

ALTER TABLE "contact_suppression" ADD CONSTRAINT "contact_suppression_channel" CHECK ("channel" IN ('email', 'sms'));
ALTER TABLE "contact_suppression" ADD CONSTRAINT "contact_suppression_reason" CHECK ("reason" IN ('bounce', 'complaint', 'stop', 'unsubscribe'));
