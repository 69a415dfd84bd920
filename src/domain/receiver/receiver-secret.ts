import type { ReceiverConnection as ReceiverConnectionRow } from "../../generated/prisma/client.ts";
import type { Sealer } from "../shared/sealer.ts";

/** Each connection's secret is sealed for it alone: put into another one's row it opens no more. */
const purposeOf = (connectionId: string) => `receiver secret of ${connectionId}`;

export function sealReceiverSecret(sealer: Sealer, connectionId: string, secret: string): string {
  return sealer.seal(secret, purposeOf(connectionId));
}

type Sealed = Pick<ReceiverConnectionRow, "id" | "sealedSecret" | "previousSealedSecret" | "previousSecretExpiresAt">;

/** Those that are good now; none after a change of the server's secret. */
export function openReceiverSecrets(sealer: Sealer, connection: Sealed, now: Date): string[] {
  const { id, sealedSecret, previousSealedSecret, previousSecretExpiresAt } = connection;
  const isOverlapping = previousSecretExpiresAt !== null && previousSecretExpiresAt > now;
  return [sealedSecret, isOverlapping ? previousSealedSecret : null].flatMap((sealed) => {
    const secret = sealed === null ? null : sealer.open(sealed, purposeOf(id));
    return secret === null ? [] : [secret];
  });
}
