-- Identifiers are compared byte by byte: COLLATE "C".

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- CreateTable
CREATE TABLE "booking" (
    "id" TEXT COLLATE "C" NOT NULL,
    "organisation_id" TEXT COLLATE "C" NOT NULL,
    "event_type_id" TEXT COLLATE "C" NOT NULL,
    "status" TEXT NOT NULL,
    "pending_reasons" TEXT[],
    "expires_at" TIMESTAMPTZ(3),
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "client_created_at" TIMESTAMPTZ(3) NOT NULL,
    "location" JSONB,
    "answers" JSONB NOT NULL,
    "notes" TEXT,
    "metadata" JSONB NOT NULL,
    "title" TEXT NOT NULL,
    "buffer_before_minutes" INTEGER NOT NULL,
    "buffer_after_minutes" INTEGER NOT NULL,
    "price_amount_minor" BIGINT,
    "price_currency" TEXT,
    "cancellation_cutoff_minutes" INTEGER NOT NULL,
    "reschedule_cutoff_minutes" INTEGER NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancelled_by" TEXT,
    "cancellation_reason" TEXT,
    "decline_reason" TEXT,
    "sequence" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "booking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "booking_host" (
    "booking_id" TEXT COLLATE "C" NOT NULL,
    "member_id" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "booking_host_pkey" PRIMARY KEY ("booking_id","member_id")
);

-- CreateTable
CREATE TABLE "attendee" (
    "id" TEXT COLLATE "C" NOT NULL,
    "booking_id" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "locale" TEXT,
    "time_zone" TEXT,

    CONSTRAINT "attendee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "during" tstzrange NOT NULL,
    "booking_id" TEXT COLLATE "C",
    "session_id" TEXT COLLATE "C",
    "hold_id" TEXT COLLATE "C",
    "block_id" TEXT COLLATE "C",
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "credential_id" TEXT COLLATE "C" NOT NULL,
    "operation" TEXT NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "headers" JSONB NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("credential_id","operation","key")
);

-- CreateTable
CREATE TABLE "outbox_event" (
    "sequence" BIGSERIAL NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "organisation_id" TEXT COLLATE "C" NOT NULL,
    "type" TEXT NOT NULL,
    "subject_id" TEXT COLLATE "C" NOT NULL,
    "payload" JSONB NOT NULL,
    "request_id" TEXT COLLATE "C" NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "transaction_id" xid8 NOT NULL DEFAULT pg_current_xact_id(),

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" TEXT COLLATE "C" NOT NULL,
    "organisation_id" TEXT COLLATE "C" NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT COLLATE "C" NOT NULL,
    "member_id" TEXT COLLATE "C",
    "action" TEXT NOT NULL,
    "object_id" TEXT COLLATE "C" NOT NULL,
    "request_id" TEXT COLLATE "C" NOT NULL,
    "changes" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_origin" (
    "audit_entry_id" TEXT COLLATE "C" NOT NULL,
    "address" TEXT,
    "user_agent" TEXT,
    "reason" TEXT,

    CONSTRAINT "audit_origin_pkey" PRIMARY KEY ("audit_entry_id")
);

-- CreateTable
CREATE TABLE "event_type" (
    "id" TEXT COLLATE "C" NOT NULL,
    "organisation_id" TEXT COLLATE "C" NOT NULL,
    "title" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "description" TEXT,
    "assignment" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "durations_minutes" INTEGER[],
    "slot_interval_minutes" INTEGER NOT NULL,
    "slot_offset_minutes" INTEGER NOT NULL,
    "buffer_before_minutes" INTEGER NOT NULL,
    "buffer_after_minutes" INTEGER NOT NULL,
    "minimum_notice_minutes" INTEGER NOT NULL,
    "booking_window" JSONB,
    "requires_confirmation" BOOLEAN NOT NULL,
    "visibility" TEXT NOT NULL,
    "locations" JSONB NOT NULL,
    "questions" JSONB NOT NULL,
    "price_amount_minor" BIGINT,
    "price_currency" TEXT,
    "cancellation_cutoff_minutes" INTEGER NOT NULL,
    "reschedule_cutoff_minutes" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_type_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_type_host" (
    "event_type_id" TEXT COLLATE "C" NOT NULL,
    "member_id" TEXT COLLATE "C" NOT NULL,
    "schedule_id" TEXT COLLATE "C",
    "position" INTEGER NOT NULL,
    "fixed" BOOLEAN NOT NULL,
    "weight" INTEGER NOT NULL,
    "priority" INTEGER NOT NULL,

    CONSTRAINT "event_type_host_pkey" PRIMARY KEY ("event_type_id","member_id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "live_organisation_id" TEXT COLLATE "C",
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT COLLATE "C" NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" TEXT COLLATE "C" NOT NULL,
    "organisation_id" TEXT COLLATE "C" NOT NULL,
    "user_id" TEXT COLLATE "C",
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "default_schedule_id" TEXT COLLATE "C",
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" TEXT COLLATE "C" NOT NULL,
    "organisation_id" TEXT COLLATE "C" NOT NULL,
    "member_id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "start" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule" (
    "id" TEXT COLLATE "C" NOT NULL,
    "organisation_id" TEXT COLLATE "C" NOT NULL,
    "member_id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "weekly" JSONB NOT NULL,
    "overrides" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "schedule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "booking_organisation_id_starts_at_id_idx" ON "booking"("organisation_id", "starts_at", "id");

-- CreateIndex
CREATE INDEX "booking_organisation_id_status_starts_at_id_idx" ON "booking"("organisation_id", "status", "starts_at", "id");

-- CreateIndex
CREATE INDEX "booking_event_type_id_starts_at_id_idx" ON "booking"("event_type_id", "starts_at", "id");

-- CreateIndex
CREATE INDEX "booking_host_member_id_starts_at_booking_id_idx" ON "booking_host"("member_id", "starts_at", "booking_id");

-- CreateIndex
CREATE INDEX "attendee_booking_id_position_idx" ON "attendee"("booking_id", "position");

-- CreateIndex
CREATE INDEX "claim_booking_id_idx" ON "claim"("booking_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_event_id_key" ON "outbox_event"("id");

-- CreateIndex
CREATE INDEX "audit_entry_organisation_id_at_id_idx" ON "audit_entry"("organisation_id", "at", "id");

-- CreateIndex
CREATE INDEX "audit_entry_object_id_at_id_idx" ON "audit_entry"("object_id", "at", "id");

-- CreateIndex
CREATE INDEX "event_type_organisation_id_created_at_id_idx" ON "event_type"("organisation_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "event_type_host_member_id_idx" ON "event_type_host"("member_id");

-- CreateIndex
CREATE INDEX "event_type_host_schedule_id_idx" ON "event_type_host"("schedule_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "member_organisation_id_created_at_id_idx" ON "member"("organisation_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "member_user_id_idx" ON "member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_organisation_id_email_key" ON "member"("organisation_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_hash_key" ON "api_key"("hash");

-- CreateIndex
CREATE INDEX "api_key_organisation_id_created_at_id_idx" ON "api_key"("organisation_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "api_key_member_id_idx" ON "api_key"("member_id");

-- CreateIndex
CREATE INDEX "schedule_organisation_id_created_at_id_idx" ON "schedule"("organisation_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "schedule_member_id_created_at_id_idx" ON "schedule"("member_id", "created_at", "id");

-- AddForeignKey
ALTER TABLE "booking_host" ADD CONSTRAINT "booking_host_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendee" ADD CONSTRAINT "attendee_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "audit_origin" ADD CONSTRAINT "audit_origin_audit_entry_id_fkey" FOREIGN KEY ("audit_entry_id") REFERENCES "audit_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_type_host" ADD CONSTRAINT "event_type_host_event_type_id_fkey" FOREIGN KEY ("event_type_id") REFERENCES "event_type"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_type_host" ADD CONSTRAINT "event_type_host_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_type_host" ADD CONSTRAINT "event_type_host_schedule_id_fkey" FOREIGN KEY ("schedule_id") REFERENCES "schedule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_live_organisation_id_fkey" FOREIGN KEY ("live_organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_default_schedule_id_fkey" FOREIGN KEY ("default_schedule_id") REFERENCES "schedule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.

-- Nobody is booked twice (DESIGN 4).
ALTER TABLE "claim" ADD CONSTRAINT "claim_no_overlap" EXCLUDE USING gist ("subject_id" WITH =, "during" WITH &&);
ALTER TABLE "claim" ADD CONSTRAINT "claim_is_of_one_thing" CHECK (num_nonnulls("booking_id", "session_id", "hold_id", "block_id") = 1);
ALTER TABLE "claim" ADD CONSTRAINT "claim_is_half_open" CHECK (lower_inc("during") AND NOT upper_inc("during") AND NOT upper_inf("during"));

ALTER TABLE "organisation" ADD CONSTRAINT "organisation_mode" CHECK ("mode" IN ('live', 'test'));
ALTER TABLE "member" ADD CONSTRAINT "member_role" CHECK ("role" IN ('owner', 'admin', 'member'));
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_kind" CHECK ("kind" IN ('secret', 'publishable'));
ALTER TABLE "event_type" ADD CONSTRAINT "event_type_assignment" CHECK ("assignment" IN ('solo'));
ALTER TABLE "event_type" ADD CONSTRAINT "event_type_visibility" CHECK ("visibility" IN ('public', 'unlisted', 'private'));
ALTER TABLE "booking" ADD CONSTRAINT "booking_status" CHECK ("status" IN ('pending', 'confirmed', 'declined', 'cancelled', 'completed', 'no_show'));
ALTER TABLE "booking" ADD CONSTRAINT "booking_takes_time" CHECK ("ends_at" > "starts_at");
ALTER TABLE "attendee" ADD CONSTRAINT "attendee_role" CHECK ("role" IN ('booker', 'guest'));

-- What waits to be declined by itself.
CREATE INDEX "booking_pending_expiry" ON "booking" ("expires_at") WHERE "status" = 'pending';

-- A slug is free again once its event type is deleted.
CREATE UNIQUE INDEX "event_type_active_slug" ON "event_type" ("organisation_id", "slug") WHERE "deleted_at" IS NULL;

-- The audit log is append-only.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER "audit_entry_no_truncate" BEFORE TRUNCATE ON "audit_entry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
