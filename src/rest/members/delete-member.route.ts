import { deleteMember } from "../../domain/identity/delete-member.ts";
import { memberIdOf } from "../../domain/shared/actor.ts";
import { noContentAfter } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const deleteMemberRoute: Operation<"deleteMember"> = async (ctx, { params, ifVersion }) => {
  await deleteMember(ctx, { memberId: params.memberId, ifVersion });
  return noContentAfter(params.memberId === memberIdOf(ctx.actor));
};
