import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { createTurns } from "../shared/turns.ts";

/** The least that OWASP's password storage cheat sheet asks of Argon2id: 19 MiB, two passes, one lane. */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

const derive = promisify(argon2);

/**
 * A hash keeps a processor busy for some 30 ms. Two at once leave the other half of libuv's four threads to the rest, and a
 * storm of log-ins waits here, or is turned away, rather than take the process.
 */
const inTurn = createTurns({ atOnce: 2, waiting: 64 });

/** How a password was hashed, and to what. */
interface PasswordHash {
  memory: number;
  passes: number;
  parallelism: number;
  nonce: Buffer;
  hash: Buffer;
}

/** Argon2id (RFC 9106) in PHC string form, with a salt of its own. Runs off the event loop. @throws overloaded */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(SALT_BYTES);
  const terms = { memory: MEMORY_KIB, passes: PASSES, parallelism: LANES, nonce };
  const hash = await hashBy(terms, password, HASH_BYTES);
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${base64(nonce)}$${base64(hash)}`;
}

/**
 * Whether the password is the hashed one. Without a hash it is not, and to find that out takes the same work.
 * @throws overloaded
 */
export async function verifyPassword(password: string, phc: string | null): Promise<boolean> {
  const expected = phc === null ? NOBODYS : parsePhc(phc);
  const hash = await hashBy(expected, password, expected.hash.length);
  return timingSafeEqual(hash, expected.hash) && phc !== null;
}

/** What somebody without a password is measured by. */
const NOBODYS: PasswordHash = {
  memory: MEMORY_KIB,
  passes: PASSES,
  parallelism: LANES,
  nonce: Buffer.alloc(SALT_BYTES),
  hash: Buffer.alloc(HASH_BYTES),
};

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

function parsePhc(phc: string): PasswordHash {
  const match = PHC.exec(phc);
  if (!match) throw new Error("A password hash in the database is not Argon2id in PHC string form.");
  const [memory, passes, parallelism] = match.slice(1, 4).map(Number) as [number, number, number];
  const [nonce, hash] = match.slice(4).map((text) => Buffer.from(text, "base64")) as [Buffer, Buffer];
  return { memory, passes, parallelism, nonce, hash };
}

function hashBy(terms: Omit<PasswordHash, "hash">, password: string, tagLength: number): Promise<Buffer> {
  const { memory, passes, parallelism, nonce } = terms;
  const message = password.normalize("NFKC");
  return inTurn(() => derive("argon2id", { message, nonce, memory, passes, parallelism, tagLength }));
}

/** As the PHC string format has it: without padding. */
function base64(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}
