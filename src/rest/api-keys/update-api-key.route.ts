import { updateApiKey } from "../../domain/access/update-api-key.ts";
import { ok } from "../answer.ts";
import { toDateIfGiven } from "../instant.ts";
import type { Operation } from "../operation.ts";
import { toApiKeyResource } from "./api-key.resource.ts";

export const updateApiKeyRoute: Operation<"updateApiKey"> = async (ctx, { params, body }) =>
  ok(toApiKeyResource(await updateApiKey(ctx, { ...params, ...body, expiresAt: toDateIfGiven(body.expiresAt) })));
