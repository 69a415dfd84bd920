import path from "node:path";
import { createLocalMailer, type LocalMailer } from "../adapters/mailer/local/local-mailer.ts";
import { createMailgunMailer } from "../adapters/mailer/mailgun/mailgun-mailer.ts";
import { createSmtpMailer } from "../adapters/mailer/smtp/smtp-mailer.ts";
import { createApnsPushSender } from "../adapters/push-sender/apns/apns-push-sender.ts";
import { createFcmPushSender } from "../adapters/push-sender/fcm/fcm-push-sender.ts";
import { createLocalPushSender } from "../adapters/push-sender/local/local-push-sender.ts";
import { createPushSenderByKind } from "../adapters/push-sender/push-sender-by-kind.ts";
import { createWebPushSender } from "../adapters/push-sender/web-push/web-push-sender.ts";
import { createSenderWithFallback } from "../adapters/sending/sender-with-fallback.ts";
import { createLocalSmsSender } from "../adapters/sms-sender/local/local-sms-sender.ts";
import { createTwilioSmsSender } from "../adapters/sms-sender/twilio/twilio-sms-sender.ts";
import { createVonageSmsSender } from "../adapters/sms-sender/vonage/vonage-sms-sender.ts";
import { createUndiciWebhookSender } from "../adapters/webhook-sender/undici/undici-webhook-sender.ts";
import type { Mailer } from "../domain/ports/mailer.ts";
import type { PushSender } from "../domain/ports/push-sender.ts";
import type { Sender } from "../domain/ports/send-outcome.ts";
import type { SmsSender } from "../domain/ports/sms-sender.ts";
import type { WebhookSender } from "../domain/ports/webhook-sender.ts";
import type { Log } from "../domain/shared/log.ts";
import type { Config } from "./config.ts";
import type { SenderSettings } from "./config/senders.ts";
import { systemClock } from "./system-clock.ts";

export interface Senders {
  mailer: Mailer;
  smsSender: SmsSender;
  pushSender: PushSender;
  webhookSender: WebhookSender;
  /** The folder that mail is written to where no provider is configured. */
  localMailer: LocalMailer | null;
  /** Ends the connections that are kept. */
  close(): void;
}

/** What a job waits for one answer of a provider's. Mail servers look at a message while the line is open. */
const ASKING = { timeoutMs: 10_000, clock: systemClock };
const SMTP_TIMEOUT_MS = 30_000;
/** Receivers are to answer first, and work after that. */
const WEBHOOK_TIMEOUT_MS = 15_000;

/** Those that are configured, the second for when the first is down; else a folder. Nothing is asked of them yet. */
export function createSenders(config: Config, log: Log): Senders {
  const { senders: settings, dataDir, demo, webhookAllowedNetworks: allowedNetworks } = config;
  const folder = path.join(dataDir, "outbox");
  const closing: (() => void)[] = [];
  const mailers = createMailers(settings, closing);
  const smsSenders = createSmsSenders(settings);
  const pushSenders = createPushSenders(settings, closing);
  const webhookSender = createUndiciWebhookSender({ allowedNetworks, timeoutMs: WEBHOOK_TIMEOUT_MS });
  closing.push(() => void webhookSender.close());
  const localMailer = mailers.length === 0 ? createLocalMailer(folder) : null;
  if (localMailer && !demo)
    log.warn({}, "no provider of mail is configured: mail is written to the folder outbox of the data folder");
  return {
    mailer: localMailer ?? inTurn(mailers),
    smsSender: smsSenders.length === 0 ? createLocalSmsSender(path.join(folder, "sms")) : inTurn(smsSenders),
    pushSender:
      pushSenders.length === 0 ? createLocalPushSender(path.join(folder, "push")) : createPushSenderByKind(pushSenders),
    webhookSender,
    localMailer,
    close: () => {
      for (const close of closing) close();
    },
  };
}

function createMailers({ smtp, mailgun, mailFrom: from }: SenderSettings, closing: (() => void)[]): Mailer[] {
  const mailers: Mailer[] = [];
  if (smtp && from) {
    const mailer = createSmtpMailer({ ...smtp, from, timeoutMs: SMTP_TIMEOUT_MS });
    closing.push(() => {
      mailer.close();
    });
    mailers.push(mailer);
  }
  if (mailgun && from) mailers.push(createMailgunMailer({ ...mailgun, from, ...ASKING }));
  return mailers;
}

function createSmsSenders({ twilio, vonage }: SenderSettings): SmsSender[] {
  return [
    ...(twilio ? [createTwilioSmsSender({ ...twilio, ...ASKING })] : []),
    ...(vonage ? [createVonageSmsSender({ ...vonage, ...ASKING })] : []),
  ];
}

function createPushSenders({ apns, fcm, webPush }: SenderSettings, closing: (() => void)[]): PushSender[] {
  const senders: PushSender[] = [];
  if (apns) {
    const sender = createApnsPushSender({ ...apns, ...ASKING });
    closing.push(() => {
      sender.close();
    });
    senders.push(sender);
  }
  if (fcm) senders.push(createFcmPushSender({ serviceAccount: fcm, baseUrl: FCM_URL, ...ASKING }));
  if (webPush) senders.push(createWebPushSender({ ...webPush, ...ASKING }));
  return senders;
}

const FCM_URL = "https://fcm.googleapis.com";

function inTurn<Message extends { id: string }>([first, ...others]: Sender<Message>[]): Sender<Message> {
  return createSenderWithFallback(first!, ...others);
}
