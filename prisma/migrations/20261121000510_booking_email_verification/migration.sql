-- AlterTable
ALTER TABLE "organisation" ADD COLUMN "booking_email_verification" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- What Prisma cannot say.

ALTER TABLE "outgoing_mail" DROP CONSTRAINT "outgoing_mail_kind";
ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_kind" CHECK ("kind" IN ('password_reset', 'email_verification', 'sign_up', 'invitation', 'email_change', 'email_change_notice', 'totp_added', 'totp_removed', 'recovery_codes_replaced', 'recovery_code_used', 'passkey_added', 'passkey_removed',
  'identity_sign_up', 'identity_linked', 'identity_unlinked', 'booking_email_verification'));

-- What every command leaves behind: its event, its audit line, and a mail where one goes with it.
CREATE OR REPLACE FUNCTION record_command(p_event jsonb, p_audit jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO outbox_event (id, organisation_id, type, subject_id, payload, request_id, occurred_at)
  VALUES (p_event->>'id', p_event->>'organisation_id', p_event->>'type', p_event->>'subject_id', p_event->'payload',
    p_event->>'request_id', (p_event->>'occurred_at')::timestamptz);

  IF p_event ? 'mail' THEN
    INSERT INTO outgoing_mail SELECT * FROM jsonb_populate_record(NULL::outgoing_mail, p_event->'mail');
  END IF;

  PERFORM record_audit(p_audit);
END
$$;
