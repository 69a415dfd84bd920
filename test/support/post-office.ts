import { setTimeout as sleep } from "node:timers/promises";
import { sendNotificationJob } from "../../src/jobs/send-notification.job.ts";
import { runJob } from "../../src/jobs/run-job.ts";
import type { JobDeps } from "../../src/jobs/job-kind.ts";
import { takeJobs } from "../../src/domain/job/work-on-jobs.ts";
import { notificationHandler } from "../../src/domain/notification/plan-notifications.ts";
import type { EventHandler } from "../../src/domain/outbox/event-handler.ts";
import { dispatchEvents } from "../../src/domain/outbox/dispatch-events.ts";
import type { Mailer, MailMessage } from "../../src/domain/ports/mailer.ts";
import type { PushMessage } from "../../src/domain/ports/push-sender.ts";
import type { Sender } from "../../src/domain/ports/send-outcome.ts";
import type { SmsMessage } from "../../src/domain/ports/sms-sender.ts";
import { newId } from "../../src/domain/shared/ids.ts";
import type { LogLine } from "./domain-context.ts";
import { createListLog } from "./list-log.ts";
import { APP_URL, createListMailer } from "./mailbox.ts";
import { TEST_SEALER } from "./rest-app.ts";
import type { RestWorld } from "./rest-world.ts";

/** Does what a worker does for notifications, when it is told to. */
export interface PostOffice {
  /** Hands the events on that wait. */
  dispatch: () => Promise<void>;
  /** Does the jobs that are due, all at a time. */
  work: () => Promise<void>;
  /** Both, and gives what was mailed since the last time, in its order. */
  deliver: () => Promise<MailMessage[]>;
  mails: MailMessage[];
  texts: SmsMessage[];
  pushes: PushMessage[];
  logged: LogLine[];
  deps: JobDeps;
}

/**
 * @param mailer in place of one that takes everything
 * @param handlers in place of the one that tells of events
 */
export function createPostOffice(
  { app, clock }: Pick<RestWorld, "app" | "clock">,
  mailer?: Mailer,
  handlers: readonly EventHandler[] = [notificationHandler],
): PostOffice {
  const mails: MailMessage[] = [];
  const texts: SmsMessage[] = [];
  const pushes: PushMessage[] = [];
  const logged: LogLine[] = [];
  const deps = {
    db: app.db,
    clock,
    ids: newId,
    log: createListLog(logged),
    mailer: mailer ?? createListMailer(mails),
    smsSender: createListSender(texts),
    pushSender: { ...createListSender(pushes), kinds: new Set() },
    appUrl: APP_URL,
    publicUrl: "https://api.example.com",
    mailFrom: { address: "bookings@holdfast.example" },
    sealer: TEST_SEALER,
    handlers,
    eventRetentionDays: 30,
  } as unknown as JobDeps;

  const dispatch = async () => {
    while ((await dispatchEvents(deps, deps.handlers)) !== "none") await sleep(1);
  };
  const work = async () => {
    const choice = {
      kinds: ["send-notification" as const],
      fullLanes: [],
      mostOfLane: {},
      atWork: new Map(),
      most: 1_000,
      leaseMs: 15_000,
    };
    const jobs = await takeJobs(deps, choice);
    const { signal } = new AbortController();
    await Promise.all(jobs.map((job) => runJob(deps, sendNotificationJob, job as never, { leaseMs: 15_000, signal })));
  };
  return {
    ...{ dispatch, work, mails, texts, pushes, logged, deps },
    async deliver() {
      await dispatch();
      await work();
      return mails.splice(0);
    },
  };
}

/** Takes everything, and keeps it in a list. */
function createListSender<Message extends { id: string }>(taken: Message[]): Sender<Message> {
  return {
    send(message) {
      taken.push(message);
      return Promise.resolve({ provider: "list", outcome: "sent", providerMessageId: message.id });
    },
  };
}
