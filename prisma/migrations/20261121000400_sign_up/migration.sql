-- AlterTable
ALTER TABLE "outgoing_mail" ADD COLUMN "subject_id" TEXT COLLATE "C";

-- CreateTable
CREATE TABLE "sign_up" (
    "id" TEXT COLLATE "C" NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "organisation_name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "token_hash" TEXT COLLATE "C",
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_up_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "sign_up_token_hash_key" ON "sign_up"("token_hash");

-- CreateIndex
CREATE INDEX "sign_up_email_idx" ON "sign_up"("email");

-- CreateIndex
CREATE INDEX "sign_up_expires_at_idx" ON "sign_up"("expires_at");

-- What Prisma cannot say.

ALTER TABLE "one_time_token" DROP CONSTRAINT "one_time_token_purpose";
ALTER TABLE "one_time_token" ADD CONSTRAINT "one_time_token_purpose" CHECK ("purpose" IN ('password_reset', 'email_verification', 'email_change'));
ALTER TABLE "outgoing_mail" DROP CONSTRAINT "outgoing_mail_kind";
ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_kind" CHECK ("kind" IN ('password_reset', 'email_verification', 'sign_up', 'invitation', 'email_change', 'email_change_notice'));
ALTER TABLE "device_session" DROP CONSTRAINT "device_session_end_reason";
ALTER TABLE "device_session" ADD CONSTRAINT "device_session_end_reason" CHECK ("end_reason" IN ('logged_out', 'ended', 'refresh_token_reused', 'password_changed', 'email_changed', 'member_deleted'));
