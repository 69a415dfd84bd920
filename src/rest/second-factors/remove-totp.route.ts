import { removeTotp } from "../../domain/second-factor/remove-totp.ts";
import { NO_CONTENT } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const removeTotpRoute: Operation<"removeTotp"> = async (ctx) => {
  await removeTotp(ctx);
  return NO_CONTENT;
};
