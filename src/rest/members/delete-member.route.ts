import { deleteMember } from "../../domain/identity/delete-member.ts";
import { NO_CONTENT } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const deleteMemberRoute: Operation<"deleteMember"> = async (ctx, { params, ifVersion }) => {
  await deleteMember(ctx, { memberId: params.memberId, ifVersion });
  return NO_CONTENT;
};
