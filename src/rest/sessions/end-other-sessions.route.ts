import { endOtherSessions } from "../../domain/session/end-other-sessions.ts";
import { ok } from "../answer.ts";
import type { Command } from "../operation.ts";

export const endOtherSessionsRoute: Command<"endOtherSessions", string[]> = {
  run: (ctx) => endOtherSessions(ctx),
  answer: (ended) => ok({ endedCount: ended.length }),
};
