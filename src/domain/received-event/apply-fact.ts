import { liftSuppression } from "../contact-suppression/lift-suppression.ts";
import { suppressContact } from "../contact-suppression/suppress-contact.ts";
import { settleDelivery } from "../notification/settle-delivery.ts";
import type { ContactChanged, MessageSettled, ReceivedFact } from "../ports/receiver.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";

interface Source {
  /** Null: the installation's account. */
  organisationId: string | null;
  provider: string;
}

type Deps = Pick<DomainContext, "ids" | "clock">;

/**
 * Has a fact take effect where whoever tells it may say so: an organisation's own connection for that organisation, the
 * installation's account for all of them.
 * @returns whether it means anything to the house
 */
export async function applyFact(deps: Deps, tx: Transaction, source: Source, fact: ReceivedFact): Promise<boolean> {
  if (fact.kind === "message_settled") return settle(deps, tx, source, fact);
  const { kind, channel, address, reason } = fact;
  const contact = { organisationId: await heldBy(tx, source, fact), channel, address, reason };
  if (kind === "contact_suppressed") await suppressContact(deps, tx, { ...contact, provider: source.provider });
  else await liftSuppression(tx, contact);
  return true;
}

/** All messages go out by the installation's accounts: nobody else knows what became of one. */
async function settle(
  deps: Deps,
  tx: Transaction,
  { organisationId, provider }: Source,
  { providerMessageId, status, reason }: MessageSettled,
): Promise<boolean> {
  if (organisationId !== null) return false;
  const report = status === "failed" ? { status, reason } : { status };
  await settleDelivery(deps, tx, { provider, providerMessageId, ...report });
  return true;
}

/** An address that does not exist, or a number that says STOP to ours, is so for all. A complaint is of whoever has written. */
async function heldBy(
  tx: Transaction,
  { organisationId, provider }: Source,
  { reason, providerMessageId }: ContactChanged,
): Promise<string | null> {
  const isOfSender = reason === "complaint" || reason === "unsubscribe";
  if (organisationId !== null || !isOfSender || providerMessageId === undefined) return organisationId;
  const message = await tx.notification.findFirst({
    where: { provider, providerMessageId },
    select: { organisationId: true },
  });
  return message?.organisationId ?? null;
}
