import { deleteDeadTokens } from "../domain/session/delete-dead-tokens.ts";
import type { Job } from "./registry.ts";

export const deleteDeadTokensJob: Job = {
  name: "delete-dead-tokens",
  everyMs: 3_600_000,
  run: deleteDeadTokens,
};
