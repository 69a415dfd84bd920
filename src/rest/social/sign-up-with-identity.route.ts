import { signUpWithIdentity } from "../../domain/social/sign-up-with-identity.ts";
import { ok } from "../answer.ts";
import { toLoggedInResource } from "../auth/logged-in.resource.ts";
import type { Operation } from "../operation.ts";

export const signUpWithIdentityRoute: Operation<"signUpWithIdentity"> = async (ctx, { body }) =>
  ok(toLoggedInResource(await signUpWithIdentity(ctx, body)));
