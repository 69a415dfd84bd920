-- Hours by RRULE, holidays that are days off, and travel.
ALTER TABLE "schedule"
  ADD COLUMN "rules" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "holidays" JSONB,
  ADD COLUMN "travel" JSONB NOT NULL DEFAULT '[]';
