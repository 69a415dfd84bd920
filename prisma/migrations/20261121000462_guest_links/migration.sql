-- AlterTable
ALTER TABLE "attendee" ADD COLUMN     "link_revision" INTEGER;
