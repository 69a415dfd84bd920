import type { Transaction } from "../shared/database.ts";
import { toKeptAddress, type Contact, type SuppressionReason } from "./contact-suppression.ts";

export interface LiftSuppressionInput extends Contact {
  /** Null: what holds for every organisation of the installation, and that alone. */
  organisationId: string | null;
  reason: SuppressionReason;
}

/** Takes one reason away; another one goes on. What was not suppressed is left as it is. */
export async function liftSuppression(
  tx: Transaction,
  { organisationId, reason, ...contact }: LiftSuppressionInput,
): Promise<void> {
  const { channel } = contact;
  await tx.contactSuppression.deleteMany({
    where: { organisationId, channel, address: toKeptAddress(contact), reason },
  });
}
