import { updatePasskey } from "../../domain/passkey/update-passkey.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toPasskeyResource } from "./passkey.resource.ts";

export const updatePasskeyRoute: Operation<"updatePasskey"> = async (ctx, { params, body }) =>
  ok(toPasskeyResource(await updatePasskey(ctx, { ...params, ...body })));
