import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";

export type MailKind =
  | "password_reset"
  | "email_verification"
  | "email_change"
  | "email_change_notice"
  | "sign_up"
  | "invitation"
  | "identity_sign_up"
  | "booking_email_verification"
  | "waiting_list_joined"
  | "waiting_list_offer"
  | "webhook_endpoint_disabled"
  | NoticeKind;

/** What somebody is told of who may not have done it himself. */
export type NoticeKind =
  | "totp_added"
  | "totp_removed"
  | "recovery_codes_replaced"
  | "recovery_code_used"
  | "identity_linked"
  | "identity_unlinked"
  | "passkey_added"
  | "passkey_removed";

export interface QueuedMail {
  kind: MailKind;
  address: string;
  /** What it is about, where the address does not tell. */
  subjectId?: string;
}

/**
 * Has a mail sent soon after the transaction stands. It costs the same whether or not anybody has the address: who it is, and
 * what the mail says, is found out when it goes. So nothing secret waits in the database either.
 */
export async function queueMail(
  ctx: MailContext,
  tx: Transaction,
  { kind, address, subjectId }: QueuedMail,
): Promise<void> {
  const now = ctx.clock.now();
  const { requestId } = ctx.request;
  const row = { id: ctx.ids("mail"), kind, address: address.toLowerCase(), subjectId, requestId };
  await tx.outgoingMail.create({ data: { ...row, attempts: 0, createdAt: now, nextAttemptAt: now } });
}

type MailContext = Pick<DomainContext, "ids" | "clock" | "request">;

/** The same as a row for the SQL functions, which write it with the command that it goes with. */
export function toMailRow({ ids, clock, request }: MailContext, { kind, address, subjectId }: QueuedMail): object {
  const now = clock.now();
  return {
    id: ids("mail"),
    kind,
    address: address.toLowerCase(),
    subject_id: subjectId,
    request_id: request.requestId,
    attempts: 0,
    created_at: now,
    next_attempt_at: now,
  };
}
