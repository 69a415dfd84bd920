import { unlinkIdentity } from "../../domain/social/unlink-identity.ts";
import { NO_CONTENT } from "../answer.ts";
import type { Operation } from "../operation.ts";

export const unlinkIdentityRoute: Operation<"unlinkIdentity"> = async (ctx, { params }) => {
  await unlinkIdentity(ctx, params.identityId);
  return NO_CONTENT;
};
