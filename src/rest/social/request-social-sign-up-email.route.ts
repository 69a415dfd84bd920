import { requestSignUpEmail } from "../../domain/social/request-sign-up-email.ts";
import { NO_CONTENT } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const requestSocialSignUpEmailRoute: Operation<"requestSocialSignUpEmail"> = async (ctx, { body }) => {
  await requestSignUpEmail(ctx, body);
  return NO_CONTENT;
};
