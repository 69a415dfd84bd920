import { auditOfUser } from "../identity/audit-of-user.ts";
import type { LogInContext } from "../session/logged-in.ts";
import type { Transaction } from "../shared/database.ts";
import { readClientData } from "./client-data.ts";
import { takePasskeyChallenge } from "./passkey-challenge.ts";
import { verifyAssertion, type AssertionResponse } from "./verify-assertion.ts";

/** A signature that was found right, of a passkey that somebody has. */
export interface ShownPasskey {
  passkeyId: string;
  userId: string;
  counter: number;
  isSynced: boolean;
}

type Deps = Omit<LogInContext, "limiter">;

/** Whose passkey has signed one of our challenges, which is used up by this. Null: it is not right. */
export async function readAssertion(ctx: Deps, response: AssertionResponse): Promise<ShownPasskey | null> {
  const clientData = readClientData(response.response.clientDataJSON);
  if (!clientData || clientData.crossOrigin) return null;
  const { challenge } = clientData;
  if (!(await takePasskeyChallenge(ctx, challenge, { purpose: "authentication" }))) return null;
  const known = await ctx.db.prisma.passkey.findUnique({ where: { credentialId: response.id } });
  const assertion = known && (await verifyAssertion(ctx.relyingParty, response, challenge, known));
  if (!known) return null;
  const { id: passkeyId, userId } = known;
  if (assertion && goesOn(Number(known.counter), assertion.counter)) return { passkeyId, userId, ...assertion };
  const type = assertion ? "passkey.copy_suspected" : "passkey.refused";
  await auditOfUser(ctx, userId, { type, objectId: passkeyId });
  return null;
}

/** Passkeys that are in several places count nothing; one that counts and falls back was copied (WebAuthn 6.1.1). */
function goesOn(before: number, now: number): boolean {
  return now > before || (now === 0 && before === 0);
}

/** Notes the use. False: it was removed meanwhile, or another use came before that counts as much. */
export async function takeAssertion(
  { clock }: Pick<LogInContext, "clock">,
  tx: Transaction,
  { passkeyId: id, counter, isSynced }: ShownPasskey,
): Promise<boolean> {
  const follows = counter === 0 ? { counter: 0 } : { counter: { lt: counter } };
  const data = { counter, isSynced, lastUsedAt: clock.now() };
  return (await tx.passkey.updateMany({ where: { id, ...follows }, data })).count === 1;
}
