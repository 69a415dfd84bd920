import { assertMay } from "../access/may.ts";
import { assertRecentlyAuthenticated } from "../session/assert-recently-authenticated.ts";
import type { ProofContext } from "../session/logged-in.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { beginFlow, type StartedFlow } from "./flow.ts";

export interface StartLinkingIdentityInput {
  provider: string;
  /** A path in the app. */
  returnTo?: string;
}

/**
 * Sends somebody who has logged in to a provider, to link his identity there with his account.
 * @throws forbidden for keys, step_up_required, not_found, provider_unavailable
 */
export async function startLinkingIdentity(ctx: ProofContext, input: StartLinkingIdentityInput): Promise<StartedFlow> {
  const { actor } = ctx;
  assertMay(actor, "manage one's account");
  await assertRecentlyAuthenticated(ctx);
  const { provider, returnTo = null } = input;
  const keep = await beginFlow(ctx, { provider, userId: actor.userId, deviceName: null, returnTo });
  return inOneTransaction(ctx, keep);
}
