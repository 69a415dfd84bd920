import {
  MOST_ANSWER_BYTES,
  type WebhookAnswer,
  type WebhookMessage,
  type WebhookSender,
} from "../../../domain/ports/webhook-sender.ts";

/** Says what a receiver answers. */
export type LocalReceiver = (message: WebhookMessage) => Promise<Partial<Omit<WebhookAnswer, "kind">>>;

/** Webhooks that leave no process: each goes to the receiver of its address. */
export interface LocalWebhookSender extends WebhookSender {
  receive(url: string, receiver: LocalReceiver): void;
}

export function createLocalWebhookSender(): LocalWebhookSender {
  const receivers = new Map<string, LocalReceiver>();
  return {
    receive: (url, receiver) => void receivers.set(url, receiver),
    async send(message, signal) {
      signal.throwIfAborted();
      const receiver = receivers.get(message.url);
      if (!receiver) return { kind: "failed", failure: "connection_failed" };
      const { status = 204, retryAfter = null, body = "" } = await receiver(message);
      const start = Buffer.from(body).subarray(0, MOST_ANSWER_BYTES);
      return { kind: "answered", status, retryAfter, body: new TextDecoder().decode(start, { stream: true }) };
    },
  };
}
