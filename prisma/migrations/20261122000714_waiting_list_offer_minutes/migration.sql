-- How long a time that frees is held for whoever waits for it; half an hour, as it was for all.
ALTER TABLE "event_type" ADD COLUMN "waiting_list_offer_minutes" INTEGER NOT NULL DEFAULT 30;
