import { getSecondFactors } from "../../domain/second-factor/get-second-factors.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toSecondFactorsResource } from "./second-factors.resource.ts";

export const getSecondFactorsRoute: Operation<"getSecondFactors"> = async (ctx) =>
  ok(toSecondFactorsResource(await getSecondFactors(ctx)));
