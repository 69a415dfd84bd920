import { recordCommand } from "../audit/record-command.ts";
import { changeMember } from "../identity/change-member.ts";
import { toMember, toMemberPayload, toMemberRow, type Member } from "../identity/member.ts";
import { invalidToken } from "../identity/one-time-token.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import type { Invitation } from "./invitation.ts";

export interface Joiner {
  userId: string;
  /** As his account calls him. */
  accountName: string;
  /** As he wants to be called in this organisation. */
  name?: string;
  timeZone?: string;
  locale?: string;
}

/**
 * The member that an invitation makes of a user: the managed host whom it names or whose address it is, the one who had left
 * and comes back with his history, or a new one.
 * @param ctx of the house, in the invitation's organisation
 * @throws invalid_one_time_token when the host whom it names has left or has an account by now
 */
export async function joinOrganisation(
  ctx: DomainContext,
  tx: Transaction,
  invitation: Invitation,
  joiner: Joiner,
): Promise<Member> {
  const former = await findFormer(tx, invitation, joiner.userId);
  if (former === null) return addMember(ctx, tx, invitation, joiner);
  await tx.$executeRaw`SELECT FROM member WHERE id = ${former.id} FOR NO KEY UPDATE`;
  const row = await tx.member.findUniqueOrThrow({ where: { id: former.id } });
  const member = toMember(row);
  const { userId, name = member.name, timeZone = member.timeZone, locale = member.locale } = joiner;
  if (row.userId === userId) return member;
  if (member.canLogIn) throw invalidToken();
  const { email, role } = invitation;
  return changeMember(ctx, tx, member, { userId, email, role, name, timeZone, locale, deletedAt: null });
}

/** Whoever of the organisation it is already: an active one before one who has left. */
async function findFormer(tx: Transaction, { memberId, organisationId, email }: Invitation, userId: string) {
  const select = { id: true };
  if (memberId !== null) {
    const host = await tx.member.findFirst({ where: { id: memberId, deletedAt: null }, select });
    if (!host) throw invalidToken();
    return host;
  }
  return tx.member.findFirst({
    where: { organisationId, OR: [{ email }, { userId }] },
    orderBy: [{ deletedAt: { sort: "desc", nulls: "first" } }, { id: "asc" }],
    select,
  });
}

async function addMember(
  ctx: DomainContext,
  tx: Transaction,
  { organisationId, email, role, name: invitedName }: Invitation,
  { userId, accountName, name = invitedName ?? accountName, timeZone = "UTC", locale = "en" }: Joiner,
): Promise<Member> {
  const now = ctx.clock.now();
  const member: Member = {
    id: ctx.ids("member"),
    organisationId,
    name,
    email,
    role,
    timeZone,
    locale,
    defaultScheduleId: null,
    limits: [],
    canLogIn: true,
    version: 1,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  };
  await tx.member.create({ data: toMemberRow(member, userId) });
  await recordCommand(ctx, tx, { type: "member.created", objectId: member.id, payload: toMemberPayload(member) });
  return member;
}
