import { updateMe } from "../../domain/identity/update-me.ts";
import type { Operation } from "../operation.ts";
import { answerMe } from "./me.resource.ts";

export const updateMeRoute: Operation<"updateMe"> = async (ctx, { body }) => answerMe(ctx, await updateMe(ctx, body));
