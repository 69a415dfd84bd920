import { finishLinkingIdentity, type LinkedIdentity } from "../../domain/social/finish-linking-identity.ts";
import { ok } from "../answer.ts";
import type { Command } from "../operation.ts";
import { toIdentityResource } from "./identity.resource.ts";

export const finishLinkingIdentityRoute: Command<"finishLinkingIdentity", LinkedIdentity> = {
  run: (ctx, { params, body }) => finishLinkingIdentity(ctx, { ...params, ...body }),
  answer: ({ identity, returnTo }) => ok({ ...toIdentityResource(identity), returnTo }),
};
