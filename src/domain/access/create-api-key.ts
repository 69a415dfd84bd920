import { recordCommand } from "../audit/record-command.ts";
import { lockRoles } from "../identity/assert-may-touch.ts";
import { assertRecentlyAuthenticated } from "../session/assert-recently-authenticated.ts";
import type { Scope, StaffActor } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { assertValid, assertWithinLimit, type FieldError } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { originErrors } from "./allowed-origins.ts";
import { hashOf, newSecret, startOf, toApiKeyPayload, type ApiKey, type ApiKeyKind, type Mode } from "./api-key.ts";
import { assertMay } from "./may.ts";
import { SCOPES_OF } from "./rules.ts";

/** Of those that are good for something. */
const MOST_KEYS = 1_000;

export interface CreateApiKeyInput {
  name: string;
  /** `secret` when left out. */
  kind?: ApiKeyKind;
  /** What a secret key may do; all that the caller may when left out. A publishable key's scopes are given. */
  scopes?: Scope[];
  /** For a publishable key; none when left out. */
  allowedOrigins?: string[];
  expiresAt?: Date | null;
}

export interface CreatedApiKey {
  apiKey: ApiKey;
  /** The key itself. It is not kept: nobody can be shown it again. */
  secret: string;
}

/** Makes a key that acts for the calling member. For owners and admins. @throws validation_failed, forbidden, step_up_required, limit_reached */
export async function createApiKey(ctx: DomainContext, input: CreateApiKeyInput): Promise<CreatedApiKey> {
  const { actor } = ctx;
  assertMay(actor, "manage API keys");
  await assertRecentlyAuthenticated(ctx);
  assertValid([
    ...scopeErrors(actor, input),
    ...originErrors(input.kind ?? "secret", input.allowedOrigins),
    ...expiryErrors(ctx, input),
  ]);

  return inOneTransaction(ctx, async (tx) => {
    await lockRoles(ctx, tx);
    const organisation = await tx.organisation.findUniqueOrThrow({ where: { id: actor.organisationId } });
    const mode = organisation.mode as Mode;
    const secret = newSecret(mode, input.kind ?? "secret");
    const apiKey = toNewApiKey(ctx, actor, input, secret, mode);
    const { mode: _, ...row } = apiKey;
    const secrets = { create: { hash: hashOf(secret), createdAt: apiKey.createdAt } };
    await tx.apiKey.create({ data: { ...row, secrets } });
    await assertRoom(ctx, tx);
    await recordCommand(ctx, tx, { type: "api_key.created", objectId: apiKey.id, payload: toApiKeyPayload(apiKey) });
    return { apiKey, secret };
  });
}

async function assertRoom({ actor, clock }: DomainContext, tx: Transaction): Promise<void> {
  const isLiving = { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: clock.now() } }] };
  const count = await tx.apiKey.count({ where: { organisationId: actor.organisationId, ...isLiving } });
  assertWithinLimit(count, MOST_KEYS, "API keys of an organisation that are neither revoked nor expired");
}

function toNewApiKey(
  ctx: DomainContext,
  actor: StaffActor,
  { name, kind = "secret", scopes, allowedOrigins = [], expiresAt = null }: CreateApiKeyInput,
  secret: string,
  mode: Mode,
): ApiKey {
  return {
    id: ctx.ids("apiKey"),
    organisationId: actor.organisationId,
    memberId: actor.memberId,
    name,
    kind,
    mode,
    scopes: kind === "publishable" ? [...SCOPES_OF.publishable_key] : (scopes ?? [...actor.scopes]),
    allowedOrigins,
    start: startOf(secret),
    expiresAt,
    revokedAt: null,
    rotatedAt: null,
    overlapEndsAt: null,
    firstUsedAt: null,
    firstUsedAddress: null,
    firstUsedUserAgent: null,
    lastUsedAt: null,
    createdAt: ctx.clock.now(),
  };
}

/** Nobody gives away what he does not have. */
function scopeErrors(actor: StaffActor, { kind, scopes }: CreateApiKeyInput): FieldError[] {
  if (!scopes) return [];
  if (kind === "publishable")
    return [{ pointer: "/scopes", message: "cannot be chosen: a publishable key always has the same ones" }];
  return scopes.flatMap((scope, index) =>
    actor.scopes.has(scope)
      ? []
      : [{ pointer: `/scopes/${index}`, message: "is a scope that the caller does not have" }],
  );
}

function expiryErrors({ clock }: DomainContext, { expiresAt }: CreateApiKeyInput): FieldError[] {
  return expiresAt && expiresAt <= clock.now() ? [{ pointer: "/expiresAt", message: "must be in the future" }] : [];
}
