import type { HandlerContext } from "../outbox/event-handler.ts";
import type { Channel, NotificationReason } from "./notification.ts";
import type { Recipient, ToldEvent } from "./recipients-of.ts";

export interface ToTell {
  event: ToldEvent;
  recipient: Recipient;
  /** It must not go before. */
  earliest: Date;
}

/** One message of its own. */
export interface ChosenChannel {
  channel: Channel;
  dueAt: Date;
  /** Set where it is only written down that it does not go. */
  withheld?: NotificationReason;
}

/**
 * By which channels each is told, and when; as many answers as there are people, in their order. This is the seam for what
 * people choose: further channels, preferences and quiet hours are decided here, when events are planned (many at once: read
 * what is needed in one statement). What must hold at the moment of sending, such as a device that is gone, is asked by the
 * channel's own `SendBy` (`send-notification.ts`).
 */
export function channelsFor(_ctx: HandlerContext, people: readonly ToTell[]): Promise<ChosenChannel[][]> {
  return Promise.resolve(people.map(({ earliest }) => [{ channel: "email", dueAt: earliest }]));
}
