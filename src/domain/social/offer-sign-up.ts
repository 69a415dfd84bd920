import type { SignUpContext } from "../identity/sign-up.ts";
import type { LogInContext } from "../session/logged-in.ts";
import { DomainError } from "../shared/errors.ts";
import { keepNewcomer, type Newcomer } from "./newcomer.ts";

export type OfferContext = LogInContext & Pick<SignUpContext, "signUp">;

/**
 * What becomes of an identity that is linked with no account: it may sign up. Where its address is proven and belongs to an account,
 * that account's owner is to log in and link the two himself. An address that is not proven is not looked up: whoever writes
 * somebody's address into his profile would learn whether there is an account.
 */
export async function offerSignUp(ctx: OfferContext, newcomer: Newcomer): Promise<DomainError> {
  const { email, isEmailVerified, name } = newcomer.proven;
  if (isEmailVerified && email !== null && (await hasAccount(ctx, email))) return linkNeeded();
  if (ctx.signUp === "invited") return signUpClosed();
  const { signUpToken, expiresAt } = await keepNewcomer(ctx, newcomer);
  return new DomainError("sign_up_needed", {
    detail: "Nobody has an account with this identity. Sign up with the signUpToken.",
    extensions: { signUpToken, expiresAt: expiresAt.toISOString(), email, emailVerified: isEmailVerified, name },
  });
}

/** Who has left every organisation may sign up for one of his own. */
async function hasAccount({ db }: OfferContext, email: string): Promise<boolean> {
  return (await db.prisma.user.count({ where: { email, members: { some: {} } } })) > 0;
}

export function linkNeeded(): DomainError {
  return new DomainError("link_needed", {
    detail: "An account has this e-mail address. Its owner logs in as he is used to, and links this identity with it.",
  });
}

export function signUpClosed(): DomainError {
  return new DomainError("sign_up_closed", { detail: "This server takes nobody who was not invited." });
}
