import { findDevicesOf, removeGoneDevice, type ReachableDevice } from "../../device/reachable-devices.ts";
import type { SendOutcome } from "../../ports/send-outcome.ts";
import { composePush } from "../compose/compose-short.ts";
import { findHostSettings } from "../host-settings.ts";
import type { Notice } from "../notice.ts";
import { wants } from "../preferences.ts";
import { quietStretchAt } from "../quiet-hours.ts";
import type { NotificationDeps, NotNow, SendBy, Withheld } from "../send-notification.ts";

/**
 * To each device of a host. It is out when one of them has it: the others were told to wait, and it is not worth showing twice.
 * A device that its provider calls gone is removed.
 */
export const sendByPush: SendBy = async (deps, notice) => {
  if (notice.organisation.mode === "test") return { outcome: "withheld", reason: "test_organisation" };
  const unwanted = await askHost(deps, notice);
  if (unwanted) return unwanted;
  const devices = await findDevicesOf(deps, notice.reader.id);
  const outcomes: SendOutcome[] = [];
  for (const device of devices) outcomes.push(await sendTo(deps, notice, device));
  return mostWelcome(outcomes) ?? { outcome: "withheld", reason: "no_device" };
};

/** He may have changed his mind since it was planned. */
async function askHost({ db, clock }: NotificationDeps, { reader, kind }: Notice): Promise<Withheld | NotNow | null> {
  const now = clock.now();
  const host = (await findHostSettings(db.prisma, [reader.id], now)).get(reader.id);
  if (!host || !wants(host.preferences, kind, "push")) return { outcome: "withheld", reason: "opted_out" };
  const quiet = host.quietHours && quietStretchAt(host.quietHours, host.timeZone, now.getTime());
  if (quiet) return { outcome: "not_now", until: new Date(quiet.until) };
  return null;
}

/** After it a push is of no use to anybody. */
const LONGEST_LIFE_SECONDS = 86_400;

async function sendTo(deps: NotificationDeps, notice: Notice, device: ReachableDevice): Promise<SendOutcome> {
  const { id, kind, bookings, organisation } = notice;
  const [{ id: bookingId, startsAt }] = bookings as [Notice["bookings"][number]];
  const left = Math.floor((startsAt.getTime() - deps.clock.now().getTime()) / 1_000);
  const outcome = await deps.pushSender.send({
    // One for each device: a provider may drop the second one of a name.
    id: `${id}-${device.id}`,
    target: device.target,
    ...composePush(notice),
    data: { notificationId: id, kind, bookingId },
    // What comes later of a booking takes the place of what was not looked at yet.
    collapseKey: bookingId,
    urgency: "high",
    timeToLiveSeconds: Math.min(LONGEST_LIFE_SECONDS, Math.max(60, left)),
  });
  const isGone = outcome.outcome === "refused" && (outcome.reason === "gone" || outcome.reason === "bad_address");
  if (isGone) await removeGoneDevice(deps, { device, organisationId: organisation.id, requestId: id });
  return outcome;
}

const WELCOME = ["sent", "later", "down"] as const;

/** Where it is out it is out; where one may take it later it is tried again; where all are gone there is no device. */
function mostWelcome(outcomes: readonly SendOutcome[]): SendOutcome | undefined {
  const byWelcome = WELCOME.map((wanted) => outcomes.find(({ outcome }) => outcome === wanted));
  return byWelcome.find((outcome) => outcome !== undefined) ?? outcomes.find(isOfMessage);
}

/** The device is well: it is the message that is not taken. */
function isOfMessage(outcome: SendOutcome): boolean {
  return outcome.outcome === "refused" && outcome.reason !== "gone" && outcome.reason !== "bad_address";
}
