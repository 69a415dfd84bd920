import type { WebhookEndpoint as WebhookEndpointRow } from "../../generated/prisma/client.ts";
import type { Sealer } from "../shared/sealer.ts";

/** Each endpoint's secret is sealed for it alone: put into another one's row it opens no more. */
const purposeOf = (endpointId: string) => `webhook secret of ${endpointId}`;

export function sealWebhookSecret(sealer: Sealer, endpointId: string, secret: string): string {
  return sealer.seal(secret, purposeOf(endpointId));
}

export type SealedSecrets = Pick<
  WebhookEndpointRow,
  "id" | "sealedSecret" | "previousSealedSecret" | "previousSecretExpiresAt"
>;

/** Those that sign now, the newest first; null when the newest was sealed by another secret of the server. */
export function openWebhookSecrets(sealer: Sealer, endpoint: SealedSecrets, now: Date): string[] | null {
  const { id, sealedSecret, previousSealedSecret, previousSecretExpiresAt } = endpoint;
  const isOverlapping = previousSecretExpiresAt !== null && previousSecretExpiresAt > now;
  const newest = sealer.open(sealedSecret, purposeOf(id));
  const previous = isOverlapping ? sealer.open(previousSealedSecret!, purposeOf(id)) : null;
  if (newest === null) return null;
  return previous === null ? [newest] : [newest, previous];
}
