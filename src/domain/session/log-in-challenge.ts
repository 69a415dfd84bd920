import { hash, randomBytes } from "node:crypto";
import { toMember } from "../identity/member.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import type { OpenSessionInput } from "./insert-session.ts";

const PREFIX = "hf_ch_";
const BYTES = 32;
const HOLDS_MS = 300_000;
const MOST_ATTEMPTS = 5;

type Deps = Pick<DomainContext, "clock">;

/** A log-in that waits for its second factor. */
export interface Challenge extends OpenSessionInput {
  hash: string;
}

/** Has the log-in wait. @returns the token that it goes on by */
export async function createChallenge({ clock }: Deps, tx: Transaction, input: OpenSessionInput): Promise<string> {
  const token = PREFIX + randomBytes(BYTES).toString("base64url");
  const { person, member, deviceName } = input;
  const createdAt = clock.now();
  await tx.logInChallenge.create({
    data: {
      hash: hashOf(token),
      userId: person.userId,
      memberId: member.id,
      deviceName,
      attempts: 0,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + HOLDS_MS),
    },
  });
  return token;
}

/** The log-in that waits by this token. @throws invalid_challenge */
export async function getChallenge({ clock }: Deps, tx: Transaction, token: string): Promise<Challenge> {
  const row = await tx.logInChallenge.findFirst({
    where: { hash: hashOf(token), expiresAt: { gt: clock.now() }, attempts: { lt: MOST_ATTEMPTS } },
    include: { user: true, member: true },
  });
  // Who has left the organisation gets into it no more.
  if (!row || row.member.userId !== row.userId) throw invalidChallenge();
  const { userId, user, member, deviceName } = row;
  return { hash: row.hash, person: { userId, passwordHash: user.passwordHash }, member: toMember(member), deviceName };
}

/** Counts a try before it is known to be right: of any number at once, five are looked at. @throws invalid_challenge */
export async function countAttempt(tx: Transaction, { hash }: Challenge): Promise<void> {
  const { count } = await tx.logInChallenge.updateMany({
    where: { hash, attempts: { lt: MOST_ATTEMPTS } },
    data: { attempts: { increment: 1 } },
  });
  if (count === 0) throw invalidChallenge();
}

/** The log-in goes on, once. @throws invalid_challenge */
export async function useChallenge(tx: Transaction, { hash }: Challenge): Promise<void> {
  const { count } = await tx.logInChallenge.deleteMany({ where: { hash } });
  if (count === 0) throw invalidChallenge();
}

function hashOf(token: string): string {
  return hash("sha256", token, "hex");
}

function invalidChallenge(): DomainError {
  return new DomainError("invalid_challenge", {
    detail: "The challengeToken is unknown, has expired, was used, or was tried too often.",
  });
}
