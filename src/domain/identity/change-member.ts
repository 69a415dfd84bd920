import { isDeepStrictEqual } from "node:util";
import { changesBetween } from "../audit/changes-between.ts";
import { recordCommand } from "../audit/record-command.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { AUDITED_MEMBER_FIELDS, toMemberPayload, type Member } from "./member.ts";

/**
 * Writes the changes of a locked member with their event and audit line; none when nothing differs. Offerings held in
 * memory see by the new version that they are outdated.
 */
export async function changeMember(
  ctx: DomainContext,
  tx: Transaction,
  member: Member,
  changes: Partial<Member>,
): Promise<Member> {
  if (isDeepStrictEqual({ ...member, ...changes }, member)) return member;

  const changed = { ...member, ...changes, version: member.version + 1, updatedAt: ctx.clock.now() };
  await tx.member.update({ where: { id: member.id }, data: changed });
  await recordCommand(ctx, tx, {
    type: "member.updated",
    objectId: member.id,
    payload: toMemberPayload(changed),
    changes: changesBetween(member, changed, AUDITED_MEMBER_FIELDS),
  });
  return changed;
}
