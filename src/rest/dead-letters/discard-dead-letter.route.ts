import { discardDeadLetter } from "../../domain/dead-letter/discard-dead-letter.ts";
import { NO_CONTENT } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const discardDeadLetterRoute: Operation<"discardDeadLetter"> = async (ctx, { params }) => {
  await discardDeadLetter(ctx, params.deadLetterId);
  return NO_CONTENT;
};
