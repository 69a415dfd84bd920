import { listMembers } from "../../domain/identity/list-members.ts";
import { ok } from "../answer.ts";
import { toListResource } from "../list.resource.ts";
import type { Operation } from "../operation.ts";
import { toMemberResource } from "./member.resource.ts";

export const listMembersRoute: Operation<"listMembers"> = async (ctx, { query }) =>
  ok(toListResource(await listMembers(ctx, query), toMemberResource));
