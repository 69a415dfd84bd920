import { getHold } from "../../domain/hold/get-hold.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toHoldResource } from "./hold.resource.ts";

export const getHoldRoute: Operation<"getHold"> = async (ctx, { params }) =>
  ok(toHoldResource(await getHold(ctx, params.holdId), ctx.clock.now()));
