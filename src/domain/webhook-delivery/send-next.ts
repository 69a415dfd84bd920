import { enqueue } from "../job/enqueue.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";

/** A delivery whose first attempt was made or will never be, and the request that it follows from. */
export interface SentDelivery {
  endpointId: string;
  subjectId: string;
  organisationId: string;
  requestId: string;
  traceId?: string | undefined;
}

/** Has the first attempt made of what comes after it of the same object. */
export async function sendNext(
  ctx: Pick<DomainContext, "ids" | "clock">,
  tx: Transaction,
  { endpointId, subjectId, organisationId, requestId, traceId }: SentDelivery,
): Promise<void> {
  const [next] = await tx.$queryRaw<{ id: string }[]>`
    UPDATE webhook_delivery SET next_attempt_at = ${ctx.clock.now()} WHERE id = (
      SELECT id FROM webhook_delivery
      WHERE endpoint_id = ${endpointId} AND subject_id = ${subjectId} AND status = 'pending' AND attempts = 0
      ORDER BY sequence LIMIT 1)
    RETURNING id`;
  if (!next) return;
  const data = { deliveryId: next.id, attempt: 1 };
  const origin = { organisationId, subjectId: next.id, requestId, traceId };
  await enqueue(ctx, tx, [{ kind: "deliver-webhook", data, lane: endpointId, ...origin }]);
}
