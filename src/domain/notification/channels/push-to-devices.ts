import { findDevicesOf, removeGoneDevice, type ReachableDevice } from "../../device/reachable-devices.ts";
import type { PushMessage } from "../../ports/push-sender.ts";
import type { SendOutcome } from "../../ports/send-outcome.ts";
import type { NotificationDeps, Withheld } from "../send-notification.ts";

export interface PushToHost extends Omit<PushMessage, "target" | "urgency"> {
  organisationId: string;
  memberId: string;
}

/**
 * To each device of a host. It is out when one of them has it: the others were told to wait, and it is not worth showing twice.
 * A device that its provider calls gone is removed.
 */
export async function pushToDevices(deps: NotificationDeps, push: PushToHost): Promise<SendOutcome | Withheld> {
  const outcomes: SendOutcome[] = [];
  for (const device of await findDevicesOf(deps, push.memberId)) outcomes.push(await sendTo(deps, push, device));
  return mostWelcome(outcomes) ?? { outcome: "withheld", reason: "no_device" };
}

async function sendTo(
  deps: NotificationDeps,
  { organisationId, memberId: _, ...push }: PushToHost,
  device: ReachableDevice,
): Promise<SendOutcome> {
  // One identifier for each device: a provider may drop the second message of a name.
  const id = `${push.id}-${device.id}`;
  const outcome = await deps.pushSender.send({ ...push, id, target: device.target, urgency: "high" });
  const isGone = outcome.outcome === "refused" && (outcome.reason === "gone" || outcome.reason === "bad_address");
  if (isGone) await removeGoneDevice(deps, { device, organisationId, requestId: push.id });
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
