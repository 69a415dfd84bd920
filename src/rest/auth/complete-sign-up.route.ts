import { completeSignUp } from "../../domain/session/complete-sign-up.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toLoggedInResource } from "./logged-in.resource.ts";

export const completeSignUpRoute: Operation<"completeSignUp"> = async (ctx, { body }) =>
  ok(toLoggedInResource(await completeSignUp(ctx, body)));
