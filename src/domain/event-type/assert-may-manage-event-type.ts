import { assertMay, reachOf } from "../access/may.ts";
import type { Actor } from "../shared/actor.ts";
import { DomainError } from "../shared/errors.ts";

/** His own event types are those whose only host somebody is. @throws forbidden */
export function assertMayManageEventType(actor: Actor, hosts: readonly { memberId: string }[]): void {
  assertMay(actor, "manage event types");
  if (reachOf(actor, "manage event types") === "all") return;
  if (hosts.every(({ memberId }) => memberId === actor.memberId)) return;
  throw new DomainError("forbidden", { detail: "A plain member manages only event types whose only host he is." });
}
