import { endKeysOf } from "../access/end-keys-of.ts";
import { revokeInvitationsBy } from "../invitation/revoke-invitations-by.ts";
import { endSessionsOfMember } from "../session/end-sessions-of.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import { assertOtherOwner } from "./assert-may-touch.ts";
import { changeMember } from "./change-member.ts";
import { giveBackTime } from "./give-back-time.ts";
import type { Member } from "./member.ts";

/**
 * Ends the membership of a locked member, with all that acts for him. The caller forgets his credentials in memory once the
 * transaction stands.
 * @throws last_owner, member_in_use
 */
export async function endMembership(ctx: DomainContext, tx: Transaction, member: Member): Promise<void> {
  await assertOtherOwner(tx, member);
  await giveBackTime(ctx, tx, member);
  await assertUnused(ctx, tx, member);
  await endSessionsOfMember(ctx, tx, member.id, "member_deleted");
  await endKeysOf(ctx, tx, member);
  await revokeInvitationsBy(ctx, tx, member.id, null);
  await changeMember(ctx, tx, member, { deletedAt: ctx.clock.now(), userId: null });
}

/** As many as an answer names. */
const NAMED = 20;

/**
 * Who has appointments to come, or whose time is still offered, is replaced first. Who makes him a host locks the member, so
 * that nobody can begin to in the meantime.
 */
async function assertUnused({ clock }: DomainContext, tx: Transaction, { id, organisationId }: Member): Promise<void> {
  const select = { id: true };
  const eventTypes = await tx.eventType.findMany({
    where: { organisationId, deletedAt: null, hosts: { some: { memberId: id } } },
    orderBy: { id: "asc" },
    take: NAMED,
    select,
  });
  const upcoming = { status: { in: ["pending", "confirmed"] }, endsAt: { gt: clock.now() } };
  const bookings = await tx.booking.findMany({
    where: { organisationId, ...upcoming, hosts: { some: { memberId: id } } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: NAMED,
    select,
  });
  if (eventTypes.length === 0 && bookings.length === 0) return;
  const [eventTypeIds, bookingIds] = [eventTypes, bookings].map((rows) => rows.map((row) => row.id));
  throw new DomainError("member_in_use", {
    detail: "The member hosts event types or has bookings to come; see eventTypeIds and bookingIds.",
    extensions: { eventTypeIds, bookingIds },
  });
}
