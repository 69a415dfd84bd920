import { recordCommand, type Recorder } from "../audit/record-command.ts";
import type { ProvenIdentity } from "../ports/identity-provider.ts";
import type { Transaction } from "../shared/database.ts";
import { toIdentity, toIdentityPayload, type Identity } from "./identity.ts";

export interface NewIdentity {
  userId: string;
  provider: string;
  proven: ProvenIdentity;
  /** Null: he was logged in already. */
  lastUsedAt: Date | null;
}

/** Links an identity with a user, and tells of it. Null when somebody has it: it may be himself. */
export async function insertIdentity(ctx: Recorder, tx: Transaction, input: NewIdentity): Promise<Identity | null> {
  const { proven, ...rest } = input;
  const { issuer, subject, email } = proven;
  const row = { ...rest, id: ctx.ids("identity"), issuer, subject, email, createdAt: ctx.clock.now() };
  const { count } = await tx.identity.createMany({ data: [row], skipDuplicates: true });
  if (count === 0) return null;
  const identity = toIdentity(row);
  const payload = toIdentityPayload(identity);
  await recordCommand(ctx, tx, { type: "identity.linked", objectId: identity.id, payload });
  return identity;
}
