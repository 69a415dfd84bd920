import { assertMay, reachOf } from "../access/may.ts";
import { recordCommand } from "../audit/record-command.ts";
import { lockMember } from "../identity/lock-member.ts";
import type { DomainContext } from "../shared/context.ts";
import { assertValid, DomainError } from "../shared/errors.ts";
import { inOneTransaction } from "../shared/idempotency.ts";
import { uuidOf } from "../shared/ids.ts";
import { blockErrors, toBlock, toBlockPayload, type Block, type BlockReason } from "./block.ts";
import { takeTime } from "./take-time.ts";

export interface CreateBlockInput {
  /** Whose time it is; the caller's when left out. */
  memberId?: string;
  startsAt: Date;
  endsAt: Date;
  reason?: BlockReason;
  note?: string | null;
}

/**
 * Keeps time of a member free of bookings. Bookings that are there already stand. Plain members block their own time only.
 * @throws validation_failed, forbidden
 */
export async function createBlock(ctx: DomainContext, input: CreateBlockInput): Promise<Block> {
  const { actor } = ctx;
  assertMay(actor, "manage schedules");
  const { memberId = actor.memberId, startsAt, endsAt, reason = "other", note = null } = input;
  if (reachOf(actor, "manage schedules") !== "all" && memberId !== actor.memberId)
    throw new DomainError("forbidden", { detail: "A plain member blocks his own time only." });
  assertValid(blockErrors(input));

  return inOneTransaction(ctx, async (tx) => {
    const member = await lockMember(ctx, tx, memberId);
    assertValid(member ? [] : [{ pointer: "/memberId", message: "is not a member of the organisation" }]);
    const subjectId = uuidOf(memberId);
    await tx.$executeRaw`SELECT lock_subjects(jsonb_build_array(${subjectId}::text))`;
    const { organisationId } = actor;
    const now = ctx.clock.now();
    const stamps = { version: 1, createdAt: now, updatedAt: now };
    const row = await tx.block.create({
      data: { id: ctx.ids("block"), organisationId, memberId, subjectId, startsAt, endsAt, reason, note, ...stamps },
    });
    const block = await takeTime(tx, toBlock(row, []));
    await recordCommand(ctx, tx, { type: "block.created", objectId: block.id, payload: toBlockPayload(block) });
    return block;
  });
}
