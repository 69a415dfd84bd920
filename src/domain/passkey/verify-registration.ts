import type { RelyingParty } from "./relying-party.ts";
import { loadWebAuthn, loadWebAuthnHelpers } from "./webauthn.ts";

/** COSE algorithms that every authenticator of the last ten years has one of: EdDSA, ES256, RS256. */
export const ALGORITHMS = [-8, -7, -257];

/** What the browser gives, without what nobody looks at (WebAuthn 5.1, `toJSON`). */
export interface RegistrationResponse {
  id: string;
  rawId: string;
  type: "public-key";
  /** Base64url, both. */
  response: { clientDataJSON: string; attestationObject: string; transports?: string[] };
}

/** A new passkey as its device tells of it. */
export interface NewCredential {
  /** Base64url. */
  credentialId: string;
  /** COSE. */
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
  isSynced: boolean;
}

/** The credential of a registration that is right in all that WebAuthn 7.1 asks; null of any other. */
export async function verifyRegistration(
  { id, origins }: RelyingParty,
  response: RegistrationResponse,
  expectedChallenge: string,
): Promise<NewCredential | null> {
  const { id: name, rawId, type } = response;
  const { clientDataJSON, attestationObject } = response.response;
  const { verifyRegistrationResponse } = await loadWebAuthn();
  try {
    if (!(await isPlainAttestation(attestationObject))) return null;
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { id: name, rawId, type, clientExtensionResults: {}, response: { clientDataJSON, attestationObject } },
      expectedChallenge,
      expectedOrigin: [...origins],
      expectedRPID: id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified) return null;
    const { credential, credentialBackedUp: isSynced } = registrationInfo;
    return { credentialId: credential.id, publicKey: credential.publicKey, counter: credential.counter, isSynced };
  } catch {
    return null; // the library throws an Error for each thing that is wrong, and for nothing else
  }
}

/**
 * None was asked for, so none needs to be looked at but a signature by the passkey itself. To check a certificate would be to
 * load the revocation list that it names, from wherever it says.
 */
async function isPlainAttestation(attestationObject: string): Promise<boolean> {
  const { decodeAttestationObject } = await loadWebAuthnHelpers();
  const attestation = decodeAttestationObject(Uint8Array.from(Buffer.from(attestationObject, "base64url")));
  const format = attestation.get("fmt");
  return format === "none" || (format === "packed" && attestation.get("attStmt").get("x5c") === undefined);
}
