import { replayWebhookEvents, type WebhookReplay } from "../../domain/webhook-delivery/replay-webhook-events.ts";
import { accepted } from "../answer.ts";
import { instant, toDate } from "../instant.ts";
import type { Command } from "../operation.ts";

export const replayWebhookEventsRoute: Command<"replayWebhookEvents", WebhookReplay> = {
  run: (ctx, { params, body }) =>
    replayWebhookEvents(ctx, { ...params, ...body, from: toDate(body.from), to: toDate(body.to) }),
  answer: ({ from, to, ...replay }) => accepted({ ...replay, from: instant(from), to: instant(to) }),
};
