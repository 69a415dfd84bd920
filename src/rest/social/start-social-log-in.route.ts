import { startSocialLogIn } from "../../domain/social/start-social-log-in.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toStartedFlowResource } from "./started-flow.resource.ts";

export const startSocialLogInRoute: Operation<"startSocialLogIn"> = async (ctx, { params, body }) =>
  ok(toStartedFlowResource(await startSocialLogIn(ctx, { ...params, ...body })));
