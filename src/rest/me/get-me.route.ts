import { getMe } from "../../domain/identity/get-me.ts";
import type { Operation } from "../operation.ts";
import { answerMe } from "./me.resource.ts";

export const getMeRoute: Operation<"getMe"> = async (ctx) => answerMe(ctx, await getMe(ctx));
