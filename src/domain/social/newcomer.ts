import { hash, randomBytes } from "node:crypto";
import { hashOfToken, invalidToken, newOneTimeToken } from "../identity/one-time-token.ts";
import type { ProvenIdentity } from "../ports/identity-provider.ts";
import type { LogInContext } from "../session/logged-in.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { assertValid, DomainError } from "../shared/errors.ts";

/** Somebody with an identity that nobody has here, and how he came. */
export interface Newcomer {
  provider: string;
  deviceName: string | null;
  proven: ProvenIdentity;
}

export interface FoundNewcomer extends Newcomer {
  id: string;
  /** The address that a mail went to, and the hash of what it brought. */
  mailed: { email: string; tokenHash: string } | null;
}

/** He fills in a form, and perhaps waits for a mail. */
const HOLDS_MS = 3_600_000;
const PREFIX = "hf_su_";
const BYTES = 32;
const SEALED_FOR = "newcomer";

/** Keeps who he is until he has signed up, for whoever has the token. */
export async function keepNewcomer({ db, clock, ids, sealer }: LogInContext, newcomer: Newcomer) {
  const signUpToken = PREFIX + randomBytes(BYTES).toString("base64url");
  const createdAt = clock.now();
  const expiresAt = new Date(createdAt.getTime() + HOLDS_MS);
  const row = { id: ids("identitySignUp"), hash: hashOf(signUpToken) };
  const sealed = sealer.seal(JSON.stringify(newcomer), SEALED_FOR);
  await db.prisma.identitySignUp.create({ data: { ...row, newcomer: sealed, createdAt, expiresAt } });
  return { signUpToken, expiresAt };
}

/** @throws invalid_sign_up_token */
export async function findNewcomer(
  { db, clock, sealer }: Pick<LogInContext, "db" | "clock" | "sealer">,
  signUpToken: string,
): Promise<FoundNewcomer> {
  const where = { hash: hashOf(signUpToken), expiresAt: { gt: clock.now() } };
  const row = await db.prisma.identitySignUp.findFirst({ where });
  // What does not open was sealed before the server's secret was changed.
  const opened = row && sealer.open(row.newcomer, SEALED_FOR);
  if (!opened) throw invalidSignUpToken();
  const { id, email, emailTokenHash } = row;
  const mailed = email !== null && emailTokenHash !== null ? { email, tokenHash: emailTokenHash } : null;
  return { ...(JSON.parse(opened) as Newcomer), id, mailed };
}

/** Of several who sign up by the same token at once, one gets through. @throws invalid_sign_up_token */
export async function takeNewcomer(tx: Transaction, { id }: FoundNewcomer): Promise<void> {
  const { count } = await tx.identitySignUp.deleteMany({ where: { id } });
  if (count === 0) throw invalidSignUpToken();
}

/** The token that proves an address, in place of one that went before; null when the newcomer is gone. */
export async function createNewcomerToken(
  { db, clock }: Pick<DomainContext, "db" | "clock">,
  id: string,
  email: string,
): Promise<string | null> {
  const token = newOneTimeToken();
  const { count } = await db.prisma.identitySignUp.updateMany({
    where: { id, expiresAt: { gt: clock.now() } },
    data: { email, emailTokenHash: hashOfToken(token) },
  });
  return count === 1 ? token : null;
}

/**
 * The address that he has proven: by a mail, or by a provider that vouches for it.
 * @throws invalid_one_time_token, validation_failed
 */
export function provenEmail({ mailed, proven }: FoundNewcomer, emailToken: string | undefined): string {
  if (emailToken !== undefined) {
    if (mailed?.tokenHash !== hashOfToken(emailToken)) throw invalidToken();
    return mailed.email;
  }
  const email = proven.isEmailVerified ? proven.email : null;
  const message = "is needed: the provider does not vouch for an address";
  assertValid(email === null ? [{ pointer: "/emailToken", message }] : []);
  return email!;
}

function invalidSignUpToken(): DomainError {
  return new DomainError("invalid_sign_up_token", { detail: "The sign-up token is unknown, has expired or was used." });
}

function hashOf(signUpToken: string): string {
  return hash("sha256", signUpToken, "hex");
}
