import { assertMay } from "../access/may.ts";
import { recordCommand } from "../audit/record-command.ts";
import { lockRoles } from "../identity/assert-may-touch.ts";
import { lockMember } from "../identity/lock-member.ts";
import { queueMail } from "../mail/outgoing-mail.ts";
import { assertRecentlyAuthenticated } from "../session/assert-recently-authenticated.ts";
import type { Role } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { assertWithinLimit, DomainError } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { closeInvitation } from "./close-invitation.ts";
import { invitationExpiry, OPEN, toInvitation, toInvitationPayload, type Invitation } from "./invitation.ts";

/** Each of them is a mail to somebody who has not asked for it. */
const MOST_OPEN = 200;

export interface CreateInvitationInput {
  email: string;
  role: Role;
  name?: string;
  /** A managed host who is to log in from then on. */
  memberId?: string;
}

/**
 * Invites somebody by mail to join the organisation. For owners and admins; only owners invite owners.
 * @throws forbidden, step_up_required, validation_failed, email_taken, invitation_exists, limit_reached
 */
export async function createInvitation(ctx: DomainContext, input: CreateInvitationInput): Promise<Invitation> {
  const { actor } = ctx;
  assertMay(actor, "manage members");
  if (input.role === "owner") assertMay(actor, "make and unmake owners");
  await assertRecentlyAuthenticated(ctx);
  const email = input.email.toLowerCase();
  return inOneTransaction(ctx, async (tx) => {
    await lockRoles(ctx, tx);
    if (input.memberId !== undefined) await assertIsManagedHost(ctx, tx, input.memberId);
    await assertNoOtherMember(ctx, tx, email, input.memberId);
    await assertNotInvited(ctx, tx, email);
    await assertRoom(ctx, tx);
    const invitation = toNewInvitation(ctx, actor.memberId, { ...input, email });
    const { status: _, ...row } = invitation;
    await tx.invitation.create({ data: row });
    await queueMail(ctx, tx, { kind: "invitation", address: email, subjectId: invitation.id });
    const payload = toInvitationPayload(invitation);
    await recordCommand(ctx, tx, { type: "invitation.created", objectId: invitation.id, payload });
    return invitation;
  });
}

function toNewInvitation(ctx: DomainContext, invitedById: string, input: CreateInvitationInput): Invitation {
  const { email, role, name = null, memberId = null } = input;
  const createdAt = ctx.clock.now();
  return {
    id: ctx.ids("invitation"),
    organisationId: ctx.actor.organisationId,
    invitedById,
    memberId,
    email,
    name,
    role,
    status: "pending",
    createdAt,
    expiresAt: invitationExpiry(createdAt),
    acceptedAt: null,
    revokedAt: null,
  };
}

async function assertIsManagedHost(ctx: DomainContext, tx: Transaction, memberId: string): Promise<void> {
  const member = await lockMember(ctx, tx, memberId);
  if (member && !member.canLogIn) return;
  const message = member ? "has an account already" : "is not a member of the organisation";
  throw new DomainError("validation_failed", {
    detail: "Only a managed host can be given an account.",
    errors: [{ pointer: "/memberId", message }],
  });
}

/** Somebody who has left may come back, and whoever is invited may be known by this address already as the host that he is. */
async function assertNoOtherMember(ctx: DomainContext, tx: Transaction, email: string, id = ""): Promise<void> {
  const { organisationId } = ctx.actor;
  const other = await tx.member.findFirst({ where: { organisationId, email, deletedAt: null, NOT: { id } } });
  if (!other) return;
  const advice = other.userId === null ? ", who needs memberId to be invited" : "";
  throw new DomainError("email_taken", {
    detail: "Another member of the organisation has this e-mail address.",
    errors: [{ pointer: "/email", message: `belongs to another member${advice}` }],
  });
}

async function assertRoom(ctx: DomainContext, tx: Transaction): Promise<void> {
  const { organisationId } = ctx.actor;
  const open = await tx.invitation.count({ where: { organisationId, ...OPEN, expiresAt: { gt: ctx.clock.now() } } });
  assertWithinLimit(open + 1, MOST_OPEN, "open invitations of an organisation");
}

/** One that has expired makes room. */
async function assertNotInvited(ctx: DomainContext, tx: Transaction, email: string): Promise<void> {
  const { organisationId } = ctx.actor;
  const now = ctx.clock.now();
  const row = await tx.invitation.findFirst({ where: { organisationId, email, ...OPEN } });
  if (!row) return;
  if (row.expiresAt <= now) return closeInvitation(ctx, tx, toInvitation(row, now), { revokedAt: now });
  throw new DomainError("invitation_exists", {
    detail: `The invitation ${row.id} of this address is still open: resend it, or revoke it first.`,
    extensions: { invitationId: row.id },
  });
}
