-- AlterTable
ALTER TABLE "organisation" ADD COLUMN "plan" TEXT NOT NULL DEFAULT 'standard';
