import { releaseHold } from "../../domain/hold/release-hold.ts";
import { NO_CONTENT } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const releaseHoldRoute: Operation<"releaseHold"> = async (ctx, { params }) => {
  await releaseHold(ctx, params.holdId);
  return NO_CONTENT;
};
