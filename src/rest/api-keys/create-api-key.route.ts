import { createApiKey, type CreatedApiKey } from "../../domain/access/create-api-key.ts";
import { created, type Answer } from "../answer.ts";
import { toDateIfGiven } from "../instant.ts";
import type { Command } from "../operation.ts";
import { toApiKeyResource } from "./api-key.resource.ts";

export const createApiKeyRoute: Command<"createApiKey", CreatedApiKey> = {
  run: (ctx, { body }) => createApiKey(ctx, { ...body, expiresAt: toDateIfGiven(body.expiresAt) }),
  answer: ({ apiKey, secret }) => answer(apiKey, secret),
  keptAnswer: ({ apiKey }) => answer(apiKey, null),
};

function answer(apiKey: CreatedApiKey["apiKey"], secret: string | null): Answer {
  return created(`/v1/api-keys/${apiKey.id}`, { ...toApiKeyResource(apiKey), secret });
}
