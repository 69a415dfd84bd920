import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { notFound } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";
import { passkeyScope } from "./passkey.scope.ts";
import { toPasskey, type Passkey } from "./passkey.ts";

/** One of one's own passkeys. @throws not_found, forbidden */
export async function getPasskey(ctx: DomainContext, tx: Transaction, passkeyId: string): Promise<Passkey> {
  const where = { ...passkeyScope(ctx), id: passkeyId };
  const row = isId(passkeyId, "passkey") && (await tx.passkey.findFirst({ where }));
  if (!row) throw notFound("passkey");
  return toPasskey(row);
}
