import { updateMe } from "../../domain/identity/update-me.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toMeResource } from "./me.resource.ts";

export const updateMeRoute: Operation<"updateMe"> = async (ctx, { body }) =>
  ok(toMeResource(await updateMe(ctx, body)));
