import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { toKeptAddress, type Contact, type SuppressionReason } from "./contact-suppression.ts";

export interface SuppressContactInput extends Contact {
  /** Null: for every organisation of the installation. */
  organisationId: string | null;
  reason: SuppressionReason;
  /** Who told of it, such as `twilio`. Left out: the person, to us. */
  provider?: string;
}

/** Writes to an address no more. Once more for the same reason changes nothing. */
export async function suppressContact(
  { ids, clock }: Pick<DomainContext, "ids" | "clock">,
  tx: Transaction,
  { organisationId, reason, provider, ...contact }: SuppressContactInput,
): Promise<void> {
  const { channel } = contact;
  const row = { id: ids("contactSuppression"), organisationId, channel, address: toKeptAddress(contact) };
  const data = [{ ...row, reason, provider: provider ?? null, createdAt: clock.now() }];
  await tx.contactSuppression.createMany({ data, skipDuplicates: true });
}
