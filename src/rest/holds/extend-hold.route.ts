import { extendHold } from "../../domain/hold/extend-hold.ts";
import type { Hold } from "../../domain/hold/hold.ts";
import { ok } from "../answer.ts";
import type { Command } from "../operation.ts";
import { toHoldResource } from "./hold.resource.ts";

export const extendHoldRoute: Command<"extendHold", Hold> = {
  run: (ctx, { params, body }) => extendHold(ctx, { holdId: params.holdId, ...body }),
  // It was live when it was extended.
  answer: (hold) => ok(toHoldResource(hold, hold.createdAt)),
};
