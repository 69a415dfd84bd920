import type { EventData } from "../../generated/events.ts";
import type { Block as BlockRow } from "../../generated/prisma/client.ts";
import type { FieldError } from "../shared/errors.ts";
import { DAY_MS } from "../shared/local-date.ts";

export const BLOCK_REASONS = ["vacation", "sick_leave", "travel", "training", "personal", "other"] as const;
export type BlockReason = (typeof BLOCK_REASONS)[number];

/** Time that a member keeps for himself. `startsAt`/`endsAt` are instants, half-open. */
export interface Block extends Omit<BlockRow, "reason" | "subjectId"> {
  reason: BlockReason;
  /** Bookings that have some of its time: they stand, and are the member's to move. The earliest first. */
  conflicts: string[];
}

const LONGEST_DAYS = 366;

export function blockErrors({ startsAt, endsAt }: Pick<Block, "startsAt" | "endsAt">): FieldError[] {
  if (endsAt <= startsAt) return [{ pointer: "/endsAt", message: "must be later than startsAt" }];
  const isTooLong = endsAt.getTime() - startsAt.getTime() > LONGEST_DAYS * DAY_MS;
  return isTooLong ? [{ pointer: "/endsAt", message: `must be at most ${LONGEST_DAYS} days after startsAt` }] : [];
}

export function toBlock({ subjectId: _, ...row }: BlockRow, conflicts: string[]): Block {
  return { ...row, reason: row.reason as BlockReason, conflicts };
}

/** What a block's events say of it: its note is nobody's but its readers'. */
export function toBlockPayload(block: Block): EventData["block.created"] {
  const { id, memberId, startsAt, endsAt, reason, conflicts, version, createdAt, updatedAt, deletedAt } = block;
  return { block: { id, memberId, startsAt, endsAt, reason, conflicts, version, createdAt, updatedAt, deletedAt } };
}
