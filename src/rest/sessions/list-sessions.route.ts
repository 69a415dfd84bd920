import { listSessions } from "../../domain/session/list-sessions.ts";
import { ok } from "../answer.ts";
import { toListResource } from "../list.resource.ts";
import type { Operation } from "../operation.ts";
import { toSessionResource } from "./session.resource.ts";

export const listSessionsRoute: Operation<"listSessions"> = async (ctx, { query }) =>
  ok(toListResource(await listSessions(ctx, query), (session) => toSessionResource(session, ctx.actor.credentialId)));
