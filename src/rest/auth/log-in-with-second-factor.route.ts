import { logInWithSecondFactor } from "../../domain/session/log-in-with-second-factor.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toLoggedInResource } from "./logged-in.resource.ts";

export const logInWithSecondFactorRoute: Operation<"logInWithSecondFactor"> = async (ctx, { body }) =>
  ok(toLoggedInResource(await logInWithSecondFactor(ctx, body)));
