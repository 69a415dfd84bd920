import { hash, randomBytes } from "node:crypto";
import type { DomainContext } from "../shared/context.ts";

/** What is to be signed: by a new passkey of this user, or by whichever passkey somebody has. */
export type ChallengePurpose = { purpose: "registration"; userId: string } | { purpose: "authentication" };

/** How long somebody may look for his key. */
export const CHALLENGE_MS = 300_000;
/** WebAuthn 13.4.3 asks for 16 at least. */
const BYTES = 32;

type Deps = Pick<DomainContext, "db" | "clock">;

/** Bytes that are signed once, within five minutes. */
export async function createPasskeyChallenge(
  { db, clock }: Deps,
  of: ChallengePurpose,
): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = Uint8Array.from(randomBytes(BYTES));
  const createdAt = clock.now();
  const expiresAt = new Date(createdAt.getTime() + CHALLENGE_MS);
  await db.prisma.passkeyChallenge.create({
    data: { userId: null, ...of, hash: hashOf(Buffer.from(challenge).toString("base64url")), createdAt, expiresAt },
  });
  return challenge;
}

/** Uses the challenge up, whatever becomes of the answer: of several who bring it at once, one gets through. False: it was none. */
export async function takePasskeyChallenge(
  { db, clock }: Deps,
  challenge: string,
  of: ChallengePurpose,
): Promise<boolean> {
  const where = { userId: null, ...of, hash: hashOf(challenge), expiresAt: { gt: clock.now() } };
  return (await db.prisma.passkeyChallenge.deleteMany({ where })).count === 1;
}

function hashOf(challenge: string): string {
  return hash("sha256", challenge, "hex");
}
