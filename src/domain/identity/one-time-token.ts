import { hash, randomBytes } from "node:crypto";
import type { OneTimeToken, User } from "../../generated/prisma/client.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";

export type TokenPurpose = "password_reset" | "email_verification";

const HOUR_MS = 3_600_000;
const HOLDS_MS: Record<TokenPurpose, number> = { password_reset: HOUR_MS, email_verification: 24 * HOUR_MS };
const PREFIX = "hf_ot_";
const BYTES = 32;

/** 256 random bits. */
export function newOneTimeToken(): string {
  return PREFIX + randomBytes(BYTES).toString("base64url");
}

type Deps = Pick<DomainContext, "db" | "clock">;

/** A token of 256 bits for the user's present address. It takes the place of those that went before for this purpose. */
export async function createOneTimeToken(
  { db, clock }: Deps,
  { id: userId, email }: { id: string; email: string },
  purpose: TokenPurpose,
): Promise<string> {
  const token = newOneTimeToken();
  const createdAt = clock.now();
  const expiresAt = new Date(createdAt.getTime() + HOLDS_MS[purpose]);
  await db.transaction(async (tx) => {
    await tx.oneTimeToken.deleteMany({ where: { userId, purpose } });
    await tx.oneTimeToken.create({ data: { hash: hashOfToken(token), userId, purpose, email, createdAt, expiresAt } });
  });
  return token;
}

/** Uses the token up: of several who bring it at once, one gets through. @throws invalid_one_time_token */
export async function takeOneTimeToken(
  { clock }: Pick<DomainContext, "clock">,
  tx: Transaction,
  token: string,
  purpose: TokenPurpose,
): Promise<{ userId: string; email: string }> {
  const where = livingToken(clock.now(), token, purpose);
  const taken = await tx.oneTimeToken.findFirst({ where, include: { user: true } });
  const { count } = await tx.oneTimeToken.deleteMany({ where });
  // It was sent to an address that is no longer his.
  if (!taken || count === 0 || taken.user.email !== taken.email) throw invalidToken();
  return { userId: taken.userId, email: taken.email };
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
