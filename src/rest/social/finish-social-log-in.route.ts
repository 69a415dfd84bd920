import { finishSocialLogIn } from "../../domain/social/finish-social-log-in.ts";
import { ok } from "../answer.ts";
import { toLoggedInResource } from "../auth/logged-in.resource.ts";
import type { Operation } from "../operation.ts";

export const finishSocialLogInRoute: Operation<"finishSocialLogIn"> = async (ctx, { params, body }) => {
  const { loggedIn, returnTo } = await finishSocialLogIn(ctx, { ...params, ...body });
  return ok({ ...toLoggedInResource(loggedIn), returnTo });
};
