import type { Transaction } from "../shared/database.ts";
import {
  MAY_STILL_GO,
  SUPPRESSION_REASONS,
  toKeptAddress,
  type Contact,
  type SuppressionReason,
} from "./contact-suppression.ts";

export interface FindSuppressionInput extends Contact {
  /** Who writes. */
  organisationId: string;
  /** True where his booking does not need it, as a reminder and all of a waiting list. */
  isOptional: boolean;
}

/** Why the organisation is not to send this message to the address; null: it may. What weighs most, where there are several. */
export async function findSuppression(
  tx: Pick<Transaction, "contactSuppression">,
  { organisationId, isOptional, ...contact }: FindSuppressionInput,
): Promise<SuppressionReason | null> {
  const { channel } = contact;
  const rows = await tx.contactSuppression.findMany({
    where: { channel, address: toKeptAddress(contact), OR: [{ organisationId }, { organisationId: null }] },
    select: { reason: true },
  });
  const given = new Set(rows.map(({ reason }) => reason));
  const stops = (reason: SuppressionReason) => isOptional || MAY_STILL_GO[reason] === "nothing";
  return SUPPRESSION_REASONS.find((reason) => given.has(reason) && stops(reason)) ?? null;
}
