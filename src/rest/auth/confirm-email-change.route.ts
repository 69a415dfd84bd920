import { confirmEmailChange } from "../../domain/session/confirm-email-change.ts";
import { NO_CONTENT } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const confirmEmailChangeRoute: Operation<"confirmEmailChange"> = async (ctx, { body }) => {
  await confirmEmailChange(ctx, body.token);
  return NO_CONTENT;
};
