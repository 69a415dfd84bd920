import type { SignUp } from "../../generated/prisma/client.ts";
import { addOwnOrganisation } from "../identity/add-own-organisation.ts";
import { hashOfToken, invalidToken } from "../identity/one-time-token.ts";
import { verifyPassword } from "../identity/password.ts";
import type { Transaction } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import type { LoggedIn, LogInContext } from "./logged-in.ts";
import { openSession } from "./open-session.ts";

export interface CompleteSignUpInput {
  /** Of the mail. */
  token: string;
  /** That of the sign-up. */
  password: string;
  deviceName?: string;
}

/**
 * Makes the person of a sign-up with his organisation, its owner and his first schedule, and opens a session. Who has the
 * mail alone gets no further: somebody else may have signed up in his name, with a password of his own.
 * @throws invalid_one_time_token, invalid_credentials, overloaded
 */
export async function completeSignUp(ctx: LogInContext, input: CompleteSignUpInput): Promise<LoggedIn> {
  const { token, password, deviceName = null } = input;
  const found = await ctx.db.prisma.signUp.findUnique({ where: { tokenHash: hashOfToken(token) } });
  if (!found || found.expiresAt <= ctx.clock.now()) throw invalidToken();
  if (!(await verifyPassword(ctx, password, found.passwordHash))) throw wrongPassword();

  const { passwordHash } = found;
  const { member, userId } = await ctx.db.transaction(async (tx) => {
    await takeSignUp(tx, found);
    return addAccount(ctx, tx, found);
  });
  return openSession(ctx, { person: { userId, passwordHash }, member, deviceName });
}

/** Of several who complete it at once, or another one of the same address, one gets through. */
async function takeSignUp(tx: Transaction, { id, email }: SignUp): Promise<void> {
  const taken = await tx.$queryRaw<{ id: string }[]>`DELETE FROM sign_up WHERE email = ${email} RETURNING id`;
  if (!taken.some((each) => each.id === id)) throw invalidToken();
}

async function addAccount(ctx: LogInContext, tx: Transaction, signUp: SignUp) {
  const { email, name, organisationName, timeZone, locale } = signUp;
  const userId = await addUser(ctx, tx, signUp);
  const owner = { userId, name, email, organisationName, timeZone, locale };
  const { member } = await addOwnOrganisation(ctx, tx, owner, "one-time-token");
  return { member, userId };
}

/**
 * A new user; or the one who has left every organisation that he was in, with the new password.
 * @throws invalid_one_time_token when somebody has an account by this address meanwhile
 */
async function addUser({ ids, clock }: LogInContext, tx: Transaction, signUp: SignUp): Promise<string> {
  const { email, name, passwordHash } = signUp;
  const id = ids("user");
  const now = clock.now();
  const set = { passwordHash, emailVerifiedAt: now, updatedAt: now };
  const user = { id, email, name, ...set, createdAt: now };
  const { count } = await tx.user.createMany({ data: [user], skipDuplicates: true });
  if (count === 1) return id;
  const [known] = await tx.user.updateManyAndReturn({ where: { email, members: { none: {} } }, data: set });
  if (!known) throw invalidToken();
  return known.id;
}

function wrongPassword(): DomainError {
  return new DomainError("invalid_credentials", { detail: "The password is not the one of the sign-up." });
}
