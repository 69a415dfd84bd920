import { forgetCredentialsOf } from "../access/forget-credentials-of.ts";
import { assertMay } from "../access/may.ts";
import { limitErrors, type MemberLimit } from "../booking-limit/booking-limit.ts";
import { revokeInvitationsBy } from "../invitation/revoke-invitations-by.ts";
import { assertRecentlyAuthenticated } from "../session/assert-recently-authenticated.ts";
import type { Actor, Role } from "../shared/actor.ts";
import { assertVersion } from "../shared/assert-version.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { assertValid, notFound } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { pickGiven } from "../shared/pick-given.ts";
import { timeZoneErrors } from "../shared/time-zone-errors.ts";
import { assertMayTouch, assertOtherOwner, lockRoles } from "./assert-may-touch.ts";
import { changeMember } from "./change-member.ts";
import { lockMember } from "./lock-member.ts";
import type { Member } from "./member.ts";

export interface UpdateMemberInput {
  memberId: string;
  /** The version that the caller has seen, from If-Match. */
  ifVersion?: number;
  name?: string;
  timeZone?: string;
  locale?: string;
  role?: Role;
  limits?: MemberLimit[];
}

const EDITABLE_FIELDS = ["name", "timeZone", "locale", "role", "limits"] as const;

/**
 * Changes a member; a field that is left out stays. For owners and admins; only owners make and unmake owners, and the
 * last owner stays one. Nobody but an owner changes an owner at all.
 * @throws not_found, forbidden, step_up_required (for a role), validation_failed, stale_version, last_owner
 */
export async function updateMember(ctx: DomainContext, input: UpdateMemberInput): Promise<Member> {
  const { actor } = ctx;
  assertMay(actor, "manage members");
  if (input.role !== undefined) await assertRecentlyAuthenticated(ctx);
  assertValid([...timeZoneErrors(input.timeZone), ...limitErrors(input.limits ?? [])]);
  const changed = await inOneTransaction(ctx, async (tx) => {
    if (input.role !== undefined) await lockRoles(ctx, tx);
    const member = await lockMember(ctx, tx, input.memberId);
    if (!member) throw notFound("member");
    assertMayTouch(actor, member);
    assertVersion("member", member.version, input.ifVersion);
    if (input.role !== undefined) await assertMayGiveRole(actor, tx, member, input.role);
    if (input.role !== undefined) await revokeInvitationsBy(ctx, tx, member.id, input.role);
    return changeMember(ctx, tx, member, pickGiven(input, EDITABLE_FIELDS));
  });
  if (input.role !== undefined) await forgetCredentialsOf(ctx, changed.id);
  return changed;
}

async function assertMayGiveRole(actor: Actor, tx: Transaction, member: Member, role: Role): Promise<void> {
  if (role === member.role) return;
  if (role === "owner") assertMay(actor, "make and unmake owners");
  else await assertOtherOwner(tx, member);
}
