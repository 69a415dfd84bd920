import { logIn } from "../../domain/session/log-in.ts";
import type { Operation } from "../operation.ts";
import { answerLoggedIn } from "./logged-in.resource.ts";

export const logInRoute: Operation<"logIn"> = async (ctx, { body }) =>
  answerLoggedIn(ctx, await logIn(ctx, body), body.transport);
