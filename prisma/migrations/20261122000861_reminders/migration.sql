-- Who books is reminded. Event types that there are have no reminders until somebody says so, nor have their bookings.
ALTER TABLE "event_type" ADD COLUMN "reminders" JSONB NOT NULL DEFAULT '[]';
-- Among the terms that a booking was made under.
ALTER TABLE "booking" ADD COLUMN "reminders" JSONB NOT NULL DEFAULT '[]';
