import type { HandlerContext } from "../outbox/event-handler.ts";
import { findHostSettings, type HostSettings } from "./host-settings.ts";
import type { Channel, NotificationReason } from "./notification.ts";
import { wants } from "./preferences.ts";
import { quietStretchAt } from "./quiet-hours.ts";
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
 * By which channels each is told, and when; as many answers as there are people, in their order. Attendees are told by mail;
 * reminders alone go by text message (`plan-reminders.ts`). Hosts are told by mail, and on the devices that they have, but for
 * what they do not want, and not pushed in their quiet hours. What must hold at the moment of sending, such as a device that
 * is gone, is asked by the channel's own `SendBy` (`send-notification.ts`).
 */
export async function channelsFor(ctx: HandlerContext, people: readonly ToTell[]): Promise<ChosenChannel[][]> {
  const hostIds = people.flatMap(({ recipient }) => (recipient.type === "host" ? [recipient.id!] : []));
  const settings = await findHostSettings(ctx.tx, hostIds, ctx.clock.now());
  return people.map(({ recipient, earliest }) => {
    const host = recipient.type === "host" ? settings.get(recipient.id!) : undefined;
    return host ? channelsOfHost(host, recipient, earliest) : [{ channel: "email", dueAt: earliest }];
  });
}

/** That he does not want a mail is written down; of pushes there would be too many lines that say nothing. */
function channelsOfHost(host: HostSettings, { kind }: Recipient, earliest: Date): ChosenChannel[] {
  const { preferences, quietHours, timeZone, hasDevice } = host;
  const mail: ChosenChannel = { channel: "email", dueAt: earliest };
  if (!wants(preferences, kind, "email")) mail.withheld = "opted_out";
  if (!hasDevice || !wants(preferences, kind, "push")) return [mail];
  const quiet = quietHours && quietStretchAt(quietHours, timeZone, earliest.getTime());
  return [mail, { channel: "push", dueAt: quiet ? new Date(quiet.until) : earliest }];
}
