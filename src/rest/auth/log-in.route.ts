import { logIn } from "../../domain/session/log-in.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toLoggedInResource } from "./logged-in.resource.ts";

export const logInRoute: Operation<"logIn"> = async (ctx, { body }) => ok(toLoggedInResource(await logIn(ctx, body)));
