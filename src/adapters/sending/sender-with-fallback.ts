import type { Sender } from "../../domain/ports/send-outcome.ts";

/** The first that is not down sends. When all are, the outcome is that of the first that was asked. */
export function createSenderWithFallback<Message extends { id: string }>(
  first: Sender<Message>,
  ...others: Sender<Message>[]
): Sender<Message> {
  return {
    async send(message) {
      let told = await first.send(message);
      for (const other of others) {
        if (told.outcome !== "down") return told;
        const outcome = await other.send(message);
        if (outcome.outcome !== "down" || told.reason === "not_asked") told = outcome;
      }
      return told;
    },
  };
}
