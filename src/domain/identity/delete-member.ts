import { assertMay } from "../access/may.ts";
import { forgetCredentialsOf } from "../access/forget-credentials-of.ts";
import { assertRecentlyAuthenticated } from "../session/assert-recently-authenticated.ts";
import { assertVersion } from "../shared/assert-version.ts";
import type { DomainContext } from "../shared/context.ts";
import { notFound } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { assertMayTouch, lockRoles } from "./assert-may-touch.ts";
import { endMembership } from "./end-membership.ts";
import { lockMember } from "./lock-member.ts";

export interface DeleteMemberInput {
  memberId: string;
  /** The version that the caller has seen, from If-Match. */
  ifVersion?: number;
}

/**
 * Takes a member out of the organisation: his sessions there and the keys that act for him end (publishable ones become an owner's), and nobody books him any
 * more. What he hosted stays his. He may be invited again.
 * @throws not_found (also when he has left already), forbidden, step_up_required, stale_version, last_owner, member_in_use
 */
export async function deleteMember(ctx: DomainContext, input: DeleteMemberInput): Promise<void> {
  const { actor } = ctx;
  assertMay(actor, "manage members");
  await assertRecentlyAuthenticated(ctx);
  await inOneTransaction(ctx, async (tx) => {
    await lockRoles(ctx, tx);
    const member = await lockMember(ctx, tx, input.memberId);
    if (!member) throw notFound("member");
    assertMayTouch(actor, member);
    assertVersion("member", member.version, input.ifVersion);
    await endMembership(ctx, tx, member);
  });
  await forgetCredentialsOf(ctx, input.memberId);
}
