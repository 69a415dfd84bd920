import { listGroupSessions } from "../../domain/group-session/list-group-sessions.ts";
import { ok } from "../answer.ts";
import { toDateIfGiven } from "../instant.ts";
import { toListResource } from "../list.resource.ts";
import type { Operation } from "../operation.ts";
import { toGroupSessionResource } from "./group-session.resource.ts";

export const listGroupSessionsRoute: Operation<"listGroupSessions"> = async (ctx, { query }) => {
  const input = { ...query, from: toDateIfGiven(query.from), to: toDateIfGiven(query.to) };
  return ok(toListResource(await listGroupSessions(ctx, input), toGroupSessionResource));
};
