import { requestPasswordReset } from "../../domain/identity/request-password-reset.ts";
import { NO_CONTENT } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const requestPasswordResetRoute: Operation<"requestPasswordReset"> = async (ctx, { body }) => {
  await requestPasswordReset(ctx, body.email);
  return NO_CONTENT;
};
