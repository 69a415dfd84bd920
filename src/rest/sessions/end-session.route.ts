import { endSession } from "../../domain/session/end-session.ts";
import { NO_CONTENT } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const endSessionRoute: Operation<"endSession"> = async (ctx, { params }) => {
  await endSession(ctx, params.sessionId);
  return NO_CONTENT;
};
