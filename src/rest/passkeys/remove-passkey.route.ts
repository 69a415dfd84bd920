import { removePasskey } from "../../domain/passkey/remove-passkey.ts";
import { NO_CONTENT } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const removePasskeyRoute: Operation<"removePasskey"> = async (ctx, { params }) => {
  await removePasskey(ctx, params.passkeyId);
  return NO_CONTENT;
};
