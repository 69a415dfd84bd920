import { randomBytes, timingSafeEqual } from "node:crypto";
import type { PasswordHasher } from "../../../domain/ports/password-hasher.ts";
import { createArgon2Thread } from "./argon2-thread.ts";
import type { Argon2Terms } from "./argon2-worker.ts";

/** The least that OWASP's password storage cheat sheet asks of Argon2id: 19 MiB, two passes, one lane. */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

export interface Argon2PasswordHasher extends PasswordHasher {
  /** Ends its thread; the calls that run or wait are lost. A process that ends by itself need not ask. */
  close(): Promise<void>;
}

/** How a password was hashed, and to what. */
interface PasswordHash {
  terms: Omit<Argon2Terms, "message">;
  hash: Buffer;
}

/** Argon2id (RFC 9106) by OpenSSL, in a thread of its own. */
export function createArgon2PasswordHasher(): Argon2PasswordHasher {
  const { derive, close } = createArgon2Thread();
  return {
    async hash(message) {
      const nonce = randomBytes(SALT_BYTES);
      const hash = await derive({ ...termsOf(nonce), message });
      return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${base64(nonce)}$${base64(hash)}`;
    },
    async verify(message, phc) {
      const expected = phc === null ? NOBODYS : parsePhc(phc);
      const hash = await derive({ ...expected.terms, message });
      return timingSafeEqual(hash, expected.hash) && phc !== null;
    },
    close,
  };
}

function termsOf(nonce: Buffer): PasswordHash["terms"] {
  return { nonce, memory: MEMORY_KIB, passes: PASSES, parallelism: LANES, tagLength: HASH_BYTES };
}

/** What somebody without a password is measured by. */
const NOBODYS: PasswordHash = { terms: termsOf(Buffer.alloc(SALT_BYTES)), hash: Buffer.alloc(HASH_BYTES) };

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

function parsePhc(phc: string): PasswordHash {
  const match = PHC.exec(phc);
  if (!match) throw new Error("A password hash in the database is not Argon2id in PHC string form.");
  const [memory, passes, parallelism] = match.slice(1, 4).map(Number) as [number, number, number];
  const [nonce, hash] = match.slice(4).map((text) => Buffer.from(text, "base64")) as [Buffer, Buffer];
  return { terms: { nonce, memory, passes, parallelism, tagLength: hash.length }, hash };
}

/** As the PHC string format has it: without padding. */
function base64(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}
