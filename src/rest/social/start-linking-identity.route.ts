import type { StartedFlow } from "../../domain/social/flow.ts";
import { startLinkingIdentity } from "../../domain/social/start-linking-identity.ts";
import { ok } from "../answer.ts";
import type { Command } from "../operation.ts";
import { toStartedFlowResource } from "./started-flow.resource.ts";

export const startLinkingIdentityRoute: Command<"startLinkingIdentity", StartedFlow> = {
  run: (ctx, { params, body }) => startLinkingIdentity(ctx, { ...params, ...body }),
  answer: (started) => ok(toStartedFlowResource(started)),
  // The address holds state and nonce.
  keptAnswer: (started) => ok({ ...toStartedFlowResource(started), authorisationUrl: null, flowToken: null }),
};
