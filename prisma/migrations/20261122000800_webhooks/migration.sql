-- Other people's servers are told of events.
CREATE TABLE "webhook_endpoint" (
    "id" TEXT COLLATE "C" NOT NULL,
    "organisation_id" TEXT COLLATE "C" NOT NULL,
    "url" TEXT NOT NULL,
    "description" TEXT,
    "event_types" TEXT[],
    "api_version" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "disabled_reason" TEXT,
    "disabled_at" TIMESTAMPTZ(3),
    "failing_since" TIMESTAMPTZ(3),
    "sealed_secret" TEXT NOT NULL,
    "previous_sealed_secret" TEXT,
    "previous_secret_expires_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_endpoint_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "webhook_endpoint_status" CHECK (
      ("status" = 'enabled' AND "disabled_reason" IS NULL AND "disabled_at" IS NULL)
      OR ("status" = 'disabled' AND "disabled_reason" IN ('by_request', 'gone', 'failing') AND "disabled_at" IS NOT NULL)),
    CONSTRAINT "webhook_endpoint_previous_secret" CHECK (
      ("previous_sealed_secret" IS NULL) = ("previous_secret_expires_at" IS NULL))
);
CREATE INDEX "webhook_endpoint_organisation_id_created_at_id_idx" ON "webhook_endpoint"("organisation_id", "created_at", "id");

CREATE TABLE "webhook_delivery" (
    "id" TEXT COLLATE "C" NOT NULL,
    "organisation_id" TEXT COLLATE "C" NOT NULL,
    "endpoint_id" TEXT COLLATE "C" NOT NULL,
    "event_id" TEXT COLLATE "C" NOT NULL,
    "event_type" TEXT NOT NULL,
    "subject_id" TEXT COLLATE "C" NOT NULL,
    "cause" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "next_attempt_at" TIMESTAMPTZ(3),
    "sequence" BIGSERIAL NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "webhook_delivery_cause" CHECK ("cause" IN ('event', 'ping', 'replay')),
    CONSTRAINT "webhook_delivery_status" CHECK (
      "status" IN ('pending', 'delivered', 'failed') AND ("status" = 'pending') = ("ended_at" IS NULL))
);
CREATE INDEX "webhook_delivery_endpoint_id_created_at_id_idx" ON "webhook_delivery"("endpoint_id", "created_at", "id");
CREATE INDEX "webhook_delivery_created_at_idx" ON "webhook_delivery"("created_at");
-- Those that have never gone out, in the order in which they are to; and all that an endpoint still waits for.
CREATE INDEX "webhook_delivery_unsent" ON "webhook_delivery"("endpoint_id", "subject_id", "sequence") WHERE "status" = 'pending' AND "attempts" = 0;
CREATE INDEX "webhook_delivery_pending" ON "webhook_delivery"("endpoint_id") WHERE "status" = 'pending';
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "webhook_attempt" (
    "delivery_id" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "status" INTEGER,
    "failure" TEXT,
    "answer" TEXT,

    CONSTRAINT "webhook_attempt_pkey" PRIMARY KEY ("delivery_id", "number"),
    CONSTRAINT "webhook_attempt_outcome" CHECK (("status" IS NULL) <> ("failure" IS NULL))
);
ALTER TABLE "webhook_attempt" ADD CONSTRAINT "webhook_attempt_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "webhook_delivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "outgoing_mail" DROP CONSTRAINT "outgoing_mail_kind";
ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_kind" CHECK ("kind" IN ('password_reset', 'email_verification', 'sign_up', 'invitation', 'email_change', 'email_change_notice', 'totp_added', 'totp_removed', 'recovery_codes_replaced', 'recovery_code_used', 'passkey_added', 'passkey_removed',
  'identity_sign_up', 'identity_linked', 'identity_unlinked', 'booking_email_verification', 'waiting_list_joined', 'waiting_list_offer', 'webhook_endpoint_disabled'));
