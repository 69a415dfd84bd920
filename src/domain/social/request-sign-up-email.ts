import { queueMail } from "../mail/outgoing-mail.ts";
import { findNewcomer } from "./newcomer.ts";
import type { OfferContext } from "./offer-sign-up.ts";

export interface RequestSignUpEmailInput {
  signUpToken: string;
  email: string;
}

/**
 * Has a mail sent that proves the address of a newcomer whose provider does not vouch for it. Whether the address has an
 * account already is found out when the mail goes.
 * @throws invalid_sign_up_token
 */
export async function requestSignUpEmail(
  ctx: OfferContext,
  { signUpToken, email }: RequestSignUpEmailInput,
): Promise<void> {
  const { id } = await findNewcomer(ctx, signUpToken);
  await queueMail(ctx, ctx.db.prisma, { kind: "identity_sign_up", address: email, subjectId: id });
}
