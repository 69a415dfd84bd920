import { beginTotp, type TotpSecret } from "../../domain/second-factor/begin-totp.ts";
import { ok } from "../answer.ts";
import type { Command } from "../operation.ts";

export const beginTotpRoute: Command<"beginTotp", TotpSecret> = {
  run: (ctx) => beginTotp(ctx),
  answer: (totpSecret) => ok(totpSecret),
  keptAnswer: () => ok({ secret: null, otpauthUri: null }),
};
