import { getMember } from "../../domain/identity/get-member.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toMemberResource } from "./member.resource.ts";

export const getMemberRoute: Operation<"getMember"> = async (ctx, { params }) => {
  const member = await getMember(ctx, params.memberId);
  return ok(toMemberResource(member), { version: member.version });
};
