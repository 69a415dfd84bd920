import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

/** What a hostile or a broken device does otherwise. */
export interface Ceremony {
  origin?: string;
  rpId?: string;
  crossOrigin?: boolean;
  type?: string;
  /** In place of that of the options. */
  challenge?: string;
  isUserPresent?: boolean;
  isUserVerified?: boolean;
  /** In place of the next one. */
  counter?: number;
  userHandle?: string;
  /** Changed after it was signed. */
  tamper?: (clientData: Record<string, unknown>) => void;
  attestation?: { fmt: string; attStmt: Map<string, unknown> };
}

interface Credential {
  id: Buffer;
  privateKey: KeyObject;
  userHandle: string;
  counter: number;
}

export interface CreationOptions {
  challenge: string;
  user: { id: string };
}

const FLAG_USER_PRESENT = 0x01;
const FLAG_USER_VERIFIED = 0x04;
const FLAG_BACKUP_ELIGIBLE = 0x08;
const FLAG_BACKED_UP = 0x10;
const FLAG_ATTESTED = 0x40;
const AAGUID = Buffer.alloc(16);

/** An authenticator of WebAuthn in memory: ES256, keys that are found without a name, a person who is always there and verified. */
export function createAuthenticator({
  origin,
  rpId,
  counts = true,
}: {
  origin: string;
  rpId: string;
  counts?: boolean;
}) {
  const credentials = new Map<string, Credential>();

  const clientDataOf = (type: string, challenge: string, ceremony: Ceremony) => ({
    type: ceremony.type ?? type,
    challenge: ceremony.challenge ?? challenge,
    origin: ceremony.origin ?? origin,
    crossOrigin: ceremony.crossOrigin ?? false,
  });

  const authDataOf = (ceremony: Ceremony, counter: number, attested = Buffer.alloc(0)) => {
    const head = Buffer.alloc(37);
    sha256(ceremony.rpId ?? rpId).copy(head);
    const flags =
      (ceremony.isUserPresent === false ? 0 : FLAG_USER_PRESENT) |
      (ceremony.isUserVerified === false ? 0 : FLAG_USER_VERIFIED) |
      (counts ? 0 : FLAG_BACKUP_ELIGIBLE | FLAG_BACKED_UP) |
      (attested.length > 0 ? FLAG_ATTESTED : 0);
    head.writeUInt8(flags, 32);
    head.writeUInt32BE(ceremony.counter ?? counter, 33);
    return Buffer.concat([head, attested]);
  };

  return {
    /** As `navigator.credentials.create()` would, as JSON. */
    create({ challenge, user }: CreationOptions, ceremony: Ceremony = {}) {
      const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const id = randomBytes(16);
      const credential = { id, privateKey, userHandle: user.id, counter: 0 };
      credentials.set(id.toString("base64url"), credential);
      const attested = Buffer.concat([AAGUID, uint16(id.length), id, toCose(publicKey)]);
      const clientData = Buffer.from(JSON.stringify(clientDataOf("webauthn.create", challenge, ceremony)));
      const { fmt, attStmt } = ceremony.attestation ?? { fmt: "none", attStmt: new Map<string, unknown>() };
      const attestationObject = encode(
        new Map<string, unknown>([
          ["fmt", fmt],
          ["attStmt", attStmt],
          ["authData", Uint8Array.from(authDataOf(ceremony, 0, attested))],
        ]),
      );
      return {
        ...named(id),
        clientExtensionResults: { credProps: { rk: true } },
        response: {
          clientDataJSON: clientData.toString("base64url"),
          attestationObject: attestationObject.toString("base64url"),
          transports: ["internal"],
        },
      };
    },

    /** As `navigator.credentials.get()` would, as JSON, with the passkey that was made last. */
    get({ challenge }: { challenge: string }, ceremony: Ceremony = {}) {
      const credential = [...credentials.values()].at(-1)!;
      if (counts) credential.counter++;
      const clientData = clientDataOf("webauthn.get", challenge, ceremony);
      const signed = Buffer.from(JSON.stringify(clientData));
      const authData = authDataOf(ceremony, credential.counter);
      const signature = sign("sha256", Buffer.concat([authData, sha256(signed)]), credential.privateKey);
      const told: Record<string, unknown> = { ...clientData };
      ceremony.tamper?.(told);
      return {
        ...named(credential.id),
        clientExtensionResults: {},
        response: {
          clientDataJSON: Buffer.from(JSON.stringify(told)).toString("base64url"),
          authenticatorData: authData.toString("base64url"),
          signature: signature.toString("base64url"),
          userHandle: ceremony.userHandle ?? credential.userHandle,
        },
      };
    },
  };
}

export type Authenticator = ReturnType<typeof createAuthenticator>;

function named(id: Buffer) {
  const text = id.toString("base64url");
  return { id: text, rawId: text, type: "public-key" as const, authenticatorAttachment: "platform" as const };
}

/** A public key on P-256 as COSE has it (RFC 9053 7.1.1). */
function toCose(publicKey: KeyObject): Buffer {
  const { x, y } = publicKey.export({ format: "jwk" }) as { x: string; y: string };
  const bytes = (text: string) => Uint8Array.from(Buffer.from(text, "base64url"));
  return encode(
    new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, bytes(x)],
      [-3, bytes(y)],
    ]),
  );
}

function encode(value: Map<never, unknown> | Map<string, unknown> | Map<number, unknown>): Buffer {
  return Buffer.from(isoCBOR.encode(value as never));
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function sha256(data: string | Buffer): Buffer {
  return createHash("sha256").update(data).digest();
}
