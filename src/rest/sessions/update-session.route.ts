import { updateSession } from "../../domain/session/update-session.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toSessionResource } from "./session.resource.ts";

export const updateSessionRoute: Operation<"updateSession"> = async (ctx, { params, body }) =>
  ok(toSessionResource(await updateSession(ctx, { ...params, ...body }), ctx.actor.credentialId));
