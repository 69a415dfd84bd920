import { assertStaff, isOwnerOrAdmin, type Actor } from "../shared/actor.ts";
import { DomainError } from "../shared/errors.ts";

/**
 * Owners and admins manage every event type of the organisation, plain members those whose only host they are.
 * @throws forbidden
 */
export function assertMayManageEventType(actor: Actor, hosts: readonly { memberId: string }[]): void {
  assertStaff(actor);
  if (isOwnerOrAdmin(actor) || hosts.every(({ memberId }) => memberId === actor.memberId)) return;
  throw new DomainError("forbidden", { detail: "A plain member manages only event types whose only host he is." });
}
