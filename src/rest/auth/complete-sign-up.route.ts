import { completeSignUp } from "../../domain/session/complete-sign-up.ts";
import type { Operation } from "../operation.ts";
import { answerLoggedIn } from "./logged-in.resource.ts";

export const completeSignUpRoute: Operation<"completeSignUp"> = async (ctx, { body }) =>
  answerLoggedIn(ctx, await completeSignUp(ctx, body), body.transport);
