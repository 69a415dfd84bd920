import type { User } from "../../generated/prisma/client.ts";
import { hashOfToken, invalidToken } from "../identity/one-time-token.ts";
import type { Member } from "../identity/member.ts";
import { hashPassword } from "../identity/password.ts";
import { passwordErrors } from "../identity/password-errors.ts";
import { joinOrganisation } from "../invitation/join-organisation.ts";
import { closeInvitation } from "../invitation/close-invitation.ts";
import { toInvitation, type Invitation } from "../invitation/invitation.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { assertValid, DomainError, type FieldError } from "../shared/errors.ts";
import { timeZoneErrors } from "../shared/time-zone-errors.ts";
import type { LoggedIn, LogInContext } from "./logged-in.ts";
import { openSession } from "./open-session.ts";

export interface AcceptInvitationInput {
  /** Of the mail. */
  token: string;
  /** Of somebody who has no account yet. */
  password?: string;
  name?: string;
  timeZone?: string;
  locale?: string;
  deviceName?: string;
}

export interface AcceptedInvitation {
  member: Member;
  /** Null for somebody who had an account: he logs in as always. */
  loggedIn: LoggedIn | null;
}

/**
 * Makes whoever has the token of the mail a member. Somebody new sets a password and is logged in. Somebody who has an
 * account joins with it and nothing more: the mail is no substitute for his password, nor for his second factor.
 * @throws invalid_one_time_token, validation_failed, overloaded
 */
export async function acceptInvitation(ctx: LogInContext, input: AcceptInvitationInput): Promise<AcceptedInvitation> {
  const found = await ctx.db.prisma.invitation.findUnique({ where: { tokenHash: hashOfToken(input.token) } });
  const invitation = found && toInvitation(found, ctx.clock.now());
  if (invitation?.status !== "pending") throw invalidToken();
  assertValid(timeZoneErrors(input.timeZone));
  const known = await ctx.db.prisma.user.findUnique({ where: { email: invitation.email } });
  if (known) return { member: await accept(ctx, input, invitation, known), loggedIn: null };

  const user = await toNewUser(ctx, input, invitation);
  const member = await accept(ctx, input, invitation, user, (tx) => addUser(tx, user));
  const person = { userId: user.id, passwordHash: user.passwordHash };
  return { member, loggedIn: await openSession(ctx, { person, member, deviceName: input.deviceName ?? null }) };
}

/** Of several who bring the token at once, one gets through. */
async function accept(
  ctx: LogInContext,
  { name, timeZone, locale }: AcceptInvitationInput,
  { id, organisationId }: Invitation,
  { id: userId, name: accountName }: Pick<User, "id" | "name">,
  before?: (tx: Transaction) => Promise<void>,
): Promise<Member> {
  const house: DomainContext = {
    ...ctx,
    actor: { kind: "system", organisationId, credentialId: "one-time-token", scopes: new Set() },
  };
  return ctx.db.transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM invitation WHERE id = ${id} FOR NO KEY UPDATE`;
    const now = ctx.clock.now();
    const invitation = toInvitation(await tx.invitation.findUniqueOrThrow({ where: { id } }), now);
    if (invitation.status !== "pending") throw invalidToken();
    await before?.(tx);
    const joiner = { userId, accountName, name, timeZone, locale };
    const member = await joinOrganisation(house, tx, invitation, joiner);
    await closeInvitation(house, tx, invitation, { acceptedAt: now, memberId: member.id });
    return member;
  });
}

type NewUser = Pick<User, "id" | "email" | "name" | "emailVerifiedAt" | "createdAt" | "updatedAt"> & {
  passwordHash: string;
};

async function toNewUser(ctx: LogInContext, input: AcceptInvitationInput, invitation: Invitation): Promise<NewUser> {
  const { email } = invitation;
  const { password, name = invitation.name } = input;
  const missing: FieldError[] = [];
  if (password === undefined)
    missing.push({ pointer: "/password", message: "is required of somebody without an account" });
  if (name === null) missing.push({ pointer: "/name", message: "is required of somebody without an account" });
  assertValid(missing);
  assertValid(passwordErrors(password!, { email, names: [name!] }));
  const passwordHash = await hashPassword(ctx, password!);
  const now = ctx.clock.now();
  return {
    id: ctx.ids("user"),
    email,
    name: name!,
    passwordHash,
    emailVerifiedAt: now,
    createdAt: now,
    updatedAt: now,
  };
}

/** @throws unavailable when somebody has got an account by this address at the same moment: he joins by it then */
async function addUser(tx: Transaction, user: NewUser): Promise<void> {
  const { count } = await tx.user.createMany({ data: [user], skipDuplicates: true });
  if (count === 1) return;
  throw new DomainError("unavailable", { detail: "The address has got an account at the same moment; try again." });
}
