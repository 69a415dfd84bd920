import type { Sender, SendOutcome } from "../../domain/ports/send-outcome.ts";
import { type Breaker, NotAsked } from "../breaker/breaker.ts";
import { outcomesOf } from "./outcomes.ts";

/** The same sender, which while its provider fails asks it no more, and is down at once. @param breakerOf the one of where the message goes */
export function createSenderWithBreaker<Message extends { id: string }, Adapter extends Sender<Message>>(
  sender: Adapter & Sender<Message>,
  provider: string,
  breakerOf: (message: Message) => Breaker,
): Adapter {
  const { down } = outcomesOf(provider);
  return {
    ...sender,
    async send(message: Message): Promise<SendOutcome> {
      try {
        return await breakerOf(message).run(() => sender.send(message));
      } catch (error) {
        if (!(error instanceof NotAsked)) throw error;
        return down("not_asked", error.message, Math.ceil(error.retryAfterMs / 1_000));
      }
    },
  };
}

/** Of outcomes: the provider is not there, or not well. One that does not know us is well, and answers soon. */
export function isProviderFailing(outcome: SendOutcome): boolean {
  return outcome.outcome === "down" && outcome.reason !== "misconfigured";
}
