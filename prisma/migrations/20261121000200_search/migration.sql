-- Bookings are found by parts of their title and of the names, addresses and numbers of all who take part.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- AlterTable
ALTER TABLE "booking" ADD COLUMN "search_text" TEXT;

UPDATE "booking" SET "search_text" = lower(normalize(concat_ws(E'\n', "title", (
  SELECT string_agg(concat_ws(E'\n', "name", "email", "phone"), E'\n' ORDER BY "position")
  FROM "attendee" WHERE "booking_id" = "booking"."id"
)), NFC));

-- The organisation is part of it: what others' texts contain costs nobody anything. Prisma cannot tell one column's
-- operators from the other's; as a partial index it is none of its business.
CREATE INDEX "booking_search" ON "booking" USING GIN ("organisation_id", "search_text" gin_trgm_ops) WHERE "search_text" IS NOT NULL;
