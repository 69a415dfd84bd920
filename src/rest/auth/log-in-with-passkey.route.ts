import { logInWithPasskey } from "../../domain/session/log-in-with-passkey.ts";
import type { Operation } from "../operation.ts";
import { answerLoggedIn } from "./logged-in.resource.ts";

export const logInWithPasskeyRoute: Operation<"logInWithPasskey"> = async (ctx, { body }) =>
  answerLoggedIn(ctx, await logInWithPasskey(ctx, body), body.transport);
