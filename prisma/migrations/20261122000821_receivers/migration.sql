-- What providers tell us: stored as it came, looked at by a job.
CREATE TABLE "receiver_connection" (
    "id" TEXT COLLATE "C" NOT NULL,
    "organisation_id" TEXT COLLATE "C" NOT NULL,
    "provider" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "sealed_secret" TEXT,
    "previous_sealed_secret" TEXT,
    "previous_secret_expires_at" TIMESTAMPTZ(3),
    "last_received_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "receiver_connection_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "receiver_connection_organisation_id_created_at_id_idx" ON "receiver_connection"("organisation_id", "created_at", "id");
ALTER TABLE "receiver_connection" ADD CONSTRAINT "receiver_connection_status" CHECK ("status" IN ('enabled', 'disabled'));

CREATE TABLE "received_event" (
    "id" TEXT COLLATE "C" NOT NULL,
    "organisation_id" TEXT COLLATE "C",
    "connection_id" TEXT COLLATE "C",
    "provider" TEXT NOT NULL,
    "provider_event_id" TEXT COLLATE "C" NOT NULL,
    "nonce" TEXT,
    "type" TEXT,
    "occurred_at" TIMESTAMPTZ(3),
    "order_key" TEXT,
    "content_type" TEXT,
    "body" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "attempts" INTEGER NOT NULL,
    "request_id" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "processed_at" TIMESTAMPTZ(3),

    CONSTRAINT "received_event_pkey" PRIMARY KEY ("id")
);
-- What is told to the installation has no connection, and is taken once too.
CREATE UNIQUE INDEX "received_event_provider_provider_event_id_connection_id_key" ON "received_event"("provider", "provider_event_id", "connection_id") NULLS NOT DISTINCT;
-- Those without a nonce are no twins of each other.
CREATE UNIQUE INDEX "received_event_nonce" ON "received_event"("provider", "nonce", "connection_id") NULLS NOT DISTINCT WHERE "nonce" IS NOT NULL;
CREATE INDEX "received_event_organisation_id_created_at_id_idx" ON "received_event"("organisation_id", "created_at", "id");
CREATE INDEX "received_event_created_at_idx" ON "received_event"("created_at");
CREATE INDEX "received_event_order" ON "received_event"("provider", "order_key") WHERE "order_key" IS NOT NULL AND "status" = 'processed';
ALTER TABLE "received_event" ADD CONSTRAINT "received_event_status" CHECK ("status" IN ('received', 'processed', 'ignored', 'failed'));
ALTER TABLE "received_event" ADD CONSTRAINT "received_event_is_of_somebody" CHECK (("connection_id" IS NULL) = ("organisation_id" IS NULL));

-- Keeps what a provider has told, with the job that looks at it. False: it was told before.
CREATE OR REPLACE FUNCTION receive_event(p_event jsonb, p_job jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_at timestamptz := (p_event->>'created_at')::timestamptz;
BEGIN
  INSERT INTO received_event SELECT * FROM jsonb_populate_record(NULL::received_event, p_event)
  ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RETURN false;
  END IF;

  INSERT INTO job SELECT * FROM jsonb_populate_record(NULL::job, p_job);
  -- Not each time: those that come at one moment would wait for each other.
  UPDATE receiver_connection SET last_received_at = v_at
  WHERE id = p_event->>'connection_id' AND (last_received_at IS NULL OR last_received_at < v_at - interval '10 seconds');
  RETURN true;
END
$$;
