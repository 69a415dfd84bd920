import { queueMail } from "../mail/outgoing-mail.ts";
import type { DomainContext } from "../shared/context.ts";
import { assertValid, DomainError } from "../shared/errors.ts";
import { timeZoneErrors } from "../shared/time-zone-errors.ts";
import { hashPassword, type PasswordPorts } from "./password.ts";
import { passwordErrors } from "./password-errors.ts";
import { signUpExpiry } from "./sign-up-token.ts";

export interface SignUpInput {
  email: string;
  password: string;
  name: string;
  organisationName: string;
  /** UTC when left out. */
  timeZone?: string;
  /** `en` when left out. */
  locale?: string;
}

export interface SignUpContext extends Pick<DomainContext, "db" | "ids" | "clock" | "request">, PasswordPorts {
  /** Whether strangers may sign up, or come by invitation only. */
  signUp: "open" | "invited";
}

/**
 * Takes in what somebody wants an account with, and has a mail sent to his address. Nobody looks whether there is an account
 * before the mail goes out: who is known and who is not get the same answer by the same work.
 * @returns until when it can be completed
 * @throws sign_up_closed, validation_failed, overloaded
 */
export async function signUp(ctx: SignUpContext, input: SignUpInput): Promise<Date> {
  if (ctx.signUp === "invited")
    throw new DomainError("sign_up_closed", { detail: "This server takes nobody who was not invited." });
  const { password, name, organisationName, timeZone = "UTC", locale = "en" } = input;
  const email = input.email.toLowerCase();
  const weak = passwordErrors(password, { email, names: [name, organisationName] });
  assertValid([...weak, ...timeZoneErrors(timeZone)]);

  const passwordHash = await hashPassword(ctx, password);
  const createdAt = ctx.clock.now();
  const expiresAt = signUpExpiry(createdAt);
  const id = ctx.ids("signUp");
  await ctx.db.transaction(async (tx) => {
    const person = { email, name, organisationName, timeZone, locale, passwordHash };
    await tx.signUp.create({ data: { id, ...person, createdAt, expiresAt } });
    await queueMail(ctx, tx, { kind: "sign_up", address: email, subjectId: id });
  });
  return expiresAt;
}
