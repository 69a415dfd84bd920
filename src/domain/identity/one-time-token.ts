import { hash, randomBytes } from "node:crypto";
import type { OneTimeToken, User } from "../../generated/prisma/client.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import { lockUser } from "../second-factor/lock-user.ts";

export type TokenPurpose = "password_reset" | "email_verification" | "email_change";

const HOUR_MS = 3_600_000;
const HOLDS_MS: Record<TokenPurpose, number> = {
  password_reset: HOUR_MS,
  email_verification: 24 * HOUR_MS,
  email_change: 24 * HOUR_MS,
};
const PREFIX = "hf_ot_";
const BYTES = 32;

/** 256 random bits. */
export function newOneTimeToken(): string {
  return PREFIX + randomBytes(BYTES).toString("base64url");
}

type Deps = Pick<DomainContext, "db" | "clock">;

/** Whom a token is for, and what address it goes to. */
export interface TokenOwner {
  id: string;
  email: string;
}

/** A token of 256 bits for the user's present address. It takes the place of those that went before for this purpose. */
export async function createOneTimeToken(
  { db, clock }: Deps,
  owner: TokenOwner,
  purpose: TokenPurpose,
): Promise<string> {
  return db.transaction(async (tx) => {
    await lockUser(tx, owner.id);
    return replaceOneTimeToken({ clock }, tx, owner, purpose);
  });
}

/** The same for somebody who is locked. */
export async function replaceOneTimeToken(
  { clock }: Pick<DomainContext, "clock">,
  tx: Transaction,
  { id: userId, email }: TokenOwner,
  purpose: TokenPurpose,
): Promise<string> {
  const token = newOneTimeToken();
  const createdAt = clock.now();
  const expiresAt = new Date(createdAt.getTime() + HOLDS_MS[purpose]);
  await tx.oneTimeToken.deleteMany({ where: { userId, purpose } });
  await tx.oneTimeToken.create({ data: { hash: hashOfToken(token), userId, purpose, email, createdAt, expiresAt } });
  return token;
}

/** A token that was used up, by whom. */
export interface TakenToken {
  user: User;
  /** The address that it was sent to. */
  email: string;
}

/** Uses the token up, and locks its owner: of several who bring it at once, one gets through. @throws invalid_one_time_token */
export async function takeOneTimeToken(
  { clock }: Pick<DomainContext, "clock">,
  tx: Transaction,
  token: string,
  purpose: TokenPurpose,
): Promise<TakenToken> {
  const where = livingToken(clock.now(), token, purpose);
  const found = await tx.oneTimeToken.findFirst({ where });
  if (!found) throw invalidToken();
  const user = await lockUser(tx, found.userId);
  const { count } = await tx.oneTimeToken.deleteMany({ where });
  const { email } = found;
  // But for a change it was sent to the address that was his then.
  if (count === 0 || (purpose !== "email_change" && user.email !== email)) throw invalidToken();
  return { user, email };
}

/** Looks before what costs more than a look. @returns whose it is @throws invalid_one_time_token */
export async function ownerOfToken({ db, clock }: Deps, token: string, purpose: TokenPurpose): Promise<User> {
  const where = livingToken(clock.now(), token, purpose);
  const found = await db.prisma.oneTimeToken.findFirst({ where, include: { user: true } });
  if (!found) throw invalidToken();
  return found.user;
}

function livingToken(now: Date, token: string, purpose: TokenPurpose) {
  return { hash: hashOfToken(token), purpose, expiresAt: { gt: now } } satisfies Partial<
    Record<keyof OneTimeToken, unknown>
  >;
}

/** SHA-256 of the whole token, hex: all that is kept of it. */
export function hashOfToken(token: string): string {
  return hash("sha256", token, "hex");
}

export function invalidToken(): DomainError {
  return new DomainError("invalid_one_time_token", { detail: "The token is unknown, has expired or was used." });
}
