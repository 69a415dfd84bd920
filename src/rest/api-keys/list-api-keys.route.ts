import { listApiKeys } from "../../domain/access/list-api-keys.ts";
import { ok } from "../answer.ts";
import { toListResource } from "../list.resource.ts";
import type { Operation } from "../operation.ts";
import { toApiKeyResource } from "./api-key.resource.ts";

export const listApiKeysRoute: Operation<"listApiKeys"> = async (ctx, { query }) =>
  ok(toListResource(await listApiKeys(ctx, query), toApiKeyResource));
