import { isDeepStrictEqual } from "node:util";
import { changesBetween } from "../audit/changes-between.ts";
import { recordCommand } from "../audit/record-command.ts";
import type { DomainContext } from "../shared/context.ts";
import { assertValid, type FieldError } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { pickGiven } from "../shared/pick-given.ts";
import { originErrors } from "./allowed-origins.ts";
import { toApiKeyPayload, type ApiKey } from "./api-key.ts";
import { forgetSecrets } from "./forget-secrets.ts";
import { lockApiKey } from "./get-api-key.ts";

export interface UpdateApiKeyInput {
  apiKeyId: string;
  name?: string;
  /** Earlier than it was: a key that somebody counts on being over does not come back. */
  expiresAt?: Date;
  /** They take the place of those before, whole. */
  allowedOrigins?: string[];
}

const EDITABLE_FIELDS = ["name", "expiresAt", "allowedOrigins"] as const;

/** Changes a key; a field that is left out stays. For owners and admins. @throws not_found, forbidden, validation_failed */
export async function updateApiKey(ctx: DomainContext, input: UpdateApiKeyInput): Promise<ApiKey> {
  const updated = await inOneTransaction(ctx, async (tx) => {
    const apiKey = await lockApiKey(ctx, tx, input.apiKeyId);
    assertValid([...expiryErrors(ctx, apiKey, input), ...originErrors(apiKey.kind, input.allowedOrigins)]);
    const given = pickGiven(input, EDITABLE_FIELDS);
    const changed = { ...apiKey, ...given };
    if (isDeepStrictEqual(changed, apiKey)) return apiKey;
    await tx.apiKey.update({ where: { id: apiKey.id }, data: given });
    await recordCommand(ctx, tx, {
      type: "api_key.updated",
      objectId: apiKey.id,
      payload: toApiKeyPayload(changed),
      changes: changesBetween(apiKey, changed, EDITABLE_FIELDS),
    });
    return changed;
  });
  await forgetSecrets(ctx, input.apiKeyId);
  return updated;
}

function expiryErrors({ clock }: DomainContext, { expiresAt: old }: ApiKey, { expiresAt }: UpdateApiKeyInput) {
  const errors: FieldError[] = [];
  if (expiresAt === undefined || expiresAt.getTime() === old?.getTime()) return errors;
  if (expiresAt <= clock.now()) errors.push({ pointer: "/expiresAt", message: "must be in the future" });
  else if (old && expiresAt > old) errors.push({ pointer: "/expiresAt", message: "must not be later than it was" });
  return errors;
}
