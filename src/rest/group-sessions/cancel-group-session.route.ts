import type { GroupSession } from "../../domain/group-session/group-session.ts";
import { cancelGroupSession } from "../../domain/group-session/cancel-group-session.ts";
import { ok } from "../answer.ts";
import type { Command } from "../operation.ts";
import { toGroupSessionResource } from "./group-session.resource.ts";

export const cancelGroupSessionRoute: Command<"cancelGroupSession", GroupSession> = {
  run: (ctx, { params, body }) => cancelGroupSession(ctx, { ...body, groupSessionId: params.groupSessionId }),
  answer: (session) => ok(toGroupSessionResource(session)),
};
