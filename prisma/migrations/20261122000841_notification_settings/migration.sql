-- In whose name an organisation's messages go out, in which language where the reader's is not written, and which do not go.
ALTER TABLE "organisation"
  ADD COLUMN "locale" TEXT NOT NULL DEFAULT 'en',
  ADD COLUMN "notification_sender" JSONB,
  ADD COLUMN "disabled_notifications" TEXT[] NOT NULL DEFAULT '{}';
