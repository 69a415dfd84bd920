import { confirmTotp } from "../../domain/second-factor/confirm-totp.ts";
import { ok } from "../answer.ts";
import type { Command } from "../operation.ts";

export const confirmTotpRoute: Command<"confirmTotp", string[] | null> = {
  run: (ctx, { body }) => confirmTotp(ctx, body.code),
  answer: (recoveryCodes) => ok({ recoveryCodes }),
  keptAnswer: () => ok({ recoveryCodes: null }),
};
