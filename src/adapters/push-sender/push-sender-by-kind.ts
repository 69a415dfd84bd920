import type { PushKind, PushSender } from "../../domain/ports/push-sender.ts";
import { outcomesOf } from "../sending/outcomes.ts";

/** Sends each message by the provider of its target. Those of a kind that nobody here sends to wait until somebody does. */
export function createPushSenderByKind(senders: readonly PushSender[]): PushSender {
  const byKind = new Map<PushKind, PushSender>(
    senders.flatMap((sender) => [...sender.kinds].map((kind) => [kind, sender] as const)),
  );
  return {
    kinds: new Set(byKind.keys()),
    send(message) {
      const { kind } = message.target;
      const sender = byKind.get(kind);
      if (sender) return sender.send(message);
      return Promise.resolve(outcomesOf(kind).down("misconfigured", "no provider of this kind is configured"));
    },
  };
}
