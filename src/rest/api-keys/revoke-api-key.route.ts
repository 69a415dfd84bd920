import { revokeApiKey } from "../../domain/access/revoke-api-key.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toApiKeyResource } from "./api-key.resource.ts";

export const revokeApiKeyRoute: Operation<"revokeApiKey"> = async (ctx, { params }) =>
  ok(toApiKeyResource(await revokeApiKey(ctx, params.apiKeyId)));
