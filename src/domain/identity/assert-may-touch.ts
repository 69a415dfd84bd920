import { assertMay } from "../access/may.ts";
import type { Actor } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import type { Member } from "./member.ts";

/** Changes of roles take turns, so that two owners cannot make each other plain members and leave none. */
export async function lockRoles({ actor }: DomainContext, tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT FROM organisation WHERE id = ${actor.organisationId} FOR NO KEY UPDATE`;
}

/** Nobody but an owner changes an owner. @throws forbidden */
export function assertMayTouch(actor: Actor, { role }: Member): void {
  if (role === "owner") assertMay(actor, "make and unmake owners");
}

/** @throws last_owner when the organisation would be without one */
export async function assertOtherOwner(tx: Transaction, { id, organisationId, role }: Member): Promise<void> {
  if (role !== "owner") return;
  const others = { organisationId, role: "owner", deletedAt: null, NOT: { id } };
  if ((await tx.member.count({ where: others })) > 0) return;
  throw new DomainError("last_owner", {
    detail: "The organisation would be without an owner: make another one first.",
  });
}
