import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/server";
import { assertMay } from "../access/may.ts";
import { assertRecentlyAuthenticated } from "../session/assert-recently-authenticated.ts";
import type { ProofContext } from "../session/logged-in.ts";
import { assertWithinLimit } from "../shared/errors.ts";
import { CHALLENGE_MS, createPasskeyChallenge } from "./passkey-challenge.ts";
import { MOST_PASSKEYS } from "./passkey.ts";
import { ALGORITHMS } from "./verify-registration.ts";
import { loadWebAuthn } from "./webauthn.ts";

export type PasskeyCreationOptions = PublicKeyCredentialCreationOptionsJSON;

/**
 * What a browser needs to make a passkey for the caller: one that can be found without a name, and that asks for a finger, a
 * face or a PIN. To ask once more gives another challenge and does no harm, so no answer is kept.
 * @throws forbidden for keys, step_up_required, limit_reached
 */
export async function beginPasskey(ctx: ProofContext): Promise<PasskeyCreationOptions> {
  const { actor, db, relyingParty } = ctx;
  assertMay(actor, "manage one's account");
  await assertRecentlyAuthenticated(ctx);
  const { userId } = actor;
  const { email, name, passkeys } = await db.prisma.user.findUniqueOrThrow({
    where: { id: userId },
    include: { passkeys: { select: { credentialId: true, transports: true } } },
  });
  // Before a device has made one that is refused.
  assertWithinLimit(passkeys.length + 1, MOST_PASSKEYS, "passkeys of a person");
  const { generateRegistrationOptions } = await loadWebAuthn();
  return generateRegistrationOptions({
    rpID: relyingParty.id,
    rpName: relyingParty.name,
    userID: Uint8Array.from(Buffer.from(userId)),
    userName: email,
    userDisplayName: name,
    challenge: await createPasskeyChallenge(ctx, { purpose: "registration", userId }),
    timeout: CHALLENGE_MS,
    excludeCredentials: passkeys.map(({ credentialId: id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    supportedAlgorithmIDs: ALGORITHMS,
  });
}
