import type { Session } from "../../domain/session/session.ts";
import { stepUp } from "../../domain/session/step-up.ts";
import { ok } from "../answer.ts";
import type { Command } from "../operation.ts";
import { toSessionResource } from "../sessions/session.resource.ts";

export const stepUpRoute: Command<"stepUp", Session> = {
  run: (ctx, { body }) => stepUp(ctx, body),
  answer: (session) => ok(toSessionResource(session, session.id)),
};
