import { getDeadLetter } from "../../domain/dead-letter/get-dead-letter.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toDeadLetterResource } from "./dead-letter.resource.ts";

export const getDeadLetterRoute: Operation<"getDeadLetter"> = async (ctx, { params }) =>
  ok(toDeadLetterResource(await getDeadLetter(ctx, params.deadLetterId)));
