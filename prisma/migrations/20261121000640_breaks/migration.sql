-- What comes back by RRULE and is taken out of a schedule's hours. The hours of resources have all that a schedule's have.
ALTER TABLE "schedule" ADD COLUMN "breaks" JSONB NOT NULL DEFAULT '[]';

UPDATE "resource" SET "hours" = '{"rules": [], "breaks": [], "holidays": null}' || "hours" WHERE jsonb_typeof("hours") = 'object';
