import { forgetCredentialsOf } from "../access/forget-credentials-of.ts";
import { assertMay } from "../access/may.ts";
import type { DomainContext } from "../shared/context.ts";
import { DomainError } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { lockRoles } from "./assert-may-touch.ts";
import { endMembership } from "./end-membership.ts";
import { lockMember } from "./lock-member.ts";

/**
 * Takes the caller out of the organisation that he has logged in to, as if somebody else had deleted the member. His account
 * stays, with what other organisations he is in.
 * @throws forbidden for keys, unauthenticated when he has just left, last_owner, member_in_use
 */
export async function leaveOrganisation(ctx: DomainContext): Promise<void> {
  const { actor } = ctx;
  assertMay(actor, "manage one's account");
  await inOneTransaction(ctx, async (tx) => {
    await lockRoles(ctx, tx);
    const member = await lockMember(ctx, tx, actor.memberId);
    if (!member) throw new DomainError("unauthenticated", { detail: "The session is over: its member has left." });
    await endMembership(ctx, tx, member);
  });
  await forgetCredentialsOf(ctx, actor.memberId);
}
