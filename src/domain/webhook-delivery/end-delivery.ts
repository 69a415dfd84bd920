import type { DomainContext } from "../shared/context.ts";
import { sendNext } from "./send-next.ts";
import type { AttemptToMake, WebhookFailedReason } from "./webhook-delivery.ts";

/** Ends a delivery whose next attempt is never made, unless it has ended or was made. What waits for it goes out. */
export async function endDelivery(
  deps: Pick<DomainContext, "db" | "clock" | "ids">,
  { deliveryId: id, attempt, requestId, traceId }: AttemptToMake,
  failedReason: WebhookFailedReason,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const ended = { status: "failed", failedReason, nextAttemptAt: null, endedAt: deps.clock.now() };
    const [delivery] = await tx.webhookDelivery.updateManyAndReturn({
      where: { id, status: "pending", attempts: attempt - 1 },
      data: ended,
    });
    if (delivery && attempt === 1) await sendNext(deps, tx, { ...delivery, requestId, traceId });
  });
}
