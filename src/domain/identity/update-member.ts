import { assertMay } from "../access/may.ts";
import { assertRecentlyAuthenticated } from "../session/assert-recently-authenticated.ts";
import type { Actor, Role } from "../shared/actor.ts";
import { assertVersion } from "../shared/assert-version.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { assertValid, notFound } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { pickGiven } from "../shared/pick-given.ts";
import { timeZoneErrors } from "../shared/time-zone-errors.ts";
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
}

const EDITABLE_FIELDS = ["name", "timeZone", "locale", "role"] as const;

/**
 * Changes a member; a field that is left out stays. For owners and admins; only owners make and unmake owners, and the
 * last owner stays one.
 * @throws not_found, forbidden, step_up_required (for a role), validation_failed, stale_version
 */
export async function updateMember(ctx: DomainContext, input: UpdateMemberInput): Promise<Member> {
  const { actor } = ctx;
  assertMay(actor, "manage members");
  if (input.role !== undefined) await assertRecentlyAuthenticated(ctx);
  assertValid(timeZoneErrors(input.timeZone));
  return inOneTransaction(ctx, async (tx) => {
    if (input.role !== undefined) await lockOrganisation(ctx, tx);
    const member = await lockMember(ctx, tx, input.memberId);
    if (!member) throw notFound("member");
    assertVersion("member", member.version, input.ifVersion);
    if (input.role !== undefined) await assertMayGiveRole(actor, tx, member, input.role);
    return changeMember(ctx, tx, member, pickGiven(input, EDITABLE_FIELDS));
  });
}

/** Changes of roles take turns, so that two owners cannot make each other plain members and leave none. */
async function lockOrganisation({ actor }: DomainContext, tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT FROM organisation WHERE id = ${actor.organisationId} FOR NO KEY UPDATE`;
}

async function assertMayGiveRole(actor: Actor, tx: Transaction, member: Member, role: Role): Promise<void> {
  if (role === member.role || (role !== "owner" && member.role !== "owner")) return;
  assertMay(actor, "make and unmake owners");
  if (role === "owner") return;
  const owners = await tx.member.count({ where: { organisationId: member.organisationId, role: "owner" } });
  if (owners === 1) assertValid([{ pointer: "/role", message: "cannot be taken from the only owner" }]);
}
