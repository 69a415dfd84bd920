import { continueWebhookReplay } from "../domain/webhook-delivery/continue-webhook-replay.ts";
import type { JobKind } from "./job-kind.ts";

export const replayWebhookEventsJob: JobKind<"replay-webhook-events"> = {
  retry: { most: 10, firstDelayMs: 1_000, longestDelayMs: 600_000 },
  run(deps, { data, organisationId, requestId, traceId }) {
    const { replayId, endpointId, from, to, types, upTo, after } = data;
    const moments = { from: new Date(from), to: new Date(to) };
    const range = { organisationId: organisationId!, ...moments, types, upTo: BigInt(upTo) };
    const origin = { requestId, traceId: traceId ?? undefined };
    return continueWebhookReplay(deps, { replayId, endpointId, range, after: BigInt(after), ...origin });
  },
};
