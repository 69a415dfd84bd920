import { deleteDeadTokens } from "../domain/session/delete-dead-tokens.ts";
import type { JobKind } from "./job-kind.ts";

export const deleteDeadTokensJob: JobKind<"delete-dead-tokens"> = {
  everyMs: 3_600_000,
  run: deleteDeadTokens,
};
