import type { Block } from "../../domain/block/block.ts";
import type { components } from "../../generated/contract.ts";
import { instant } from "../instant.ts";

export function toBlockResource(block: Block): components["schemas"]["Block"] {
  const { id, memberId, startsAt, endsAt, reason, note, conflicts, version, createdAt, updatedAt } = block;
  return {
    id,
    memberId,
    startsAt: instant(startsAt),
    endsAt: instant(endsAt),
    reason,
    note,
    conflicts,
    version,
    createdAt: instant(createdAt),
    updatedAt: instant(updatedAt),
  };
}
