-- Waiting lists: who wants a time that is taken, and what is offered to them.

-- CreateTable
CREATE TABLE "waiting_list_entry" (
    "id" TEXT COLLATE "C" NOT NULL,
    "organisation_id" TEXT COLLATE "C" NOT NULL,
    "event_type_id" TEXT COLLATE "C" NOT NULL,
    "status" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3),
    "date" TEXT,
    "time_zone" TEXT NOT NULL,
    "range_from" TIMESTAMPTZ(3) NOT NULL,
    "range_to" TIMESTAMPTZ(3) NOT NULL,
    "duration_minutes" INTEGER NOT NULL,
    "host_id" TEXT COLLATE "C",
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "locale" TEXT,
    "answers" JSONB NOT NULL,
    "location" JSONB,
    "hold_id" TEXT COLLATE "C",
    "offered_starts_at" TIMESTAMPTZ(3),
    "offer_expires_at" TIMESTAMPTZ(3),
    "booking_id" TEXT COLLATE "C",
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "waiting_list_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waiting_list" (
    "event_type_id" TEXT COLLATE "C" NOT NULL,
    "organisation_id" TEXT COLLATE "C" NOT NULL,
    "look_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "waiting_list_pkey" PRIMARY KEY ("event_type_id")
);

-- CreateIndex
CREATE INDEX "waiting_list_entry_organisation_id_created_at_id_idx" ON "waiting_list_entry"("organisation_id", "created_at", "id");
CREATE INDEX "waiting_list_entry_event_type_id_created_at_id_idx" ON "waiting_list_entry"("event_type_id", "created_at", "id");
CREATE INDEX "waiting_list_look_at_idx" ON "waiting_list"("look_at");

-- AddForeignKey
ALTER TABLE "waiting_list_entry" ADD CONSTRAINT "waiting_list_entry_event_type_id_fkey" FOREIGN KEY ("event_type_id") REFERENCES "event_type"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "waiting_list_entry" ADD CONSTRAINT "waiting_list_entry_status" CHECK ("status" IN ('waiting', 'offered', 'booked', 'left', 'expired'));
ALTER TABLE "waiting_list_entry" ADD CONSTRAINT "waiting_list_entry_is_for_time_or_day" CHECK (("starts_at" IS NULL) <> ("date" IS NULL));
ALTER TABLE "waiting_list_entry" ADD CONSTRAINT "waiting_list_entry_ends_once" CHECK (("ended_at" IS NULL) = ("status" IN ('waiting', 'offered')));
ALTER TABLE "waiting_list_entry" ADD CONSTRAINT "waiting_list_entry_offer_is_whole" CHECK (("status" <> 'offered') OR ("hold_id" IS NOT NULL AND "offered_starts_at" IS NOT NULL AND "offer_expires_at" IS NOT NULL));

-- One address waits once for the same time. Those who wait or are offered something are few: they are read off these.
CREATE UNIQUE INDEX "waiting_list_entry_live" ON "waiting_list_entry" ("event_type_id", "email", "range_from", "range_to") WHERE "status" IN ('waiting', 'offered');
CREATE INDEX "waiting_list_entry_in_order" ON "waiting_list_entry" ("event_type_id", "created_at", "id") WHERE "status" IN ('waiting', 'offered');
CREATE INDEX "waiting_list_entry_hold" ON "waiting_list_entry" ("hold_id") WHERE "hold_id" IS NOT NULL;

ALTER TABLE "outgoing_mail" DROP CONSTRAINT "outgoing_mail_kind";
ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_kind" CHECK ("kind" IN ('password_reset', 'email_verification', 'sign_up', 'invitation', 'email_change', 'email_change_notice', 'totp_added', 'totp_removed', 'recovery_codes_replaced', 'recovery_code_used', 'passkey_added', 'passkey_removed',
  'identity_sign_up', 'identity_linked', 'identity_unlinked', 'booking_email_verification', 'waiting_list_joined', 'waiting_list_offer'));

-- Makes a hold the time of a booking, with what that leaves behind. p_hold: { id, at, event, audit }. Of its claims those
-- that were picked become the booking's in place, the others go. False: it was converted already. With `entry`: { id, event,
-- audit } it was offered to somebody who waited, who has got it by that; false then, too, where the offer is over.
CREATE OR REPLACE FUNCTION convert_hold(p_hold jsonb, p_owner jsonb, p_picked jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_id text COLLATE "C" := p_hold->>'id';
BEGIN
  UPDATE hold SET outcome = 'converted', ended_at = (p_hold->>'at')::timestamptz, booking_id = p_owner->>'booking_id'
  WHERE id = v_id AND outcome IS DISTINCT FROM 'converted';
  IF NOT FOUND THEN
    RETURN false;
  END IF;

  IF p_hold ? 'entry' THEN
    UPDATE waiting_list_entry SET status = 'booked', booking_id = p_owner->>'booking_id',
      ended_at = (p_hold->>'at')::timestamptz, updated_at = (p_hold->>'at')::timestamptz
    WHERE id = p_hold->'entry'->>'id' AND status = 'offered';
    IF NOT FOUND THEN
      RETURN false;
    END IF;
    PERFORM record_command(p_hold->'entry'->'event', p_hold->'entry'->'audit');
  END IF;

  UPDATE claim SET hold_id = NULL, expires_at = NULL, booking_id = p_owner->>'booking_id'
  FROM jsonb_to_recordset(p_picked) AS picked (subject_id uuid, "from" timestamptz, "to" timestamptz)
  WHERE claim.hold_id = v_id AND claim.subject_id = picked.subject_id
    AND claim.during = tstzrange(picked."from", picked."to");
  DELETE FROM claim WHERE hold_id = v_id;
  PERFORM record_command(p_hold->'event', p_hold->'audit');
  RETURN true;
END
$$;

-- Offers a time to somebody who waits: holds it for him, and says so with event, audit line and mail. p_entry: what changes of
-- the entry. Outcomes: those of create_hold, and gone (he does not wait any more, or was offered another time meanwhile).
-- The entry comes first: of two who offer at the same time one waits for the other, and then finds him served.
CREATE OR REPLACE FUNCTION offer_waiting_time(
  p_entry jsonb, p_event jsonb, p_audit jsonb, p_terms jsonb, p_wanted jsonb, p_hold jsonb, p_hold_event jsonb, p_hold_audit jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_outcome jsonb;
BEGIN
  PERFORM FROM waiting_list_entry WHERE id = p_entry->>'id' AND status = 'waiting' FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN jsonb_build_object('outcome', 'gone');
  END IF;

  v_outcome := create_hold(NULL, p_terms, p_wanted, NULL, p_hold, '[]', p_hold_event, p_hold_audit);
  IF v_outcome->>'outcome' <> 'done' THEN
    RETURN v_outcome;
  END IF;
  UPDATE waiting_list_entry SET
    status = 'offered', hold_id = p_hold->>'id', updated_at = (p_entry->>'updated_at')::timestamptz,
    offered_starts_at = (p_entry->>'offered_starts_at')::timestamptz, offer_expires_at = (p_entry->>'offer_expires_at')::timestamptz
  WHERE id = p_entry->>'id';
  PERFORM record_command(p_event, p_audit);
  RETURN v_outcome;
END
$$;

-- Ends the wait of somebody who did not take what was offered, or for whom it is too late. p_entry: { id, at }. False: he has
-- taken it meanwhile, was offered something, or it was ended already.
CREATE OR REPLACE FUNCTION expire_waiting_list_entry(p_entry jsonb, p_event jsonb, p_audit jsonb)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_at timestamptz := p_entry->>'at';
BEGIN
  UPDATE waiting_list_entry SET status = 'expired', ended_at = v_at, updated_at = v_at
  WHERE id = p_entry->>'id' AND status = p_entry->>'status' AND (status = 'waiting' OR NOT EXISTS (
    SELECT FROM hold WHERE hold.id = hold_id AND hold.outcome IS NULL AND hold.expires_at > v_at
  ));
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM record_command(p_event, p_audit);
  RETURN true;
END
$$;

-- Lets nobody look any more whether a time has freed, where nobody waits and nothing is offered. Whoever joins at the same time
-- has the list's row: the look for him comes after it.
CREATE OR REPLACE FUNCTION close_waiting_list(p_event_type_id text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM waiting_list WHERE event_type_id = p_event_type_id FOR UPDATE;
  DELETE FROM waiting_list WHERE event_type_id = p_event_type_id AND NOT EXISTS (
    SELECT FROM waiting_list_entry WHERE event_type_id = p_event_type_id AND status IN ('waiting', 'offered')
  );
END
$$;
