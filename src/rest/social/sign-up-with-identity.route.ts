import { signUpWithIdentity } from "../../domain/social/sign-up-with-identity.ts";
import { answerLoggedIn } from "../auth/logged-in.resource.ts";
import type { Operation } from "../operation.ts";

export const signUpWithIdentityRoute: Operation<"signUpWithIdentity"> = async (ctx, { body }) =>
  answerLoggedIn(ctx, await signUpWithIdentity(ctx, body), body.transport);
