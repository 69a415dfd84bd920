import { resetPassword } from "../../domain/session/reset-password.ts";
import { NO_CONTENT } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const resetPasswordRoute: Operation<"resetPassword"> = async (ctx, { body }) => {
  await resetPassword(ctx, body);
  return NO_CONTENT;
};
