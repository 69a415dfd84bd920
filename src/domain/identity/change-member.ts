import { isDeepStrictEqual } from "node:util";
import { changesBetween } from "../audit/changes-between.ts";
import { recordCommand } from "../audit/record-command.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { AUDITED_MEMBER_FIELDS, toMemberPayload, toMemberRow, type Member } from "./member.ts";

export interface MemberChanges extends Partial<Omit<Member, "canLogIn">> {
  /** Who logs in as this member from now on; null: nobody. */
  userId?: string | null;
}

/**
 * Writes the changes of a locked member with their event and audit line; none when nothing differs. Offerings held in
 * memory see by the new version that they are outdated.
 */
export async function changeMember(
  ctx: DomainContext,
  tx: Transaction,
  member: Member,
  { userId, ...changes }: MemberChanges,
): Promise<Member> {
  const canLogIn = userId === undefined ? member.canLogIn : userId !== null;
  const wanted = { ...member, ...changes, canLogIn };
  if (isDeepStrictEqual(wanted, member)) return member;

  const changed = { ...wanted, version: member.version + 1, updatedAt: ctx.clock.now() };
  await tx.member.update({ where: { id: member.id }, data: toMemberRow(changed, userId) });
  await recordCommand(ctx, tx, {
    type: changed.deletedAt ? "member.deleted" : "member.updated",
    objectId: member.id,
    payload: toMemberPayload(changed),
    changes: changesBetween(member, changed, AUDITED_MEMBER_FIELDS),
  });
  return changed;
}
