import type { Job } from "../domain/job/job.ts";
import { deliverWebhook } from "../domain/webhook-delivery/deliver-webhook.ts";
import { endDelivery } from "../domain/webhook-delivery/end-delivery.ts";
import type { AttemptToMake } from "../domain/webhook-delivery/webhook-delivery.ts";
import type { JobKind } from "./job-kind.ts";

/** What a receiver does is told by the delivery, which has attempts of its own: here it is failures of ours. */
export const deliverWebhookJob: JobKind<"deliver-webhook"> = {
  retry: { most: 20, firstDelayMs: 1_000, longestDelayMs: 3_600_000 },
  // A receiver that hangs has a place for 15 s.
  ownConcurrency: 100,
  mostOfLane: 4,
  run: (deps, job, signal) => deliverWebhook(deps, attemptOf(job), signal),
  onGivenUp: (deps, job) => endDelivery(deps, attemptOf(job), "given_up"),
};

function attemptOf({ data, requestId, traceId }: Job<"deliver-webhook">): AttemptToMake {
  return { ...data, requestId, traceId: traceId ?? undefined };
}
