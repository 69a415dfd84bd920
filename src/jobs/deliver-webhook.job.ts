import { deliverWebhook } from "../domain/webhook-delivery/deliver-webhook.ts";
import type { JobKind } from "./job-kind.ts";

/** What a receiver does is told by the delivery, which has attempts of its own: here it is failures of ours. */
export const deliverWebhookJob: JobKind<"deliver-webhook"> = {
  retry: { most: 20, firstDelayMs: 1_000, longestDelayMs: 3_600_000 },
  mostOfLane: 4,
  run: (deps, { data, requestId, traceId }, signal) =>
    deliverWebhook(deps, { ...data, requestId, traceId: traceId ?? undefined }, signal),
};
