import { endSession } from "../../domain/session/end-session.ts";
import { noContentAfter } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const endSessionRoute: Operation<"endSession"> = async (ctx, { params }) => {
  await endSession(ctx, params.sessionId);
  return noContentAfter(params.sessionId === ctx.actor.credentialId);
};
