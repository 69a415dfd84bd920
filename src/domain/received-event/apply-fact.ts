import { liftSuppression } from "../contact-suppression/lift-suppression.ts";
import { suppressContact } from "../contact-suppression/suppress-contact.ts";
import type { ReceivedFact } from "../ports/receiver.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";

interface Source {
  /** Null: the installation's account. */
  organisationId: string | null;
  provider: string;
}

/**
 * Has a fact take effect where whoever tells it may say so: an organisation's own connection for that organisation, the
 * installation's account for all of them.
 * @returns whether it means anything to the house
 */
export async function applyFact(
  deps: Pick<DomainContext, "ids" | "clock">,
  tx: Transaction,
  { organisationId, provider }: Source,
  fact: ReceivedFact,
): Promise<boolean> {
  if (fact.kind === "message_settled") return false;
  const { channel, address, reason } = fact;
  const contact = { organisationId, channel, address, reason };
  if (fact.kind === "contact_suppressed") await suppressContact(deps, tx, { ...contact, provider });
  else await liftSuppression(tx, contact);
  return true;
}
