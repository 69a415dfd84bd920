import type { Notification as NotificationRow } from "../../generated/prisma/client.ts";
import { JobFailure } from "../job/job.ts";
import type { MailAddress, Mailer } from "../ports/mailer.ts";
import type { PushSender } from "../ports/push-sender.ts";
import type { SendOutcome } from "../ports/send-outcome.ts";
import type { SmsSender } from "../ports/sms-sender.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Sealer } from "../shared/sealer.ts";
import { DIGEST_KIND, sendDigest } from "./channels/push-digest.ts";
import { sendByEmail } from "./channels/send-by-email.ts";
import { sendByPush } from "./channels/send-by-push.ts";
import { sendBySms } from "./channels/send-by-sms.ts";
import { claimNotification, drop } from "./claim-notification.ts";
import type { Channel, NotificationReason } from "./notification.ts";
import { findTellings, toNotice, type Notice, type Telling } from "./notice.ts";
import {
  settleDigested,
  settleForLater,
  settleOpen,
  settlePutOff,
  settleSent,
  settleUnsent,
} from "./settle-notification.ts";
import { reasonToDrop } from "./still-true.ts";

export type NotificationDeps = Pick<DomainContext, "db" | "clock" | "ids" | "log"> & {
  mailer: Mailer;
  smsSender: SmsSender;
  pushSender: PushSender;
  /** Links begin with it. */
  appUrl: string;
  /** Its host names what stands in calendars. */
  publicUrl: string;
  /** Whom mail is from where an organisation says nothing else. */
  mailFrom: MailAddress;
  sealer: Pick<Sealer, "sign" | "open">;
};

/** It must not go: not to this person, or not by this channel. */
export interface Withheld {
  outcome: "withheld";
  reason: NotificationReason;
}

/** Its reader is not to be disturbed until then. */
export interface NotNow {
  outcome: "not_now";
  until: Date;
}

/** It is told with others, by another one. */
export interface Digested {
  outcome: "digested";
  /** The notification that tells of it. */
  by: string;
}

/** Composes a message for its channel and hands it over; asks first what must hold when it goes. */
export type SendBy = (deps: NotificationDeps, notice: Notice) => Promise<SendOutcome | Withheld | NotNow | Digested>;

/** By channel. A further one has its file beside this one's. */
const SEND_BY: Record<Channel, SendBy> = { email: sendByEmail, sms: sendBySms, push: sendByPush };

export interface SendNotificationInput {
  notificationId: string;
  /** How often it was begun, this time counted. */
  attempts: number;
}

/**
 * Sends a notification as the booking is now, or finds that there is nothing to say any more. At least once: one whose worker
 * dies with it goes again, with the same Message-ID.
 * @throws JobFailure, when it is to be tried again
 */
export async function sendNotification(deps: NotificationDeps, input: SendNotificationInput): Promise<void> {
  const rows = await claimNotification(deps, input.notificationId);
  if (rows.length === 0) return;
  try {
    await tell(deps, rows, input);
  } catch (error) {
    // The row of one that waits says until when already. What is ours to mend is tried again by the job's own rule.
    if (!(error instanceof JobFailure)) await settleOpen(deps, input.notificationId, { status: "planned" });
    throw error;
  }
}

/** It was tried for the last time. Its job is a dead letter now, by which it is sent once more. */
export function giveUpNotification(deps: Pick<NotificationDeps, "db" | "clock">, id: string): Promise<void> {
  return settleOpen(deps, id, { status: "failed", reason: "gave_up", nextAttemptAt: null });
}

async function tell(
  deps: NotificationDeps,
  rows: readonly NotificationRow[],
  { notificationId, attempts }: SendNotificationInput,
): Promise<void> {
  const digest = rows.find(({ kind }) => kind === DIGEST_KIND);
  if (digest) return settle(deps, [digest.id], await sendDigest(deps, digest), attempts);
  const [first, ...others] = await dropOutdated(deps, await findTellings(deps, rows));
  if (!first) return;
  const ids = [first, ...others].map(({ row }) => row.id);
  if (first.told.organisation.disabled_notifications.includes(first.row.kind))
    return settleUnsent(deps, ids, { status: "suppressed", reason: "disabled" });
  if (!first.reader) return settleUnsent(deps, ids, { status: "suppressed", reason: "no_address" });
  const notice = toNotice(notificationId, [first, ...others], first.reader);
  const outcome = await SEND_BY[notice.channel](deps, notice);
  return settle(deps, ids, outcome, attempts);
}

async function dropOutdated(deps: NotificationDeps, tellings: readonly Telling[]): Promise<Telling[]> {
  const now = deps.clock.now();
  const current: Telling[] = [];
  for (const telling of tellings) {
    const reason = reasonToDrop(telling.row.kind as Notice["kind"], telling, now);
    if (reason === null) current.push(telling);
    else await drop(deps.db.prisma, [telling.row.id], reason, now);
  }
  return current;
}

async function settle(
  deps: NotificationDeps,
  ids: readonly string[],
  outcome: SendOutcome | Withheld | NotNow | Digested,
  attempts: number,
): Promise<void> {
  switch (outcome.outcome) {
    case "sent":
      return settleSent(deps, ids, outcome);
    case "withheld":
      return settleUnsent(deps, ids, { status: "suppressed", reason: outcome.reason });
    case "refused":
      return settleUnsent(deps, ids, {
        status: "failed",
        reason: REFUSALS[outcome.reason],
        provider: outcome.provider,
        detail: outcome.detail,
      });
    case "digested":
      return settleDigested(deps, ids, outcome.by);
    case "not_now":
      await settlePutOff(deps, ids, outcome.until);
      throw new JobFailure("Its reader is not to be disturbed now.", { retryAt: outcome.until, isAttempt: false });
    case "later":
    case "down":
      return tryLater(deps, ids, outcome, attempts);
  }
}

const REFUSALS = {
  bad_address: "bounced",
  gone: "gone",
  unsubscribed: "unsubscribed",
  too_large: "too_large",
  not_accepted: "refused",
} as const;

const FIRST_DELAY_MS = 10_000;
const LONGEST_DELAY_MS = 7_200_000;

/** Twice as long each time, or when the provider says. */
async function tryLater(
  deps: NotificationDeps,
  ids: readonly string[],
  outcome: Extract<SendOutcome, { outcome: "later" | "down" }>,
  attempts: number,
): Promise<never> {
  const { provider, detail, retryAfterSeconds } = outcome;
  const isAttempt = outcome.outcome === "later" || outcome.reason !== "not_asked";
  const delayMs = isAttempt ? Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempts - 1)) : 0;
  const retryAt = new Date(deps.clock.now().getTime() + Math.max(delayMs, (retryAfterSeconds ?? 0) * 1_000));
  await settleForLater(deps, ids, { nextAttemptAt: retryAt, provider, detail, isAttempt });
  throw new JobFailure(`The provider of messages did not take it (${provider}).`, { retryAt, isAttempt });
}
