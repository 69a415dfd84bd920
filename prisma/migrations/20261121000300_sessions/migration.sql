-- AlterTable
ALTER TABLE "user" ADD COLUMN "week_start" TEXT NOT NULL DEFAULT 'monday',
ADD COLUMN "notification_preferences" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "device_session" (
    "id" TEXT COLLATE "C" NOT NULL,
    "organisation_id" TEXT COLLATE "C" NOT NULL,
    "user_id" TEXT COLLATE "C" NOT NULL,
    "member_id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT,
    "address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "device_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refresh_token" (
    "hash" TEXT COLLATE "C" NOT NULL,
    "session_id" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "next_nonce" TEXT,

    CONSTRAINT "refresh_token_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "signing_key" (
    "kid" TEXT COLLATE "C" NOT NULL,
    "public_jwk" JSONB NOT NULL,
    "private_key" TEXT NOT NULL,
    "signs_from" TIMESTAMPTZ(3) NOT NULL,
    "signs_until" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signing_key_pkey" PRIMARY KEY ("kid")
);

-- CreateIndex
CREATE INDEX "device_session_user_id_created_at_id_idx" ON "device_session"("user_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "device_session_member_id_idx" ON "device_session"("member_id");

-- CreateIndex
CREATE INDEX "device_session_organisation_id_idx" ON "device_session"("organisation_id");

-- CreateIndex
CREATE INDEX "refresh_token_session_id_idx" ON "refresh_token"("session_id");

-- CreateIndex
CREATE INDEX "signing_key_signs_until_idx" ON "signing_key"("signs_until");

-- AddForeignKey
ALTER TABLE "device_session" ADD CONSTRAINT "device_session_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_session" ADD CONSTRAINT "device_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_session" ADD CONSTRAINT "device_session_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refresh_token" ADD CONSTRAINT "refresh_token_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "device_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.

ALTER TABLE "user" ADD CONSTRAINT "user_week_start" CHECK ("week_start" IN ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'));
ALTER TABLE "device_session" ADD CONSTRAINT "device_session_end_reason" CHECK ("end_reason" IN ('logged_out', 'ended', 'refresh_token_reused', 'password_changed'));
ALTER TABLE "device_session" ADD CONSTRAINT "device_session_end_has_reason" CHECK (("ended_at" IS NULL) = ("end_reason" IS NULL));

-- An audit line may stand alone: a refused log-in is no command, and nobody is told of it.

CREATE OR REPLACE FUNCTION record_audit(p_audit jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit_entry SELECT * FROM jsonb_populate_record(NULL::audit_entry, p_audit);

  INSERT INTO audit_origin (audit_entry_id, address, user_agent, reason)
  VALUES (p_audit->>'id', p_audit->>'address', p_audit->>'user_agent', p_audit->>'reason');
END
$$;

CREATE OR REPLACE FUNCTION record_command(p_event jsonb, p_audit jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO outbox_event (id, organisation_id, type, subject_id, payload, request_id, occurred_at)
  VALUES (p_event->>'id', p_event->>'organisation_id', p_event->>'type', p_event->>'subject_id', p_event->'payload',
    p_event->>'request_id', (p_event->>'occurred_at')::timestamptz);

  PERFORM record_audit(p_audit);
END
$$;
