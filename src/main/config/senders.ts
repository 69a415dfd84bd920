import type { Values } from "./variables.ts";

/** Null: nothing is sent by this one. */
export interface SenderSettings {
  /** What mail comes from where a mail says nothing else. */
  mailFrom: { address: string; name: string | null } | null;
  smtp: Values["SMTP_URL"];
  mailgun: { apiKey: string; domain: string; baseUrl: string } | null;
  twilio: { accountSid: string; authToken: string; from: string; baseUrl: string } | null;
  vonage: { apiKey: string; apiSecret: string; from: string; baseUrl: string } | null;
  apns: { teamId: string; keyId: string; privateKey: string; topic: string; baseUrl: string } | null;
  fcm: Values["FCM_SERVICE_ACCOUNT"];
  webPush: { vapid: { publicKey: string; privateKey: string; subject: string }; hosts: string[] } | null;
}

/** What takes each other: with one of a row, all of it. */
export const SENDERS_TOGETHER = [
  ["MAILGUN_API_KEY", "MAILGUN_DOMAIN", "MAIL_FROM"],
  ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_FROM"],
  ["VONAGE_API_KEY", "VONAGE_API_SECRET", "VONAGE_FROM"],
  ["APNS_TEAM_ID", "APNS_KEY_ID", "APNS_PRIVATE_KEY", "APNS_TOPIC"],
  ["VAPID_PUBLIC_KEY", "VAPID_PRIVATE_KEY", "VAPID_SUBJECT"],
] as const;

export function toSenderSettings(values: Values): SenderSettings {
  return {
    mailFrom: values.MAIL_FROM,
    smtp: values.SMTP_URL,
    mailgun: all({
      apiKey: values.MAILGUN_API_KEY,
      domain: values.MAILGUN_DOMAIN,
      baseUrl: withoutSlash(values.MAILGUN_BASE_URL),
    }),
    twilio: all({
      accountSid: values.TWILIO_ACCOUNT_SID,
      authToken: values.TWILIO_AUTH_TOKEN,
      from: values.TWILIO_FROM,
      baseUrl: withoutSlash(values.TWILIO_BASE_URL),
    }),
    vonage: all({
      apiKey: values.VONAGE_API_KEY,
      apiSecret: values.VONAGE_API_SECRET,
      from: values.VONAGE_FROM,
      baseUrl: withoutSlash(values.VONAGE_BASE_URL),
    }),
    apns: all({
      teamId: values.APNS_TEAM_ID,
      keyId: values.APNS_KEY_ID,
      privateKey: values.APNS_PRIVATE_KEY,
      topic: values.APNS_TOPIC,
      baseUrl: withoutSlash(values.APNS_BASE_URL),
    }),
    fcm: values.FCM_SERVICE_ACCOUNT,
    webPush: toWebPush(values),
  };
}

function toWebPush(values: Values): SenderSettings["webPush"] {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, VAPID_SUBJECT: subject } = values;
  const vapid = all({ publicKey, privateKey, subject });
  return vapid && { vapid, hosts: values.WEB_PUSH_HOSTS };
}

type Given<Settings> = { [Name in keyof Settings]: NonNullable<Settings[Name]> };

/** Null when one of them is. */
function all<Settings extends Record<string, string | null>>(settings: Settings): Given<Settings> | null {
  return Object.values(settings).includes(null) ? null : (settings as Given<Settings>);
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, "");
}
