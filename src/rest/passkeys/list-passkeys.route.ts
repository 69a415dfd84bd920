import { listPasskeys } from "../../domain/passkey/list-passkeys.ts";
import { ok } from "../answer.ts";
import { toListResource } from "../list.resource.ts";
import type { Operation } from "../operation.ts";
import { toPasskeyResource } from "./passkey.resource.ts";

export const listPasskeysRoute: Operation<"listPasskeys"> = async (ctx, { query }) =>
  ok(toListResource(await listPasskeys(ctx, query), toPasskeyResource));
