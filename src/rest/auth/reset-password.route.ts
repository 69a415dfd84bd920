import { resetPassword } from "../../domain/session/reset-password.ts";
import { noContentAfter } from "../answer.ts";
import { rememberPlace } from "../limits/known-places.ts";
import type { Operation } from "../operation.ts";

export const resetPasswordRoute: Operation<"resetPassword"> = async (ctx, { body }) => {
  const { email } = await resetPassword(ctx, body);
  await rememberPlace(ctx.limits, email, ctx.request.address ?? undefined);
  return noContentAfter(true);
};
