import { replaceRecoveryCodes } from "../../domain/second-factor/replace-recovery-codes.ts";
import { ok } from "../answer.ts";
import type { Command } from "../operation.ts";

export const replaceRecoveryCodesRoute: Command<"replaceRecoveryCodes", string[]> = {
  run: (ctx) => replaceRecoveryCodes(ctx),
  answer: (recoveryCodes) => ok({ recoveryCodes }),
  keptAnswer: () => ok({ recoveryCodes: null }),
};
