import { refreshSession } from "../../domain/session/refresh-session.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toLoggedInResource } from "./logged-in.resource.ts";

export const refreshSessionRoute: Operation<"refreshSession"> = async (ctx, { body }) =>
  ok(toLoggedInResource(await refreshSession(ctx, body.refreshToken)));
