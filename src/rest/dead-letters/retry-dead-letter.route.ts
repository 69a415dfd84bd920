import type { DeadLetter } from "../../domain/dead-letter/dead-letter.ts";
import { retryDeadLetter } from "../../domain/dead-letter/retry-dead-letter.ts";
import { accepted } from "../answer.ts";
import type { Command } from "../operation.ts";
import { toDeadLetterResource } from "./dead-letter.resource.ts";

export const retryDeadLetterRoute: Command<"retryDeadLetter", DeadLetter> = {
  run: (ctx, { params }) => retryDeadLetter(ctx, params.deadLetterId),
  answer: (letter) => accepted(toDeadLetterResource(letter)),
};
