-- A session that is there was opened by its log-in, and nobody has proven himself in it since.
ALTER TABLE "device_session" ADD COLUMN "authenticated_at" TIMESTAMPTZ(3);
UPDATE "device_session" SET "authenticated_at" = "created_at";
ALTER TABLE "device_session" ALTER COLUMN "authenticated_at" SET NOT NULL;
