import type { JobKindName } from "../domain/job/job.ts";
import { declineExpiredBookingsJob } from "./decline-expired-bookings.job.ts";
import { deleteDeadTokensJob } from "./delete-dead-tokens.job.ts";
import { deleteExpiredHoldsJob } from "./delete-expired-holds.job.ts";
import { deleteOldRowsJob } from "./delete-old-rows.job.ts";
import { deliverWebhookJob } from "./deliver-webhook.job.ts";
import { forgetAvailabilityChangesJob } from "./forget-availability-changes.job.ts";
import { handleEventJob } from "./handle-event.job.ts";
import type { JobKind } from "./job-kind.ts";
import { offerFreedTimesJob } from "./offer-freed-times.job.ts";
import { sendNotificationJob } from "./send-notification.job.ts";
import { processReceivedEventJob } from "./process-received-event.job.ts";
import { replayWebhookEventsJob } from "./replay-webhook-events.job.ts";
import { sendOutgoingMailJob } from "./send-outgoing-mail.job.ts";

export type JobRegistry = { readonly [Kind in JobKindName]?: JobKind<Kind> };

/** Every kind of job. One without its row does not compile. */
export const JOBS: Required<JobRegistry> = {
  "decline-expired-bookings": declineExpiredBookingsJob,
  "delete-dead-tokens": deleteDeadTokensJob,
  "delete-expired-holds": deleteExpiredHoldsJob,
  "delete-old-rows": deleteOldRowsJob,
  "deliver-webhook": deliverWebhookJob,
  "forget-availability-changes": forgetAvailabilityChangesJob,
  "handle-event": handleEventJob,
  "offer-freed-times": offerFreedTimesJob,
  "send-notification": sendNotificationJob,
  "process-received-event": processReceivedEventJob,
  "replay-webhook-events": replayWebhookEventsJob,
  "send-outgoing-mail": sendOutgoingMailJob,
};
