import {
  callbackUrl,
  databaseUrl,
  domain,
  file,
  folder,
  host,
  line,
  networks,
  networksOrWord,
  oneOf,
  origins,
  providerUrl,
  providerUrlOrNone,
  publicUrl,
  redisUrl,
  secret,
  shortText,
  tenant,
  whole,
  wholeOrNone,
  type Parser,
} from "./values.ts";

import {
  contact,
  hosts,
  mailbox,
  p256Key,
  serviceAccount,
  smtpUrl,
  vapidPrivateKey,
  vapidPublicKey,
} from "./sender-values.ts";

/** One environment variable, as `.env.example` shows it. An empty one counts as its default. */
export interface Variable<Value> {
  default: string;
  meaning: string;
  parse: Parser<Value>;
  /** `<NAME>_FILE` may name a file that holds the value instead. */
  secret?: true;
}

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

export const VARIABLES = {
  PORT: { default: "4000", parse: whole(0, 65_535), meaning: "The port that HTTP is served on; 0 takes a free one." },
  HOST: {
    default: "127.0.0.1",
    parse: host,
    meaning: "The address that HTTP is served on; 0.0.0.0 is every IPv4 address of the machine.",
  },
  HOLDFAST_DATA_DIR: {
    default: ".data",
    parse: folder,
    meaning: "The folder of the embedded database and of demo.json. One server uses it at a time.",
  },
  HOLDFAST_SECRET: {
    default: "",
    parse: secret,
    secret: true,
    meaning:
      "What secrets in the database are sealed with; the same for each server, 32 characters or more. Empty: one is made in the data folder with the embedded database; with DATABASE_URL it must be set, but for a demo.",
  },
  DATABASE_URL: {
    default: "",
    parse: databaseUrl,
    secret: true,
    meaning: "A PostgreSQL 16 or newer, as postgresql://user:password@host:5432/name. Empty: the embedded one.",
  },
  DATABASE_POOL_SIZE: {
    default: "10",
    parse: whole(1, 1_000),
    meaning: "The most database connections that one server process opens.",
  },
  DATABASE_STATEMENT_TIMEOUT_MS: {
    default: "10000",
    parse: whole(1, 3_600_000),
    meaning: "The longest that one statement may run before the database ends it.",
  },
  DATABASE_POOL_WAIT_MS: {
    default: "10000",
    parse: whole(1, 600_000),
    meaning: "The longest that a request waits for a free connection before it is answered 503.",
  },
  REDIS_URL: {
    default: "",
    parse: redisUrl,
    secret: true,
    meaning:
      "A Redis 6.2 or newer for rate limits that all servers share and the event stream, as redis://user:password@host:6379/0. Empty: each server has limits of its own, and there is no stream.",
  },
  RATE_LIMITS: {
    default: "",
    parse: file,
    meaning:
      "A JSON file with plans and guards of your own, as docs/rate-limits.md shows it. Empty: the built-in ones, which with demo data leave nothing in the way of trying.",
  },
  GRAPHQL_POINTS_PER_MINUTE: {
    default: "",
    parse: wholeOrNone(1, 1_000_000_000),
    meaning:
      "What the GraphQL queries of one credential may cost in a minute by a plan that does not say. Empty: 1,000,000, and with demo data 1,000,000,000.",
  },
  GRAPHQL_TRUSTED_DOCUMENTS: {
    default: "",
    parse: file,
    meaning: 'A JSON file { "<id>": "<document>" }: GraphQL carries out these documents and no others. Empty: all.',
  },
  LOG_LEVEL: { default: "info", parse: oneOf(...LOG_LEVELS), meaning: `One of ${LOG_LEVELS.join(", ")}.` },
  PUBLIC_URL: {
    default: "",
    parse: publicUrl,
    meaning: "The address that clients use; every link begins with it. Empty: http://HOST:PORT.",
  },
  APP_URL: {
    default: "",
    parse: publicUrl,
    meaning: "The address of the app that people use; links in mail begin with it. Empty: PUBLIC_URL.",
  },
  SIGN_UP: {
    default: "open",
    parse: oneOf("open", "invited"),
    meaning:
      "Who may sign up: open is everybody, who then has an organisation of his own; invited is nobody, all come by invitation.",
  },
  APP_NAME: {
    default: "Holdfast",
    parse: shortText,
    meaning: "What the app is called where people see it: in their authenticator apps and for their passkeys.",
  },
  APP_ORIGINS: {
    default: "",
    parse: origins,
    meaning:
      "Origins of further pages of your own, by commas, such as https://admin.example.com: they may call with any credential, as the pages of APP_URL and PUBLIC_URL may, and use its passkeys, as Android apps may by android:apk-key-hash:...",
  },
  SOCIAL_CALLBACK_URL: {
    default: "",
    parse: callbackUrl,
    meaning:
      "Where Google, Microsoft, GitHub and others send people back to; each has its own word put after it, such as /google. Empty: /auth/callback of APP_URL.",
  },
  GOOGLE_CLIENT_ID: {
    default: "",
    parse: line,
    meaning: "What Google knows this server by. Empty: no log-in with Google.",
  },
  GOOGLE_CLIENT_SECRET: { default: "", parse: line, secret: true, meaning: "The secret that Google gave with it." },
  GOOGLE_ISSUER: { default: "https://accounts.google.com", parse: providerUrl, meaning: "Google, but in tests." },
  MICROSOFT_CLIENT_ID: {
    default: "",
    parse: line,
    meaning: "What Microsoft Entra ID knows this server by. Empty: no log-in with Microsoft.",
  },
  MICROSOFT_CLIENT_SECRET: {
    default: "",
    parse: line,
    secret: true,
    meaning: "The secret that Microsoft gave with it.",
  },
  MICROSOFT_TENANT: {
    default: "common",
    parse: tenant,
    meaning:
      "Whose Microsoft accounts get in: common is everybody's, organizations those of work and school, consumers personal ones, a tenant's identifier or domain its own.",
  },
  MICROSOFT_BASE_URL: {
    default: "https://login.microsoftonline.com",
    parse: providerUrl,
    meaning: "Microsoft Entra ID, but in national clouds, which take one tenant only, and in tests.",
  },
  GITHUB_CLIENT_ID: {
    default: "",
    parse: line,
    meaning: "What GitHub knows this server by. Empty: no log-in with GitHub.",
  },
  GITHUB_CLIENT_SECRET: { default: "", parse: line, secret: true, meaning: "The secret that GitHub gave with it." },
  GITHUB_BASE_URL: {
    default: "https://github.com",
    parse: providerUrl,
    meaning: "GitHub, or a GitHub Enterprise Server.",
  },
  GITHUB_API_URL: {
    default: "https://api.github.com",
    parse: providerUrl,
    meaning: "GitHub's own interface; that of a GitHub Enterprise Server ends in /api/v3.",
  },
  OPENID_ISSUER: {
    default: "",
    parse: providerUrlOrNone,
    meaning: "One more provider of OpenID Connect, by its issuer, letter by letter. Empty: none.",
  },
  OPENID_CLIENT_ID: { default: "", parse: line, meaning: "What that provider knows this server by." },
  OPENID_CLIENT_SECRET: { default: "", parse: line, secret: true, meaning: "The secret that it gave with it." },
  OPENID_NAME: { default: "OpenID", parse: line, meaning: "What people know that provider as." },
  MAIL_FROM: {
    default: "",
    parse: mailbox,
    meaning:
      "What mail comes from, such as Clinic <bookings@example.com>; its domain must let the provider send for it. It must be set with a provider of mail.",
  },
  SMTP_URL: {
    default: "",
    parse: smtpUrl,
    secret: true,
    meaning:
      "A server that takes our mail, as smtp://user:password@host:587 (STARTTLS) or smtps://host:465. With ?tls=optional mail goes to one without TLS too. Empty: none.",
  },
  MAILGUN_API_KEY: {
    default: "",
    parse: line,
    secret: true,
    meaning: "A sending key of Mailgun's. With SMTP_URL too, Mailgun sends what that server cannot. Empty: none.",
  },
  MAILGUN_DOMAIN: { default: "", parse: domain, meaning: "The sending domain, as Mailgun knows it." },
  MAILGUN_BASE_URL: {
    default: "https://api.mailgun.net",
    parse: providerUrl,
    meaning: "Mailgun; for domains of its European region https://api.eu.mailgun.net.",
  },
  MAILGUN_WEBHOOK_SIGNING_KEY: {
    default: "",
    parse: line,
    secret: true,
    meaning:
      "What Mailgun signs by when it tells what became of mail, to /v1/receivers/mailgun/installation of PUBLIC_URL. Empty: nothing is taken there.",
  },
  TWILIO_ACCOUNT_SID: {
    default: "",
    parse: line,
    meaning: "What Twilio knows this server by; it sends text messages. Empty: none.",
  },
  TWILIO_AUTH_TOKEN: { default: "", parse: line, secret: true, meaning: "The token that Twilio gave with it." },
  TWILIO_FROM: {
    default: "",
    parse: line,
    meaning: "The number that text messages come from, such as +15551234567, or a messaging service (MG...).",
  },
  TWILIO_BASE_URL: {
    default: "https://api.twilio.com",
    parse: providerUrl,
    meaning: "Twilio, or one of its regions, such as https://api.dublin.ie1.twilio.com.",
  },
  VONAGE_API_KEY: {
    default: "",
    parse: line,
    meaning:
      "What Vonage knows this server by; it sends text messages. With Twilio too, Vonage sends what Twilio cannot. Empty: none.",
  },
  VONAGE_API_SECRET: { default: "", parse: line, secret: true, meaning: "The secret that Vonage gave with it." },
  VONAGE_FROM: {
    default: "",
    parse: line,
    meaning: "The number that text messages come from, or a name of 11 letters and digits at most.",
  },
  VONAGE_BASE_URL: { default: "https://rest.nexmo.com", parse: providerUrl, meaning: "Vonage's SMS API." },
  APNS_TEAM_ID: {
    default: "",
    parse: line,
    meaning: "The team that Apple knows the app's makers by; notifications go to the app. Empty: none.",
  },
  APNS_KEY_ID: { default: "", parse: line, meaning: "Apple's name for the key." },
  APNS_PRIVATE_KEY: {
    default: "",
    parse: p256Key,
    secret: true,
    meaning: "The key itself, the text of the .p8 file.",
  },
  APNS_TOPIC: { default: "", parse: line, meaning: "The app's bundle identifier." },
  APNS_BASE_URL: {
    default: "https://api.push.apple.com",
    parse: providerUrl,
    meaning: "Apple; for apps under development https://api.sandbox.push.apple.com.",
  },
  FCM_SERVICE_ACCOUNT: {
    default: "",
    parse: serviceAccount,
    secret: true,
    meaning:
      "The JSON of a Google Cloud service account that may send by Firebase Cloud Messaging; notifications go to its project's apps. Empty: none.",
  },
  VAPID_PUBLIC_KEY: {
    default: "",
    parse: vapidPublicKey,
    meaning: "What browsers subscribe with, 65 bytes in base64url; notifications go to pages. Empty: none.",
  },
  VAPID_PRIVATE_KEY: {
    default: "",
    parse: vapidPrivateKey,
    secret: true,
    meaning: "The private half of it, 32 bytes in base64url.",
  },
  VAPID_SUBJECT: {
    default: "",
    parse: contact,
    meaning: "How a push service reaches whoever runs this server: mailto:ops@example.com, or an https:// address.",
  },
  WEB_PUSH_HOSTS: {
    default: "fcm.googleapis.com,.push.services.mozilla.com,.push.apple.com,.notify.windows.com",
    parse: hosts,
    meaning:
      "The push services that are called, by commas; one that begins with a dot stands for all below it. A browser names its own, so whatever else is named is refused.",
  },
  PASSKEY_DOMAIN: {
    default: "",
    parse: domain,
    meaning:
      "The host name that passkeys belong to, for ever: that of the app or one above it, so that they work for all below. Empty: that of APP_URL.",
  },
  TRUST_PROXY: {
    default: "",
    parse: networks,
    meaning: "Addresses or networks, by commas, of the proxies whose X-Forwarded-* headers count. Empty: none.",
  },
  WEBHOOK_ALLOWED_NETWORKS: {
    default: "auto",
    parse: networksOrWord,
    meaning:
      "Networks of your own that webhooks may be sent into, by http too, by commas, such as 10.1.0.0/16. All else must be a public address, by https. auto is this machine with demo data and otherwise none; none is none.",
  },
  HOLDFAST_WORKER: {
    default: "on",
    parse: oneOf("on", "off"),
    meaning:
      "Whether a server also hands events on and does jobs. Off: only processes of dist/main/worker.js do, of which there must be one.",
  },
  JOB_CONCURRENCY: {
    default: "20",
    parse: whole(1, 1_000),
    meaning: "The most jobs that one process works on at once.",
  },
  JOB_LEASE_MS: {
    default: "15000",
    parse: whole(100, 60_000),
    meaning: "How long a job waits for a worker that has died with it before another one takes it.",
  },
  EVENT_RETENTION_DAYS: {
    default: "30",
    parse: whole(1, 3_650),
    meaning:
      "For how many days events that were handed on, and those that came in, are kept, to be read and sent again.",
  },
  EVENT_STREAM_LENGTH: {
    default: "10000",
    parse: whole(0, 10_000_000),
    meaning:
      "About how many of the newest events Redis keeps for other services to read (docs/event-stream.md), where there is a REDIS_URL. 0: none.",
  },
  SHUTDOWN_TIMEOUT_MS: {
    // With the end of the pool and PostgreSQL's own, which come after, it stays under 10 s.
    default: "8000",
    parse: whole(0, 600_000),
    meaning: "The longest that running requests and jobs are waited for after SIGTERM.",
  },
  BODY_LIMIT_BYTES: {
    default: "262144",
    parse: whole(1_024, 104_857_600),
    meaning: "The largest request body that is read.",
  },
  HOLDFAST_DEMO: {
    default: "auto",
    parse: oneOf("auto", "on", "off"),
    meaning:
      "A demo organisation on the first start: on, off, or auto (with the embedded database on a loopback host).",
  },
} as const satisfies Record<string, Variable<unknown>>;

export type VariableName = keyof typeof VARIABLES;
export type Values = { [Name in VariableName]: ReturnType<(typeof VARIABLES)[Name]["parse"]> };
