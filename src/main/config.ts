import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { toIdentityProviderSettings, type IdentityProviderSettings } from "./config/identity-providers.ts";
import { missingVariables } from "./config/missing-variables.ts";
import { toSenderSettings, type SenderSettings } from "./config/senders.ts";
import { isLoopback } from "./config/values.ts";
import { type Values, type Variable, VARIABLES } from "./config/variables.ts";
import { StartError } from "./start-error.ts";

/** What the environment decides. */
export interface Config {
  port: number;
  host: string;
  /** Absolute. */
  dataDir: string;
  /** Null: one that is made. */
  secret: string | null;
  /** Null: the embedded PostgreSQL in the data folder. */
  databaseUrl: string | null;
  databasePoolSize: number;
  databaseStatementTimeoutMs: number;
  databasePoolWaitMs: number;
  /** Null: each server counts for itself. */
  redisUrl: string | null;
  /** The file with plans and guards of one's own. Null: the built-in ones. */
  rateLimits: string | null;
  /** Of each credential by the standard plan. Null: what the plan says. */
  graphqlPointsPerMinute: number | null;
  /** The file that lists the only documents that are carried out. Null: all are. */
  graphqlTrustedDocuments: string | null;
  logLevel: Values["LOG_LEVEL"];
  /** Without a slash at the end. Null: the address that HTTP is served on. */
  publicUrl: string | null;
  /** Without a slash at the end. Null: the public address. */
  appUrl: string | null;
  /** Whether strangers may sign up, or come by invitation only. */
  signUp: Values["SIGN_UP"];
  /** What the app is called where people see it. */
  appName: string;
  /** Beside those of the app's and the public address. */
  appOrigins: string[];
  /** Whom people can log in with. */
  identityProviders: IdentityProviderSettings;
  /** By whom mail, text messages and notifications go out. */
  senders: SenderSettings;
  /** Null: Mailgun tells us nothing. */
  mailgunSigningKey: string | null;
  /** Null: the host of the app. */
  passkeyDomain: string | null;
  /** Express's `trust proxy`. Null: no forwarded address counts. */
  trustProxy: string | null;
  /** Networks that webhooks may be sent into beside public addresses. */
  webhookAllowedNetworks: string[];
  /** Whether a server works on events and jobs too. */
  worker: boolean;
  jobConcurrency: number;
  jobLeaseMs: number;
  eventRetentionDays: number;
  /** 0: there is no event stream. */
  eventStreamLength: number;
  shutdownTimeoutMs: number;
  bodyLimitBytes: number;
  /** Demo data and developer's pages exist with the embedded database on a loopback host, or when asked for by name. */
  demo: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Adds what `.env` in the working directory says to the environment, which goes before it. */
export function loadEnvFile(): void {
  if (!existsSync(".env")) return;
  try {
    process.loadEnvFile();
  } catch (cause) {
    throw new StartError(`Cannot read ${path.resolve(".env")} (${(cause as NodeJS.ErrnoException).code}).`, { cause });
  }
}

/** @throws StartError with one line for each bad value */
export function parseConfig(environment: Environment): Config {
  const problems: string[] = [];
  const entries = Object.entries<Variable<unknown>>(VARIABLES).map(([name, variable]) => {
    try {
      return [name, variable.parse(textOf(environment, name, variable))];
    } catch (error) {
      problems.push(`${name} must be ${(error as Error).message}.`);
      return [name, undefined];
    }
  });
  const values = Object.fromEntries(entries) as Values;
  problems.push(...missingVariables(values));
  if (problems.length > 0) throw new StartError(problems.join("\n"));
  return toConfig(values);
}

/** Variables that look like ours but are not: one line each. */
export function unknownVariables(environment: Environment): string[] {
  const known = Object.entries<Variable<unknown>>(VARIABLES).flatMap(([name, { secret }]) =>
    secret ? [name, `${name}_FILE`] : [name],
  );
  const unknown = Object.keys(environment).filter((name) => name.startsWith("HOLDFAST_") && !known.includes(name));
  return unknown.map((name) => `${name} is set, but Holdfast knows no such variable.`);
}

function textOf(environment: Environment, name: string, variable: Variable<unknown>): string {
  const text = environment[name] ?? "";
  const file = (variable.secret && environment[`${name}_FILE`]) ?? "";
  if (file === "") return text === "" ? variable.default : text;
  if (text !== "") throw new Error(`given once, but ${name}_FILE is set too`);
  try {
    return readFileSync(file, "utf8").trim();
  } catch (cause) {
    throw new Error(`readable: ${name}_FILE names ${file} (${(cause as NodeJS.ErrnoException).code})`, { cause });
  }
}

function toConfig(values: Values): Config {
  const isLocal = values.DATABASE_URL === null && isLoopback(values.HOST);
  const demo = values.HOLDFAST_DEMO === "on" || (values.HOLDFAST_DEMO === "auto" && isLocal);
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: path.resolve(values.HOLDFAST_DATA_DIR),
    secret: values.HOLDFAST_SECRET,
    databaseUrl: values.DATABASE_URL,
    databasePoolSize: values.DATABASE_POOL_SIZE,
    databaseStatementTimeoutMs: values.DATABASE_STATEMENT_TIMEOUT_MS,
    databasePoolWaitMs: values.DATABASE_POOL_WAIT_MS,
    redisUrl: values.REDIS_URL,
    rateLimits: values.RATE_LIMITS,
    graphqlPointsPerMinute: values.GRAPHQL_POINTS_PER_MINUTE,
    graphqlTrustedDocuments: values.GRAPHQL_TRUSTED_DOCUMENTS,
    logLevel: values.LOG_LEVEL,
    publicUrl: values.PUBLIC_URL,
    appUrl: values.APP_URL,
    signUp: values.SIGN_UP,
    appName: values.APP_NAME,
    appOrigins: values.APP_ORIGINS,
    identityProviders: toIdentityProviderSettings(values),
    senders: toSenderSettings(values),
    mailgunSigningKey: values.MAILGUN_WEBHOOK_SIGNING_KEY,
    passkeyDomain: values.PASSKEY_DOMAIN,
    trustProxy: values.TRUST_PROXY,
    webhookAllowedNetworks: toNetworks(values.WEBHOOK_ALLOWED_NETWORKS, demo),
    worker: values.HOLDFAST_WORKER === "on",
    jobConcurrency: values.JOB_CONCURRENCY,
    jobLeaseMs: values.JOB_LEASE_MS,
    eventRetentionDays: values.EVENT_RETENTION_DAYS,
    eventStreamLength: values.EVENT_STREAM_LENGTH,
    shutdownTimeoutMs: values.SHUTDOWN_TIMEOUT_MS,
    bodyLimitBytes: values.BODY_LIMIT_BYTES,
    demo,
  };
}

const LOOPBACK = ["127.0.0.0/8", "::1/128"];

function toNetworks(networks: Values["WEBHOOK_ALLOWED_NETWORKS"], demo: boolean): string[] {
  if (networks !== "auto") return networks;
  return demo ? LOOPBACK : [];
}
