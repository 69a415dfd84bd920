import { updateMember } from "../../domain/identity/update-member.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toMemberResource } from "./member.resource.ts";

export const updateMemberRoute: Operation<"updateMember"> = async (ctx, { params, body, ifVersion }) => {
  const member = await updateMember(ctx, { memberId: params.memberId, ifVersion, ...body });
  return ok(toMemberResource(member), { version: member.version });
};
