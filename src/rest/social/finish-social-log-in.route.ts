import { finishSocialLogIn } from "../../domain/social/finish-social-log-in.ts";
import { answerLoggedIn } from "../auth/logged-in.resource.ts";
import type { Operation } from "../operation.ts";

export const finishSocialLogInRoute: Operation<"finishSocialLogIn"> = async (ctx, { params, body }) => {
  const { loggedIn, returnTo } = await finishSocialLogIn(ctx, { ...params, ...body });
  return answerLoggedIn(ctx, loggedIn, body.transport, (resource) => ({ ...resource, returnTo }));
};
