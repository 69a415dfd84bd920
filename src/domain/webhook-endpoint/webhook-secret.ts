import type { WebhookEndpoint as WebhookEndpointRow } from "../../generated/prisma/client.ts";
import type { Sealer } from "../shared/sealer.ts";

/** Each endpoint's secret is sealed for it alone: put into another one's row it opens no more. */
const purposeOf = (endpointId: string) => `webhook secret of ${endpointId}`;

export function sealWebhookSecret(sealer: Sealer, endpointId: string, secret: string): string {
  return sealer.seal(secret, purposeOf(endpointId));
}

type Sealed = Pick<WebhookEndpointRow, "id" | "sealedSecret" | "previousSealedSecret" | "previousSecretExpiresAt">;

/** Those that sign now, the newest first. @throws Error after a change of the server's secret */
export function openWebhookSecrets(sealer: Sealer, endpoint: Sealed, now: Date): string[] {
  const { id, sealedSecret, previousSealedSecret, previousSecretExpiresAt } = endpoint;
  const isOverlapping = previousSecretExpiresAt !== null && previousSecretExpiresAt > now;
  const sealed = isOverlapping ? [sealedSecret, previousSealedSecret!] : [sealedSecret];
  return sealed.map((text) => {
    const secret = sealer.open(text, purposeOf(id));
    if (secret === null) throw new Error(`The secret of ${id} was sealed by another secret of the server.`);
    return secret;
  });
}
