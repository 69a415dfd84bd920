import { getApiKey } from "../../domain/access/get-api-key.ts";
import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";
import { toApiKeyResource } from "./api-key.resource.ts";

export const getApiKeyRoute: Operation<"getApiKey"> = async (ctx, { params }) =>
  ok(toApiKeyResource(await getApiKey(ctx, params.apiKeyId)));
