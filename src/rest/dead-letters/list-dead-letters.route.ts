import { listDeadLetters } from "../../domain/dead-letter/list-dead-letters.ts";
import { ok } from "../answer.ts";
import { toListResource } from "../list.resource.ts";
import type { Operation } from "../operation.ts";
import { toDeadLetterResource } from "./dead-letter.resource.ts";

export const listDeadLettersRoute: Operation<"listDeadLetters"> = async (ctx, { query }) =>
  ok(toListResource(await listDeadLetters(ctx, query), toDeadLetterResource));
