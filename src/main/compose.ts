import type { RequestListener } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { LocalMailer } from "../adapters/mailer/local/local-mailer.ts";
import { createArgon2PasswordHasher } from "../adapters/password-hasher/argon2/argon2-password-hasher.ts";
import type { IntegrationStates } from "../domain/ports/integration-states.ts";
import type { PushOffer } from "../domain/device/push-offer.ts";
import type { PasswordHasher } from "../domain/ports/password-hasher.ts";
import type { Clock } from "../domain/shared/clock.ts";
import { createDatabase, type Database } from "../domain/shared/database.ts";
import { createSealer, type Sealer } from "../domain/shared/sealer.ts";
import { newId, type IdFactory } from "../domain/shared/ids.ts";
import type { Log } from "../domain/shared/log.ts";
import type { DocumentManifest } from "../graphql/documents/persisted-documents.ts";
import { createGraphQLHandler } from "../graphql/handler.ts";
import { createApp } from "../rest/app.ts";
import type { Limits } from "../rest/limits/count-requests.ts";
import { appOriginsOf } from "./app-origins.ts";
import { createBreakers, type Breakers } from "./breakers.ts";
import { cookiesFor } from "./cookies-for.ts";
import type { Config } from "./config.ts";
import { devLogIn } from "./dev-log-in.ts";
import { devMail } from "./dev-mail.ts";
import { prepareDemo } from "./demo.ts";
import { assertSecretGiven, findSecret } from "./find-secret.ts";
import { listen } from "./http-server.ts";
import { createIdentityProviders, type BuiltIdentityProviders } from "./identity-providers.ts";
import { mailFromOf } from "./mail-from-of.ts";
import { relyingPartyOf } from "./relying-party-of.ts";
import { type OpenDatabase, openDatabase } from "./open-database.ts";
import { type OpenRateLimiter, openRateLimiter } from "./open-rate-limiter.ts";
import { installationSecretsOf, RECEIVERS } from "./receivers.ts";
import { readRateLimits } from "./read-rate-limits.ts";
import { readTrustedDocuments } from "./read-trusted-documents.ts";
import { createSenders, type Senders } from "./senders.ts";
import { startWork } from "./start-work.ts";
import { systemClock } from "./system-clock.ts";
import { createWorkSignal, type WorkSignal } from "./work-signal.ts";

/** A server that serves. */
export interface RunningServer {
  baseUrl: string;
  /** What newcomers are told, where there is demo data. */
  startMessage: string | null;
  /** Resolves when it cannot go on: the embedded database has ended. */
  failed: Promise<void>;
  /** Finishes the running requests and jobs within the time allowed, then closes everything. */
  stop(): Promise<void>;
}

/** Builds the server from its parts, in the order in which they need each other. @throws StartError, with nothing left running */
export async function compose(config: Config, log: Log): Promise<RunningServer> {
  const trustedManifest = readTrustedDocuments(config.graphqlTrustedDocuments);
  const { plans, guards } = readRateLimits(config);
  assertSecretGiven(config);
  const http = await listen(config.host, config.port);
  const passwordHasher = createArgon2PasswordHasher();
  let opened: OpenDatabase | undefined;
  let rateLimiter: OpenRateLimiter | undefined;
  let senders: Senders | undefined;
  let stopWork: (() => Promise<void>) | undefined;
  let workSignal: WorkSignal | undefined;
  const stop = async () => {
    const deadline = sleep(config.shutdownTimeoutMs, undefined, { ref: false });
    await Promise.all([http.drain(config.shutdownTimeoutMs), Promise.race([stopWork?.(), deadline])]);
    await workSignal?.close();
    senders?.close();
    rateLimiter?.close();
    await passwordHasher.close();
    await opened?.close();
  };
  try {
    opened = await openDatabase(config, log);
    rateLimiter = await openRateLimiter({ redisUrl: config.redisUrl, clock: systemClock, log });
    const baseUrl = config.publicUrl ?? urlOf(config.host, http.port);
    const db = createDatabase(opened.pool);
    workSignal = createWorkSignal(opened.pool, opened.connectionString, log);
    const message = config.demo
      ? await prepareDemo({ db, log, passwordHasher, dataDir: config.dataDir, baseUrl })
      : null;
    const deps = { db, clock: systemClock, ids: newId, log };
    const limits = { limiter: rateLimiter.limiter, plans, guards };
    const sealer = createSealer(findSecret(config, log));
    const breakers = createBreakers(log);
    senders = createSenders(config, log, breakers);
    const { mailer, smsSender, pushSender, localMailer, webhookSender } = senders;
    const appUrl = config.appUrl ?? baseUrl;
    const proof = { sealer, passwordHasher, ...openIdentityProviders(config, { appUrl, baseUrl, breakers }) };
    http.serve(
      createEdges({
        ...deps,
        ...proof,
        localMailer,
        pushOffer: senders.pushOffer,
        limits,
        trustedManifest,
        config,
        baseUrl,
        isDraining: http.isDraining,
        integrationStates: breakers.states,
        tellOfWork: workSignal.send,
      }),
    );
    if (config.worker)
      stopWork = await startWork(
        {
          ...{ ...deps, mailer, smsSender, pushSender, webhookSender, appUrl, sealer, receivers: RECEIVERS },
          publicUrl: baseUrl,
          mailFrom: mailFromOf(config, baseUrl),
        },
        config,
        workSignal,
      );
    return { baseUrl, startMessage: message, failed: opened.ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface EdgeInput extends BuiltIdentityProviders {
  db: Database;
  clock: Clock;
  ids: IdFactory;
  log: Log;
  sealer: Sealer;
  passwordHasher: PasswordHasher;
  localMailer: LocalMailer | null;
  pushOffer: PushOffer;
  limits: Limits;
  trustedManifest: DocumentManifest | null;
  config: Config;
  baseUrl: string;
  isDraining: () => boolean;
  integrationStates: IntegrationStates;
  tellOfWork: () => void;
}

/** REST at the root, GraphQL beside it. */
function createEdges({ config, baseUrl, localMailer, local, ...deps }: EdgeInput): RequestListener {
  const { bodyLimitBytes, trustProxy, signUp, demo: isDevelopment } = config;
  const pages = { appOrigins: appOriginsOf(config, baseUrl), cookies: cookiesFor(baseUrl) };
  return createApp(
    {
      ...deps,
      ...pages,
      bodyLimitBytes,
      trustProxy,
      signUp,
      relyingParty: relyingPartyOf(config, baseUrl),
      appUrl: config.appUrl ?? baseUrl,
      publicUrl: baseUrl,
      receivers: RECEIVERS,
      installationSecrets: installationSecretsOf(config),
      allowsPlainHttp: config.webhookAllowedNetworks.length > 0,
      isSecure: baseUrl.startsWith("https:"),
    },
    {
      "/graphql": createGraphQLHandler({ ...deps, ...deps.limits, ...pages, bodyLimitBytes, isDevelopment }),
      ...(isDevelopment && localMailer ? { "/dev/mail": devMail(() => localMailer.list()) } : {}),
      ...(local ? { [DEV_LOG_IN]: devLogIn(local) } : {}),
    },
  );
}

const DEV_LOG_IN = "/dev/log-in";

function openIdentityProviders(
  { identityProviders, demo }: Config,
  { appUrl, baseUrl, breakers }: { appUrl: string; baseUrl: string; breakers: Breakers },
) {
  const localPageUrl = demo ? baseUrl + DEV_LOG_IN : null;
  return createIdentityProviders({ settings: identityProviders, appUrl, localPageUrl, breakers });
}

function urlOf(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
