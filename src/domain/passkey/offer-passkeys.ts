import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import type { LogInContext } from "../session/logged-in.ts";
import { CHALLENGE_MS, createPasskeyChallenge } from "./passkey-challenge.ts";
import { loadWebAuthn } from "./webauthn.ts";

export type PasskeyRequestOptions = PublicKeyCredentialRequestOptionsJSON;

/**
 * What a browser needs to have a passkey sign. It names nobody: the same for everybody, known or not, and the browser shows
 * the passkeys that the person has.
 */
export async function offerPasskeys(ctx: LogInContext): Promise<PasskeyRequestOptions> {
  const { generateAuthenticationOptions } = await loadWebAuthn();
  return generateAuthenticationOptions({
    rpID: ctx.relyingParty.id,
    challenge: await createPasskeyChallenge(ctx, { purpose: "authentication" }),
    timeout: CHALLENGE_MS,
    userVerification: "required",
  });
}
