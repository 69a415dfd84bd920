import { logInWithSecondFactor } from "../../domain/session/log-in-with-second-factor.ts";
import type { Operation } from "../operation.ts";
import { answerLoggedIn } from "./logged-in.resource.ts";

export const logInWithSecondFactorRoute: Operation<"logInWithSecondFactor"> = async (ctx, { body }) =>
  answerLoggedIn(ctx, await logInWithSecondFactor(ctx, body), body.transport);
