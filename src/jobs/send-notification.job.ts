import { giveUpNotification, sendNotification } from "../domain/notification/send-notification.ts";
import type { JobKind } from "./job-kind.ts";

export const sendNotificationJob: JobKind<"send-notification"> = {
  // Half a day. It says itself when it is tried again: its row says so too.
  retry: { most: 15, firstDelayMs: 10_000, longestDelayMs: 7_200_000 },
  // Few, since each costs the database some twenty statements: a thousand mails must not hold up what is waited for.
  ownConcurrency: 4,
  // Its lane is its channel: a provider that hangs leaves room for the others.
  mostOfLane: 3,
  run: (deps, { data, attempts }) => sendNotification(deps, { ...data, attempts }),
  onGivenUp: (deps, { data }) => giveUpNotification(deps, data.notificationId),
};
