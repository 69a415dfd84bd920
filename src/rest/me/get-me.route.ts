import { getMe } from "../../domain/identity/get-me.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toMeResource } from "./me.resource.ts";

export const getMeRoute: Operation<"getMe"> = async (ctx) => ok(toMeResource(await getMe(ctx)));
