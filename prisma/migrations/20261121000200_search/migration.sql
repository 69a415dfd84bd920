-- Bookings are found by parts of their title and of the names, addresses and numbers of all who take part.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- AlterTable
ALTER TABLE "booking" ADD COLUMN "search_text" TEXT;

-- As the domain writes it: who takes part, a line each, an empty line, the title.
UPDATE "booking" SET "search_text" = lower(normalize((
  SELECT string_agg(trim(regexp_replace("part", '\s+', ' ', 'g')), E'\n' ORDER BY "position", "place")
  FROM "attendee", unnest(ARRAY["name", "email", "phone"]) WITH ORDINALITY AS "parts" ("part", "place")
  WHERE "booking_id" = "booking"."id" AND "part" ~ '\S'
) || E'\n\n' || trim(regexp_replace("title", '\s+', ' ', 'g')), NFC));

-- The organisation is part of it: what others' texts contain costs nobody anything. Prisma cannot tell one column's
-- operators from the other's; as a partial index it is none of its business.
CREATE INDEX "booking_search" ON "booking" USING GIN ("organisation_id", "search_text" gin_trgm_ops) WHERE "search_text" IS NOT NULL;
