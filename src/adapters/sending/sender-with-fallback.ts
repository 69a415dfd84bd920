import type { Sender } from "../../domain/ports/send-outcome.ts";

/** The first that is not down sends; when all are, the outcome is the first one's. */
export function createSenderWithFallback<Message extends { id: string }>(
  first: Sender<Message>,
  ...others: Sender<Message>[]
): Sender<Message> {
  return {
    async send(message) {
      const outcome = await first.send(message);
      if (outcome.outcome !== "down") return outcome;
      for (const other of others) {
        const second = await other.send(message);
        if (second.outcome !== "down") return second;
      }
      return outcome;
    },
  };
}
