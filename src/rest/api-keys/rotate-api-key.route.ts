import type { CreatedApiKey } from "../../domain/access/create-api-key.ts";
import { rotateApiKey } from "../../domain/access/rotate-api-key.ts";
import { ok } from "../answer.ts";
import type { Command } from "../operation.ts";
import { toApiKeyResource } from "./api-key.resource.ts";

export const rotateApiKeyRoute: Command<"rotateApiKey", CreatedApiKey> = {
  run: (ctx, { params, body }) => rotateApiKey(ctx, { overlapSeconds: 0, ...params, ...body }),
  answer: ({ apiKey, secret }) => ok({ ...toApiKeyResource(apiKey), secret }),
  keptAnswer: ({ apiKey }) => ok({ ...toApiKeyResource(apiKey), secret: null }),
};
