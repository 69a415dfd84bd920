import { Agent, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import type { Clock } from "../../src/domain/shared/clock.ts";
import { createDatabase, type Database } from "../../src/domain/shared/database.ts";
import type { PushOffer } from "../../src/domain/device/push-offer.ts";
import type { IdentityProviders } from "../../src/domain/ports/identity-provider.ts";
import type { RelyingParty } from "../../src/domain/passkey/relying-party.ts";
import type { Log } from "../../src/domain/shared/log.ts";
import { createSealer } from "../../src/domain/shared/sealer.ts";
import { newId } from "../../src/domain/shared/ids.ts";
import { OPERATIONS, type ContractOperation, type OperationId } from "../../src/generated/contract-operations.ts";
import { createLocalProvider, type LocalProvider } from "../../src/adapters/identity-provider/local/local-provider.ts";
import { createInProcessRateLimiter } from "../../src/adapters/rate-limiter/in-process/in-process-rate-limiter.ts";
import type { DocumentManifest } from "../../src/graphql/documents/persisted-documents.ts";
import { createGraphQLHandler } from "../../src/graphql/handler.ts";
import { parseConfig } from "../../src/main/config.ts";
import { createPool } from "../../src/main/database-pool.ts";
import { RECEIVERS } from "../../src/main/receivers.ts";
import { readRateLimits } from "../../src/main/read-rate-limits.ts";
import { SECURE_COOKIES, type SessionCookies } from "../../src/http/session-cookies.ts";
import { createApp } from "../../src/rest/app.ts";
import type { Limits } from "../../src/rest/limits/count-requests.ts";
import { assertAnswerFitsContract } from "./contract-response.ts";
import type { LogLine } from "./domain-context.ts";
import { REDIRECT_URI } from "./identity-providers/redirect-uri.ts";
import { send } from "./http-client.ts";
import { createListLog } from "./list-log.ts";
import { TEST_PASSWORD_HASHER } from "./password-hasher.ts";

/** The HTTP application on a loopback port, as src/main/compose.ts puts it together, with a clock that the test holds. */
export interface RestApp {
  baseUrl: string;
  db: Database;
  /** The application's own connections: what is taken of them is missing in it. */
  pool: pg.Pool;
  logged: LogLine[];
  /** Takes anybody for whom he says he is. */
  localProvider: LocalProvider;
  /** Holds every answer against the contract, unless told not to. */
  call: (method: string, path: string, options?: CallOptions) => Promise<Answer>;
  close: () => Promise<void>;
}

/** As benches and fuzzers have it, too. */
const UNLIMITED = {
  ...parseConfig({}),
  rateLimits: fileURLToPath(new URL("unlimited.json", import.meta.url)),
};

/** As clients know it; nobody is asked there. */
export const PUBLIC_URL = "https://api.example";
/** Of the app's own pages. */
export const APP_ORIGIN = "https://app.example";
/** Whom the passkeys of the tests are for. */
export const TEST_RELYING_PARTY: RelyingParty = {
  id: "clinic.example",
  name: "Holdfast",
  origins: ["https://app.clinic.example", "https://desk.clinic.example"],
};

/** To what the servers of the tests push. */
const TEST_PUSH_OFFER: PushOffer = {
  kinds: new Set(["apns", "fcm", "web_push"]),
  applicationServerKey: "BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM",
};

/** All processes of a test share its secret. */
export const TEST_SEALER = createSealer("the secret of the tests");

const PATTERNS = (Object.keys(OPERATIONS) as OperationId[]).map((id) => ({ id, pattern: patternOf(OPERATIONS[id]) }));

export interface CallOptions {
  /** A string is sent as it is, all else as JSON. */
  body?: unknown;
  /** Null: no credential. */
  key?: string | null;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  /** By lower-case name. */
  headers: Record<string, string | undefined>;
  text: string;
  body: AnswerBody;
}

/** What tests read of bodies by name; each has what the contract gives it, which was checked before. Empty where there is none. */
export interface AnswerBody {
  id: string;
  status: string | number;
  version: number;
  createdAt: string;
  revokedAt: string | null;
  memberId: string;
  startsAt: string;
  endsAt: string;
  hostIds: string[];
  resourceIds: string[];
  conflicts: string[];
  groupSessionId: string | null;
  resources: object[];
  attendees: { id: string; email: string; name: string | null }[];
  pendingReasons: string[];
  title: string;
  slug: string;
  secret: string | null;
  token: string | null;
  url: string | null;
  code: string;
  detail: string;
  requestId: string;
  reason?: string;
  errors: { pointer: string; message: string }[];
  alternatives: { startsAt: string; endsAt: string }[];
  days: {
    date: string;
    slots: { startsAt: string; endsAt: string; hostIds?: string[]; seatsLeft?: number }[];
    unavailable: { startsAt: string; reason?: string }[];
  }[];
  history: { action: string; actorId: string; reason: string | null; changes: Record<string, unknown[]> | null }[];
  eventType: AnswerBody;
  accessToken: string;
  challengeToken: string;
  factors: string[];
  otpauthUri: string | null;
  recoveryCodes: string[] | null;
  retryAfterSeconds?: number;
  refreshToken: string;
  csrfToken?: string;
  loggedIn: AnswerBody | null;
  session: AnswerBody;
  name: string | null;
  current: boolean;
  passkeys: number;
  organisations: { id: string }[];
  authorisationUrl: string;
  flowToken: string;
  signUpToken: string;
  expiresAt: string;
  returnTo: string | null;
  data: AnswerBody[];
  page: { nextCursor: string | null; hasMore: boolean };
}

export interface RestAppInput {
  connectionString: string;
  clock: Clock;
  /** As in production when left out. */
  poolSize?: number;
  /** How long a request waits for a connection; as in production when left out. */
  poolWaitMs?: number;
  /** As in production when left out. */
  isDevelopment?: boolean;
  /** As Express takes it; none when left out. */
  trustProxy?: string;
  /** More than any test spends when left out. */
  limits?: Partial<Limits>;
  /** All documents are taken when left out. */
  trustedManifest?: DocumentManifest;
  /** `open` when left out. */
  signUp?: "open" | "invited";
  /** Beside the local one. */
  identityProviders?: IdentityProviders;
  /** `PUBLIC_URL` when left out. */
  publicUrl?: string;
  /** None when left out. */
  installationSecrets?: ReadonlyMap<string, readonly string[]>;
  /** Those of https when left out. */
  cookies?: SessionCookies;
  /** False when left out. */
  allowsPlainHttp?: boolean;
  /** To every kind when left out. */
  pushOffer?: PushOffer;
  /** In place of the list `logged`. */
  log?: Log;
}

export async function startRestApp({
  connectionString,
  clock,
  poolSize,
  poolWaitMs,
  isDevelopment = false,
  trustProxy,
  limits: ownLimits,
  trustedManifest,
  signUp = "open",
  identityProviders = new Map(),
  publicUrl = PUBLIC_URL,
  installationSecrets = new Map(),
  cookies = SECURE_COOKIES,
  allowsPlainHttp = false,
  pushOffer,
  log: ownLog,
}: RestAppInput): Promise<RestApp> {
  const defaults = parseConfig({});
  const config = {
    ...defaults,
    databasePoolSize: poolSize ?? defaults.databasePoolSize,
    databasePoolWaitMs: poolWaitMs ?? defaults.databasePoolWaitMs,
  };
  const localProvider = createLocalProvider({ pageUrl: "http://127.0.0.1/dev/log-in", redirectUri: REDIRECT_URI });
  const logged: LogLine[] = [];
  const log = ownLog ?? createListLog(logged);
  const pool = createPool(connectionString, config, log);
  const db = createDatabase(pool);
  const deps = { db, clock, ids: newId, log, sealer: TEST_SEALER };
  const limits = { limiter: createInProcessRateLimiter({ clock }), ...readRateLimits(UNLIMITED), ...ownLimits };
  const { bodyLimitBytes } = config;
  const gateway = { ...limits, limits, bodyLimitBytes, isDevelopment, trustedManifest };
  const pages = { appOrigins: new Set([APP_ORIGIN]), cookies };
  const graphql = createGraphQLHandler({ ...deps, ...gateway, ...pages });
  const app = createApp(
    {
      ...deps,
      sealer: TEST_SEALER,
      passwordHasher: TEST_PASSWORD_HASHER,
      signUp,
      identityProviders: new Map([["local", localProvider], ...identityProviders]),
      limits,
      relyingParty: TEST_RELYING_PARTY,
      bodyLimitBytes,
      trustProxy: trustProxy ?? config.trustProxy,
      appUrl: APP_ORIGIN,
      publicUrl,
      receivers: RECEIVERS,
      installationSecrets,
      allowsPlainHttp,
      pushOffer: pushOffer ?? TEST_PUSH_OFFER,
      ...pages,
      isSecure: false,
      isDraining: () => false,
      integrationStates: () => ({}),
      tellOfWork: () => undefined,
    },
    { "/graphql": graphql },
  );
  const server = createServer({ keepAliveTimeout: 65_000 }, app);
  await new Promise<void>((resolve) => server.listen({ host: "127.0.0.1", port: 0, backlog: 2_048 }, resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const agent = new Agent({ keepAlive: true });
  return {
    baseUrl,
    db,
    pool,
    logged,
    localProvider,
    call: (method, path, options = {}) => call({ baseUrl, agent }, method, path, options),
    async close() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await pool.end();
    },
  };
}

async function call(
  { baseUrl, agent }: { baseUrl: string; agent: Agent },
  method: string,
  path: string,
  { body, key = null, headers }: CallOptions,
): Promise<Answer> {
  const answer = await send(baseUrl, agent, {
    method,
    path,
    headers: {
      ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    body: body === undefined || typeof body === "string" ? body : JSON.stringify(body),
  });
  const isJson = /json/.test(answer.headers["content-type"] ?? "") && answer.text !== "";
  const parsed: unknown = isJson ? JSON.parse(answer.text) : undefined;
  const operationId = method === "HEAD" || method === "OPTIONS" ? undefined : operationAt(method, path.split("?")[0]!);
  if (operationId !== undefined) assertAnswerFitsContract(operationId, answer.status, answer.headers, parsed);
  return { ...answer, body: (parsed ?? {}) as AnswerBody };
}

/** The operation that answers there; where the path has none for this method, one of its others stands in: 405 is theirs. */
function operationAt(method: string, path: string): OperationId | undefined {
  const there = PATTERNS.filter(({ pattern }) => pattern.test(path)).map(({ id }) => id);
  return there.find((id) => OPERATIONS[id].method === method) ?? there[0];
}

function patternOf({ path }: ContractOperation): RegExp {
  return new RegExp(`^${path.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "[^/]+")}/?$`);
}
