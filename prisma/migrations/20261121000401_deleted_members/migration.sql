-- AlterTable
ALTER TABLE "member" ADD COLUMN "deleted_at" TIMESTAMPTZ(3);

-- DropIndex
DROP INDEX "member_organisation_id_email_key";

-- CreateIndex
CREATE UNIQUE INDEX "member_organisation_id_user_id_key" ON "member"("organisation_id", "user_id");

-- What Prisma cannot say.

-- The address of somebody who has left is free again.
CREATE UNIQUE INDEX "member_active_email" ON "member"("organisation_id", "email") WHERE "deleted_at" IS NULL;
-- Who has left the organisation logs in to it no more.
ALTER TABLE "member" ADD CONSTRAINT "member_deleted_has_no_user" CHECK ("deleted_at" IS NULL OR "user_id" IS NULL);
