import { verifyEmail } from "../../domain/identity/verify-email.ts";
import { NO_CONTENT } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const verifyEmailRoute: Operation<"verifyEmail"> = async (ctx, { body }) => {
  await verifyEmail(ctx, body.token);
  return NO_CONTENT;
};
