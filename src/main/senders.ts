import path from "node:path";
import { createLocalMailer, type LocalMailer } from "../adapters/mailer/local/local-mailer.ts";
import { createMailgunMailer } from "../adapters/mailer/mailgun/mailgun-mailer.ts";
import { createSmtpMailer } from "../adapters/mailer/smtp/smtp-mailer.ts";
import { createApnsPushSender } from "../adapters/push-sender/apns/apns-push-sender.ts";
import { createFcmPushSender } from "../adapters/push-sender/fcm/fcm-push-sender.ts";
import { createLocalPushSender } from "../adapters/push-sender/local/local-push-sender.ts";
import { createPushSenderByKind } from "../adapters/push-sender/push-sender-by-kind.ts";
import { createWebPushSender, findPushService } from "../adapters/push-sender/web-push/web-push-sender.ts";
import { createSenderWithBreaker } from "../adapters/sending/sender-with-breaker.ts";
import { createSenderWithFallback } from "../adapters/sending/sender-with-fallback.ts";
import { createLocalSmsSender } from "../adapters/sms-sender/local/local-sms-sender.ts";
import { createTwilioSmsSender } from "../adapters/sms-sender/twilio/twilio-sms-sender.ts";
import { createVonageSmsSender } from "../adapters/sms-sender/vonage/vonage-sms-sender.ts";
import { createUndiciWebhookSender } from "../adapters/webhook-sender/undici/undici-webhook-sender.ts";
import type { PushOffer } from "../domain/device/push-offer.ts";
import { INSTALLATION } from "../domain/received-event/receive-event.ts";
import type { Mailer } from "../domain/ports/mailer.ts";
import type { PushMessage, PushSender } from "../domain/ports/push-sender.ts";
import type { Sender } from "../domain/ports/send-outcome.ts";
import type { SmsSender } from "../domain/ports/sms-sender.ts";
import type { WebhookSender } from "../domain/ports/webhook-sender.ts";
import type { Log } from "../domain/shared/log.ts";
import type { Breakers } from "./breakers.ts";
import type { Config } from "./config.ts";
import type { SenderSettings } from "./config/senders.ts";
import { systemClock } from "./system-clock.ts";

export interface Senders {
  mailer: Mailer;
  smsSender: SmsSender;
  pushSender: PushSender;
  webhookSender: WebhookSender;
  pushOffer: PushOffer;
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
export function createSenders(config: Config, log: Log, breakers: Breakers): Senders {
  const { senders: settings, dataDir, demo, webhookAllowedNetworks: allowedNetworks } = config;
  const folder = path.join(dataDir, "outbox");
  const closing: (() => void)[] = [];
  const mailers = createMailers(settings, breakers, closing);
  const smsSenders = createSmsSenders(settings, breakers, config.publicUrl);
  const pushSenders = createPushSenders(settings, breakers, closing);
  const webhookSender = createUndiciWebhookSender({ allowedNetworks, timeoutMs: WEBHOOK_TIMEOUT_MS });
  closing.push(() => void webhookSender.close());
  const localMailer = mailers.length === 0 ? createLocalMailer(folder) : null;
  if (localMailer && !demo)
    log.warn({}, "no provider of mail is configured: mail is written to the folder outbox of the data folder");
  const pushSender =
    pushSenders.length === 0 ? createLocalPushSender(path.join(folder, "push")) : createPushSenderByKind(pushSenders);
  return {
    mailer: localMailer ?? inTurn(mailers),
    smsSender: smsSenders.length === 0 ? createLocalSmsSender(path.join(folder, "sms")) : inTurn(smsSenders),
    webhookSender,
    pushSender,
    pushOffer: { kinds: pushSender.kinds, applicationServerKey: settings.webPush?.vapid.publicKey ?? null },
    localMailer,
    close: () => {
      for (const close of closing) close();
    },
  };
}

function createMailers(
  { smtp, mailgun, mailFrom: from }: SenderSettings,
  breakers: Breakers,
  closing: (() => void)[],
): Mailer[] {
  const mailers: Mailer[] = [];
  if (smtp && from) {
    const mailer = createSmtpMailer({ ...smtp, from, timeoutMs: SMTP_TIMEOUT_MS });
    closing.push(() => {
      mailer.close();
    });
    mailers.push(guarded("smtp", mailer, breakers));
  }
  if (mailgun && from) mailers.push(guarded("mailgun", createMailgunMailer({ ...mailgun, from, ...ASKING }), breakers));
  return mailers;
}

/** Without an address of which others know there is nothing to tell Twilio to call. */
function createSmsSenders(
  { twilio, vonage }: SenderSettings,
  breakers: Breakers,
  publicUrl: string | null,
): SmsSender[] {
  const statusUrl = publicUrl === null ? undefined : `${publicUrl}/v1/receivers/twilio/${INSTALLATION}`;
  return [
    ...(twilio ? [guarded("twilio", createTwilioSmsSender({ ...twilio, ...ASKING, statusUrl }), breakers)] : []),
    ...(vonage ? [guarded("vonage", createVonageSmsSender({ ...vonage, ...ASKING }), breakers)] : []),
  ];
}

function createPushSenders(
  { apns, fcm, webPush }: SenderSettings,
  breakers: Breakers,
  closing: (() => void)[],
): PushSender[] {
  const senders: PushSender[] = [];
  if (apns) {
    const sender = createApnsPushSender({ ...apns, ...ASKING });
    closing.push(() => {
      sender.close();
    });
    senders.push(guarded("apns", sender, breakers));
  }
  if (fcm)
    senders.push(guarded("fcm", createFcmPushSender({ serviceAccount: fcm, baseUrl: FCM_URL, ...ASKING }), breakers));
  if (webPush) senders.push(createWebPush(webPush, breakers));
  return senders;
}

/** Each push service of the configuration has a breaker of its own. An endpoint of any other is refused without asking. */
function createWebPush(settings: NonNullable<SenderSettings["webPush"]>, breakers: Breakers): PushSender {
  const serviceOf = ({ target }: PushMessage) =>
    target.kind === "web_push" ? findPushService(URL.parse(target.endpoint), settings.hosts) : null;
  return createSenderWithBreaker(
    createWebPushSender({ ...settings, ...ASKING }),
    "web_push",
    (message: PushMessage) => {
      const service = serviceOf(message);
      return breakers.ofSender(service === null ? "web_push" : `web_push:${service}`);
    },
  );
}

function guarded<Message extends { id: string }, Adapter extends Sender<Message>>(
  name: string,
  sender: Adapter & Sender<Message>,
  breakers: Breakers,
): Adapter {
  return createSenderWithBreaker(sender, name, () => breakers.ofSender(name));
}

const FCM_URL = "https://fcm.googleapis.com";

function inTurn<Message extends { id: string }>([first, ...others]: Sender<Message>[]): Sender<Message> {
  return createSenderWithFallback(first!, ...others);
}
