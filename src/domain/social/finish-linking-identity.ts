import { assertMay } from "../access/may.ts";
import { queueMail } from "../mail/outgoing-mail.ts";
import type { ProvenIdentity } from "../ports/identity-provider.ts";
import { lockUser } from "../second-factor/lock-user.ts";
import { assertRecentlyAuthenticated } from "../session/assert-recently-authenticated.ts";
import type { ProofContext } from "../session/logged-in.ts";
import type { SessionActor } from "../shared/actor.ts";
import type { Transaction } from "../shared/database.ts";
import { assertWithinLimit, DomainError } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { finishFlow, type FinishFlowInput } from "./flow.ts";
import { keyOf, MOST_IDENTITIES, toIdentity, type Identity } from "./identity.ts";
import { insertIdentity } from "./insert-identity.ts";

/** What was linked, and where in the app the person was. */
export interface LinkedIdentity {
  identity: Identity;
  returnTo: string | null;
}

/**
 * Links the identity of whoever has come back from a provider with the caller's account, and tells him by mail. Linking the same
 * one again does no harm.
 * @throws forbidden for keys, step_up_required, invalid_flow_token, identity_not_proven, provider_unavailable, identity_taken,
 * limit_reached
 */
export async function finishLinkingIdentity(ctx: ProofContext, input: FinishFlowInput): Promise<LinkedIdentity> {
  const { actor } = ctx;
  assertMay(actor, "manage one's account");
  await assertRecentlyAuthenticated(ctx);
  const { flow, proven } = await finishFlow(ctx, input, actor.userId);
  const { provider, returnTo } = flow;
  return inOneTransaction(ctx, async (tx) => ({ identity: await link(ctx, tx, actor, provider, proven), returnTo }));
}

async function link(
  ctx: ProofContext,
  tx: Transaction,
  { userId }: SessionActor,
  provider: string,
  proven: ProvenIdentity,
): Promise<Identity> {
  const { email: address } = await lockUser(tx, userId);
  const linked = await insertIdentity(ctx, tx, { userId, provider, proven, lastUsedAt: null });
  if (linked) {
    assertWithinLimit(await tx.identity.count({ where: { userId } }), MOST_IDENTITIES, "identities of a person");
    await queueMail(ctx, tx, { kind: "identity_linked", address, subjectId: provider });
    return linked;
  }
  const known = await tx.identity.findUniqueOrThrow({ where: keyOf(provider, proven) });
  if (known.userId === userId) return toIdentity(known);
  throw new DomainError("identity_taken", { detail: "This identity is linked with another account." });
}
