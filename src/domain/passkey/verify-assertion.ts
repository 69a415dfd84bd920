import type { RelyingParty } from "./relying-party.ts";
import { loadWebAuthn } from "./webauthn.ts";

/** What the browser gives, without what nobody looks at (WebAuthn 5.1, `toJSON`). */
export interface AssertionResponse {
  id: string;
  rawId: string;
  type: "public-key";
  /** Base64url, each. */
  response: { clientDataJSON: string; authenticatorData: string; signature: string; userHandle?: string | null };
}

/** A passkey as it is kept. */
export interface KnownCredential {
  userId: string;
  credentialId: string;
  publicKey: Uint8Array<ArrayBuffer>;
}

export interface Assertion {
  counter: number;
  isSynced: boolean;
}

/**
 * What a signature tells that is right in all that WebAuthn 7.2 asks but for the counter, which is the caller's; null of any
 * other. The person has shown his finger, his face or a PIN: who merely has the device is not let through.
 */
export async function verifyAssertion(
  { id, origins }: RelyingParty,
  response: AssertionResponse,
  expectedChallenge: string,
  { userId, credentialId, publicKey }: KnownCredential,
): Promise<Assertion | null> {
  const { userHandle, ...signed } = response.response;
  if (userHandle && userHandle !== toUserHandle(userId)) return null;
  const { id: name, rawId, type } = response;
  const { verifyAuthenticationResponse } = await loadWebAuthn();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { id: name, rawId, type, clientExtensionResults: {}, response: signed },
      expectedChallenge,
      expectedOrigin: [...origins],
      expectedRPID: id,
      requireUserVerification: true,
      // It would be looked at before the signature: then a stranger could cry that a passkey was copied.
      credential: { id: credentialId, publicKey, counter: 0 },
    });
    return verified
      ? { counter: authenticationInfo.newCounter, isSynced: authenticationInfo.credentialBackedUp }
      : null;
  } catch {
    return null; // the library throws an Error for each thing that is wrong, and for nothing else
  }
}

/** How authenticators name the person: base64url. */
export function toUserHandle(userId: string): string {
  return Buffer.from(userId).toString("base64url");
}
