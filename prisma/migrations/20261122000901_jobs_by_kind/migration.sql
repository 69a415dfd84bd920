-- A kind that has workers of its own finds its jobs past any number of others that are due.
CREATE INDEX "job_due_of_kind" ON "job"("kind", "due_at", "id") WHERE "died_at" IS NULL;
