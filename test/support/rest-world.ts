import pg from "pg";
import { createInProcessRateLimiter } from "../../src/adapters/rate-limiter/in-process/in-process-rate-limiter.ts";
import { insertSession } from "../../src/domain/session/insert-session.ts";
import { getChallenge } from "../../src/domain/session/log-in-challenge.ts";
import { toLoggedIn } from "../../src/domain/session/logged-in.ts";
import type { Clock } from "../../src/domain/shared/clock.ts";
import { createDatabase } from "../../src/domain/shared/database.ts";
import { newId } from "../../src/domain/shared/ids.ts";
import { toLoggedInResource } from "../../src/rest/auth/logged-in.resource.ts";
import { bookingRequest } from "./booking-request.ts";
import { foundClinic, openClinic, type Clinic, type ClinicFacts } from "./clinic.ts";
import { createMovableClock, NOW, type MovableClock } from "./domain-context.ts";
import { createListLog } from "./list-log.ts";
import { TEST_PASSWORD_HASHER } from "./password-hasher.ts";
import {
  startRestApp,
  TEST_RELYING_PARTY,
  TEST_SEALER,
  type Answer,
  type AnswerBody,
  type CallOptions,
  type RestApp,
  type RestAppInput,
} from "./rest-app.ts";
import { createFilledDatabase } from "./test-database.ts";

/** An application over a database of its own, with an organisation and a stranger's, at the instant `NOW`. */
export interface RestWorld {
  app: RestApp;
  clock: MovableClock;
  clinic: Clinic;
  stranger: Clinic;
  /** Calls as the clinic's owner where no other key is given. */
  call: (method: string, path: string, options?: CallOptions) => Promise<Answer>;
  /** Books as the clinic's owner, which must work. */
  book: (eventTypeId: string, startsAt: string, more?: object) => Promise<AnswerBody>;
  /** A new session of the clinic's owner, on a device of this name. */
  logIn: (deviceName?: string) => Promise<AnswerBody>;
  /** Reads the database past the application, on connections that are not the application's. */
  sql: <Row>(text: string, values?: unknown[]) => Promise<Row[]>;
  /** One more application on the same database, as another process would be. */
  startTwin: (options?: Omit<RestAppInput, "connectionString" | "clock">) => Promise<RestApp>;
  close: () => Promise<void>;
}

export async function createRestWorld(): Promise<RestWorld> {
  const database = await createFilledDatabase("clinics", fillWithClinics);
  const { connectionString, facts } = database;
  const clock = createMovableClock(NOW);
  const app = await startRestApp({ connectionString, clock });
  const twins: RestApp[] = [];
  const clinic = openClinic(app.db, clock, facts.clinic);
  return {
    ...callsOf(app, clock, clinic),
    app,
    clock,
    clinic,
    stranger: openClinic(app.db, clock, facts.stranger),
    sql: async <Row>(text: string, values?: unknown[]) => (await database.pool.query(text, values)).rows as Row[],
    async startTwin(options) {
      const twin = await startRestApp({ connectionString, clock, ...options });
      twins.push(twin);
      return twin;
    },
    async close() {
      for (const each of [app, ...twins]) await each.close();
      await database.drop();
    },
  };
}

/** The two organisations, which each world has a copy of. */
async function fillWithClinics(connectionString: string): Promise<Record<"clinic" | "stranger", ClinicFacts>> {
  const pool = new pg.Pool({ connectionString });
  try {
    const found = (name: string) => foundClinic(createDatabase(pool), createMovableClock(NOW), name);
    return { clinic: await found("clinic"), stranger: await found("stranger") };
  } finally {
    await pool.end();
  }
}

/** The same world as another organisation's owner sees it. */
export function seenBy(world: RestWorld, clinic: Clinic): RestWorld {
  return { ...world, ...callsOf(world.app, world.clock, clinic), clinic, stranger: world.clinic };
}

function callsOf(
  app: RestApp,
  clock: Clock,
  { owner, ownerLogIn }: Clinic,
): Pick<RestWorld, "call" | "book" | "logIn"> {
  const call: RestWorld["call"] = (method, path, options) => app.call(method, path, { key: owner.key, ...options });
  const book: RestWorld["book"] = async (eventTypeId, startsAt, more) => {
    const { status, body } = await call("POST", "/v1/bookings", { body: bookingRequest(eventTypeId, startsAt, more) });
    if (status !== 201) throw new Error(`Not booked: ${JSON.stringify(body)}`);
    return body;
  };
  const logIn: RestWorld["logIn"] = async (deviceName) => {
    const { status, body } = await app.call("POST", "/v1/auth/log-in", { body: { ...ownerLogIn, deviceName } });
    if (body.code === "second_factor_required") return openSessionOf(app, clock, body.challengeToken, deviceName);
    if (status !== 200) throw new Error(`Not logged in: ${JSON.stringify(body)}`);
    return body;
  };
  return { call, book, logIn };
}

/** As one who has shown his second factor: past the limits of how often that may be tried. */
async function openSessionOf(
  app: RestApp,
  clock: Clock,
  challengeToken: string,
  deviceName = null as string | null,
): Promise<AnswerBody> {
  const deps = {
    db: app.db,
    clock,
    ids: newId,
    log: createListLog([]),
    sealer: TEST_SEALER,
    passwordHasher: TEST_PASSWORD_HASHER,
    relyingParty: TEST_RELYING_PARTY,
  };
  const request = { requestId: "test", address: null, userAgent: null };
  const ctx = { ...deps, limiter: createInProcessRateLimiter({ clock }), identityProviders: new Map(), request };
  const challenge = await getChallenge(ctx, app.db.prisma, challengeToken);
  const opened = await app.db.transaction((tx) => insertSession(ctx, tx, { ...challenge, deviceName }));
  const loggedIn = await toLoggedIn(ctx, opened.session, challenge.member, opened.refreshToken);
  return toLoggedInResource(loggedIn) as unknown as AnswerBody;
}
