import type { GroupSession } from "../../domain/group-session/group-session.ts";
import { rescheduleGroupSession } from "../../domain/group-session/reschedule-group-session.ts";
import { ok } from "../answer.ts";
import { toDate } from "../instant.ts";
import type { Command } from "../operation.ts";
import { toGroupSessionResource } from "./group-session.resource.ts";

export const rescheduleGroupSessionRoute: Command<"rescheduleGroupSession", GroupSession> = {
  run: (ctx, { params, body }) =>
    rescheduleGroupSession(ctx, { ...body, groupSessionId: params.groupSessionId, startsAt: toDate(body.startsAt) }),
  answer: (session) => ok(toGroupSessionResource(session)),
};
