import { changePassword } from "../../domain/session/change-password.ts";
import { NO_CONTENT } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const changePasswordRoute: Operation<"changePassword"> = async (ctx, { body }) => {
  await changePassword(ctx, body);
  return NO_CONTENT;
};
