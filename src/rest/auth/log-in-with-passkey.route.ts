import { logInWithPasskey } from "../../domain/session/log-in-with-passkey.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toLoggedInResource } from "./logged-in.resource.ts";

export const logInWithPasskeyRoute: Operation<"logInWithPasskey"> = async (ctx, { body }) =>
  ok(toLoggedInResource(await logInWithPasskey(ctx, body)));
