import { assertMay } from "../access/may.ts";
import { recordCommand } from "../audit/record-command.ts";
import { queueMail } from "../mail/outgoing-mail.ts";
import { giveFirstRecoveryCodes } from "../second-factor/give-recovery-codes.ts";
import { lockUser } from "../second-factor/lock-user.ts";
import type { ProofContext } from "../session/logged-in.ts";
import type { Transaction } from "../shared/database.ts";
import { assertValid, assertWithinLimit } from "../shared/errors.ts";
import { assertNotAnswered, inOneTransaction } from "../shared/idempotency.ts";
import { readClientData } from "./client-data.ts";
import { takePasskeyChallenge } from "./passkey-challenge.ts";
import { MOST_PASSKEYS, toPasskey, toPasskeyPayload, type Passkey } from "./passkey.ts";
import { verifyRegistration, type NewCredential, type RegistrationResponse } from "./verify-registration.ts";

export interface AddPasskeyInput {
  name?: string;
  /** As the browser gives it. */
  response: RegistrationResponse;
}

export interface AddedPasskey {
  passkey: Passkey;
  /** Of who had none, to be shown once. */
  recoveryCodes: string[] | null;
}

/**
 * Keeps the passkey that a browser has made by `beginPasskey`, within five minutes. From now on it logs in by itself, and it is
 * a second factor. @throws forbidden for keys, validation_failed (the answer is not right), limit_reached
 */
export async function addPasskey(ctx: ProofContext, { name, response }: AddPasskeyInput): Promise<AddedPasskey> {
  const { actor } = ctx;
  assertMay(actor, "manage one's account");
  const { userId } = actor;
  // The challenge was used up by the call that this one repeats.
  await assertNotAnswered(ctx);
  const credential = await readRegistration(ctx, userId, response);
  assertIsRight(credential !== null);
  return inOneTransaction(ctx, async (tx) => {
    const { email } = await lockUser(tx, userId);
    const transports = response.response.transports ?? [];
    const passkey = await insertPasskey(ctx, tx, { ...credential!, userId, transports, name: name ?? null });
    assertWithinLimit(await tx.passkey.count({ where: { userId } }), MOST_PASSKEYS, "passkeys of a person");
    await recordCommand(ctx, tx, {
      type: "user.passkey_added",
      objectId: passkey.id,
      payload: toPasskeyPayload(passkey),
    });
    await queueMail(ctx, tx, { kind: "passkey_added", address: email });
    return { passkey, recoveryCodes: await giveFirstRecoveryCodes(ctx, tx, userId) };
  });
}

async function readRegistration(ctx: ProofContext, userId: string, response: RegistrationResponse) {
  const clientData = readClientData(response.response.clientDataJSON);
  if (!clientData || clientData.crossOrigin) return null;
  const { challenge } = clientData;
  const isOurs = await takePasskeyChallenge(ctx, challenge, { purpose: "registration", userId });
  return isOurs ? verifyRegistration(ctx.relyingParty, response, challenge) : null;
}

type PasskeyInput = NewCredential & { userId: string; transports: string[]; name: string | null };

/** A credential belongs to one person. */
async function insertPasskey(ctx: ProofContext, tx: Transaction, input: PasskeyInput): Promise<Passkey> {
  const row = { id: ctx.ids("passkey"), ...input, createdAt: ctx.clock.now(), lastUsedAt: null };
  const [inserted] = await tx.passkey.createManyAndReturn({ data: [row], skipDuplicates: true });
  assertIsRight(inserted !== undefined);
  return toPasskey(inserted!);
}

function assertIsRight(isRight: boolean): void {
  assertValid(isRight ? [] : [{ pointer: "/response", message: "is not the right answer to a challenge of ours" }]);
}
