import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { writeFileSync } from "node:fs";
import { Agent } from "node:http";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { bookingRequest } from "../support/booking-request.ts";
import { send, type HttpAnswer } from "../support/http-client.ts";
import { hasRedisServer, startRedisServer, type RedisServer } from "../support/redis-server.ts";
import { createBareDatabase, type TestDatabase } from "../support/test-database.ts";
import { makeDataDir, removeDataDir, startServer, type JourneyServer } from "./journey-server.ts";

const AWAY = /"level":"warn".*Redis does not answer/;
const BACK = /Redis answers again/;
const VIEWER = "{ viewer { organisation { name } } }";

/** What a revocation may take to reach another process. */
const REVOKED_MS = 5_000;
/** One comes back in 36 s: none while a test counts. */
const REQUESTS_PER_HOUR = 100;
const POINTS_PER_MINUTE = 60;
const FAILED_LOG_INS = 8;

const describeWithRedis = hasRedisServer() ? describe : describe.skip;

describeWithRedis("two server processes with one database and one Redis", () => {
  let redis: RedisServer;
  let database: TestDatabase;
  let dataDirs: string[];
  let servers: JourneyServer[];
  const agent = new Agent({ keepAlive: true });

  beforeAll(async () => {
    redis = await startRedisServer();
    database = await createBareDatabase();
    dataDirs = [makeDataDir(), makeDataDir()];
    const limits = path.join(path.dirname(dataDirs[0]!), "limits.json");
    const standard = { requestsPerHour: REQUESTS_PER_HOUR, graphqlPointsPerMinute: POINTS_PER_MINUTE };
    writeFileSync(limits, JSON.stringify({ plans: { standard }, guards: { "log-in-device": FAILED_LOG_INS } }));
    const environment = {
      DATABASE_URL: database.connectionString,
      REDIS_URL: redis.url,
      RATE_LIMITS: limits,
      HOLDFAST_DEMO: "on",
      HOLDFAST_SECRET: "a secret that both servers share",
    };
    servers = [await startServer(dataDirs[0]!, environment)];
    servers.push(await startServer(dataDirs[1]!, environment));
  });

  afterAll(async () => {
    agent.destroy();
    for (const { process } of servers) await process.end("SIGKILL");
    for (const dataDir of dataDirs) removeDataDir(dataDir);
    await database.drop();
    await redis.remove();
  });

  const one = () => servers[0]!;
  const two = () => servers[1]!;

  function call(server: JourneyServer, method: string, target: string, key: string | null, body?: object) {
    const headers = {
      ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    };
    return send(server.baseUrl, agent, {
      method,
      path: target,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  /** What the tests read of bodies. */
  interface Body {
    id: string;
    secret: string;
    accessToken: string;
    days: { slots: { startsAt: string }[] }[];
    extensions: { cost: { requested: number } };
  }

  const parsed = ({ text }: HttpAnswer) => JSON.parse(text) as Body;

  async function newKey(): Promise<{ id: string; key: string }> {
    const made = await call(one(), "POST", "/v1/api-keys", one().demo.apiKey, { name: "Another" });
    const { id, secret } = parsed(made);
    return { id, key: secret };
  }

  const logIn = (server: JourneyServer, password: string) =>
    call(server, "POST", "/v1/auth/log-in", null, { email: one().demo.ownerEmail, password });

  /** Sends so many at once, by turns to both, and counts the statuses. */
  async function countBoth(count: number, ask: (server: JourneyServer) => Promise<HttpAnswer>) {
    const answers = await Promise.all(Array.from({ length: count }, (_, index) => ask(servers[index % 2]!)));
    const counted: Record<number, number> = {};
    for (const { status } of answers) counted[status] = (counted[status] ?? 0) + 1;
    return counted;
  }

  /** Books the next time that is free there. */
  async function book(server: JourneyServer): Promise<number> {
    const from = new Date();
    const to = new Date(from.getTime() + 14 * 86_400_000);
    const eventTypeId = one().demo.eventTypes[0]!.id;
    const range = `from=${from.toISOString()}&to=${to.toISOString()}&timeZone=UTC`;
    const { demo } = one();
    const found = await call(server, "GET", `/v1/availability?eventTypeId=${eventTypeId}&${range}`, demo.apiKey);
    const { days } = parsed(found);
    const { startsAt } = days.flatMap(({ slots }) => slots)[0]!;
    const body = bookingRequest(eventTypeId, startsAt, { clientCreatedAt: from.toISOString() });
    return (await call(server, "POST", "/v1/bookings", demo.apiKey, body)).status;
  }

  async function untilRefused(ask: () => Promise<number>): Promise<number> {
    const start = performance.now();
    while ((await ask()) !== 401) {
      if (performance.now() - start > REVOKED_MS + 1_000) throw new Error("It was still accepted.");
      await sleep(100);
    }
    return performance.now() - start;
  }

  test("a key that was revoked in one is dead in the other within five seconds", async () => {
    const { id, key } = await newKey();
    const ask = async () => (await call(two(), "GET", "/v1/members", key)).status;
    expect(await ask()).toBe(200);
    expect((await call(one(), "DELETE", `/v1/api-keys/${id}`, one().demo.apiKey)).status).toBe(200);
    await untilRefused(ask);
  });

  test("a session that was ended in one is dead in the other within five seconds", async () => {
    // The second start has given the owner of the demo a new one.
    const opened = await logIn(one(), two().demo.ownerPassword);
    const { accessToken } = parsed(opened);
    const ask = async () => (await call(two(), "GET", "/v1/me", accessToken)).status;
    expect(await ask()).toBe(200);
    expect((await call(one(), "POST", "/v1/auth/log-out", accessToken)).status).toBe(204);
    await untilRefused(ask);
  });

  test("a limit of N requests is N over both, however they are spread", async () => {
    const { key } = await newKey();
    const counted = await countBoth(REQUESTS_PER_HOUR + 60, (server) => call(server, "GET", "/v1/event-types", key));
    expect(counted).toEqual({ 200: REQUESTS_PER_HOUR, 429: 60 });
  });

  test("so is one of points, which come back at one a second", async () => {
    const { key } = await newKey();
    const start = performance.now();
    const ask = (server: JourneyServer) => call(server, "POST", "/graphql", key, { query: VIEWER });
    const price = parsed(await ask(one())).extensions.cost.requested;
    const counted = await countBoth(60, ask);
    const spent = (counted[200]! + 1) * price;
    expect(spent).toBeGreaterThan(POINTS_PER_MINUTE - price);
    expect(spent).toBeLessThanOrEqual(POINTS_PER_MINUTE + (performance.now() - start) / 1_000);
  });

  test("wrong passwords are counted over both", async () => {
    const counted = await countBoth(FAILED_LOG_INS + 8, (server) => logIn(server, "not the password"));
    expect(counted).toEqual({ 401: FAILED_LOG_INS, 429: 8 });
  });

  test("Redis that is killed: both go on booking, log-ins stay limited by each, and are counted together again when it is back", async () => {
    await redis.stop();
    await Promise.all(servers.map(({ process }) => process.said(AWAY)));
    for (const server of servers) {
      expect(await book(server)).toBe(201);
      const statuses = [];
      for (let attempt = 0; attempt <= FAILED_LOG_INS; attempt++)
        statuses.push((await logIn(server, "not the password")).status);
      expect(statuses).toEqual([...Array<number>(FAILED_LOG_INS).fill(401), 429]);
    }

    await redis.start();
    await Promise.all(servers.map(({ process }) => process.said(BACK)));
    const { key } = await newKey();
    const counted = await countBoth(REQUESTS_PER_HOUR + 20, (server) => call(server, "GET", "/v1/event-types", key));
    expect(counted).toEqual({ 200: REQUESTS_PER_HOUR, 429: 20 });
    for (const server of servers) {
      expect(await book(server)).toBe(201);
      expect(server.process.output().stdout.match(new RegExp(AWAY, "g"))).toHaveLength(1);
      expect(server.process.output().stderr).toBe("");
    }
  });
});
