import { giveUpNotification, sendNotification } from "../domain/notification/send-notification.ts";
import type { JobKind } from "./job-kind.ts";

export const sendNotificationJob: JobKind<"send-notification"> = {
  // Half a day. It says itself when it is tried again: its row says so too.
  retry: { most: 15, firstDelayMs: 10_000, longestDelayMs: 7_200_000 },
  // Its lane is its channel: a provider that hangs leaves room for other work.
  mostOfLane: 8,
  run: (deps, { data, attempts }) => sendNotification(deps, { ...data, attempts }),
  onGivenUp: (deps, { data }) => giveUpNotification(deps, data.notificationId),
};
