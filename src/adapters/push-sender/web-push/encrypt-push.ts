import { createCipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto";

/** What a browser has told us: its public key (65 bytes) and its secret (16). */
export interface PushReceiver {
  publicKey: Buffer;
  authSecret: Buffer;
}

/** Chance, but for those who check this by the RFC's own example. */
export interface PushChance {
  salt: Buffer;
  /** Of a key pair that is used once. */
  privateKey: Buffer;
}

/** One record holds it all: what is sent is one of the sizes that each push service takes (RFC 8030 7.2). */
const RECORD_SIZE = 4_096;

/** The header, the last record's delimiter and the tag (RFC 8188 2). */
export const MOST_PLAIN_BYTES = RECORD_SIZE - 86 - 1 - 16;

/**
 * A message that the browser alone can read, and the push service cannot: `aes128gcm` of RFC 8188 with keys by RFC 8291.
 * @throws when the browser's key is none of P-256
 */
export function encryptPush(plain: Buffer, receiver: PushReceiver, chance?: PushChance): Buffer {
  const salt = chance?.salt ?? randomBytes(16);
  const ecdh = createECDH("prime256v1");
  const ourKey = chance === undefined ? ecdh.generateKeys() : fromPrivate(ecdh, chance.privateKey);
  const shared = ecdh.computeSecret(receiver.publicKey);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), receiver.publicKey, ourKey]);
  const secret = derive(shared, receiver.authSecret, info, 32);
  const key = derive(secret, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = derive(secret, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
  const cipher = createCipheriv("aes-128-gcm", key, nonce);
  const sealed = [cipher.update(plain), cipher.update(LAST_RECORD), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat([toHeader(salt, ourKey), ...sealed]);
}

const LAST_RECORD = Buffer.from([2]);

function fromPrivate(ecdh: ReturnType<typeof createECDH>, privateKey: Buffer): Buffer {
  ecdh.setPrivateKey(privateKey);
  return ecdh.getPublicKey();
}

function derive(secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, salt, info, length));
}

function toHeader(salt: Buffer, publicKey: Buffer): Buffer {
  const size = Buffer.alloc(5);
  size.writeUInt32BE(RECORD_SIZE);
  size.writeUInt8(publicKey.length, 4);
  return Buffer.concat([salt, size, publicKey]);
}
