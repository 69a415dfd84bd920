-- AlterTable
ALTER TABLE "api_key" ADD COLUMN     "allowed_origins" TEXT[];

UPDATE "api_key" SET "allowed_origins" = '{}';
