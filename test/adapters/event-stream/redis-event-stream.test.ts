import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { Redis } from "ioredis";
import { setTimeout as sleep } from "node:timers/promises";
import { createRedisEventStream } from "../../../src/adapters/event-stream/redis/redis-event-stream.ts";
import type { EventStream } from "../../../src/domain/ports/event-stream.ts";
import { publishEvents } from "../../../src/domain/outbox/publish-events.ts";
import { createDatabase, type Database } from "../../../src/domain/shared/database.ts";
import { startPublisher } from "../../../src/jobs/publish.ts";
import { createRedis } from "../../../src/main/create-redis.ts";
import type { LogLine } from "../../support/domain-context.ts";
import { createListLog } from "../../support/list-log.ts";
import { hasRedisServer, startRedisServer, type RedisServer } from "../../support/redis-server.ts";
import { createTestDatabase, type TestDatabase } from "../../support/test-database.ts";

const KEY = "events";
const LENGTH = 1_000;

const describeWithRedis = hasRedisServer() ? describe : describe.skip;

describeWithRedis("the event stream in a real Redis", () => {
  let server: RedisServer;
  let database: TestDatabase;
  let db: Database;
  let redis: Redis;
  let stream: EventStream;

  beforeAll(async () => {
    [server, database] = [await startRedisServer(), await createTestDatabase()];
    db = createDatabase(database.pool);
    redis = new Redis(server.url);
    redis.on("error", () => undefined);
    stream = createRedisEventStream(redis, { key: KEY, length: LENGTH });
  });

  beforeEach(async () => {
    await redis.flushall();
    await database.pool.query("DELETE FROM outbox_event; UPDATE outbox_cursor SET position = 0");
  });

  afterAll(async () => {
    redis.disconnect();
    await Promise.all([server.remove(), database.drop()]);
  });

  /** Events that were handed on, and one that was not. */
  async function handOn(from: number, to: number): Promise<void> {
    const event = "'org_1', 'user.updated', 'usr_' || n % 3, jsonb_build_object('n', n), 'req_1', now()";
    const columns = "id, organisation_id, type, subject_id, payload, request_id, occurred_at";
    await database.pool.query(
      `INSERT INTO outbox_event (${columns}, position)
       SELECT 'evn_' || n, ${event}, n FROM generate_series($1::int, $2::int) AS n`,
      [from, to],
    );
    await database.pool.query(
      `INSERT INTO outbox_event (${columns}) SELECT 'evn_waiting' || $1, ${event} FROM (SELECT $1::int AS n) AS one`,
      [to],
    );
    await database.pool.query("UPDATE outbox_cursor SET position = $1", [to]);
  }

  async function publishAll(): Promise<void> {
    while ((await publishEvents({ db }, stream)) === "more");
  }

  const entries = () => redis.xrange(KEY, "-", "+");
  const positions = async () => (await entries()).map(([id]) => id);
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => `${from + n}-0`);

  test("has each event once, with its position, what to choose by, and the whole of it", async () => {
    await handOn(1, 450);
    await publishAll();
    await publishAll();
    expect(await positions()).toEqual(range(1, 450));
    const [, fields] = (await entries())[6]!;
    expect(fields.slice(0, 8)).toEqual([
      ...["id", "evn_7", "type", "user.updated"],
      ...["organisationId", "org_1", "subjectId", "usr_1"],
    ]);
    expect(JSON.parse(fields[9]!)).toMatchObject({ id: "evn_7", type: "user.updated", version: 1, data: { n: 7 } });
  });

  test("has each event once and in order when several write to it at once", async () => {
    await handOn(1, 900);
    await Promise.all(Array.from({ length: 4 }, publishAll));
    expect(await positions()).toEqual(range(1, 900));
  });

  test("gets all that it had when it has lost everything, also where a consumer has made it meanwhile", async () => {
    await handOn(1, 300);
    await publishAll();
    await redis.flushall();
    await publishAll();
    expect(await positions()).toEqual(range(1, 300));
    await redis.flushall();
    await redis.xgroup("CREATE", KEY, "group", "0", "MKSTREAM");
    await publishAll();
    expect(await positions()).toEqual(range(1, 300));
  });

  test("gets its newest events again where it has lost those alone", async () => {
    await handOn(1, 200);
    await publishAll();
    const dump = await redis.dumpBuffer(KEY);
    await handOn(201, 300);
    await publishAll();
    await redis.restore(KEY, 0, dump, "REPLACE");
    await publishAll();
    expect(await positions()).toEqual(range(1, 300));
  });

  test("goes on where consumers delete what they have done", async () => {
    await handOn(1, 3);
    await publishAll();
    await redis.xdel(KEY, "2-0", "3-0");
    await handOn(4, 5);
    await publishAll();
    expect(await positions()).toEqual(["1-0", "4-0", "5-0"]);
  });

  test("is bounded, begins with the newest, and goes on where old events are no more", async () => {
    await handOn(1, 3_000);
    await publishAll();
    expect(await positions()).toEqual(range(2_001, 3_000));
    await database.pool.query("DELETE FROM outbox_event");
    await publishAll();
    await handOn(3_001, 5_000);
    await publishAll();
    const kept = await positions();
    expect(kept.at(-1)).toBe("5000-0");
    // Redis trims by nodes of a hundred entries.
    expect(kept.length).toBeGreaterThanOrEqual(LENGTH);
    expect(kept.length).toBeLessThan(LENGTH + 200);
  });

  test.each([
    ["has other events at those places", "UPDATE outbox_event SET id = 'other_' || id"],
    ["has not come so far", "DELETE FROM outbox_event; UPDATE outbox_cursor SET position = 1"],
  ])("is left as it is when this database %s", async (_, change) => {
    await handOn(1, 3);
    await publishAll();
    await database.pool.query(change);
    await expect(publishAll()).rejects.toMatchObject({ name: "StreamOfAnother" });
    expect(await positions()).toEqual(range(1, 3));
  });

  test("gets what came while it was away or hung, which the log says once", async () => {
    const lines: LogLine[] = [];
    const own = createRedis(server.url);
    own.on("error", () => undefined);
    await own.connect();
    const loop = startPublisher(
      { db, log: createListLog(lines) },
      createRedisEventStream(own, { key: KEY, length: LENGTH }),
      20,
    );
    const until = async (count: number) => {
      while (lines.length < count) await sleep(5);
    };
    await server.stop();
    await until(1);
    await handOn(1, 10);
    await server.start();
    await until(2);
    while ((await positions()).length < 10) await sleep(5);
    server.hang();
    await until(3);
    await handOn(11, 20);
    server.resume();
    await until(4);
    while ((await positions()).length < 20) await sleep(5);
    await loop.stop();
    own.disconnect();
    expect(await positions()).toEqual(range(1, 20));
    expect(lines.map(({ level }) => level)).toEqual(["warn", "info", "warn", "info"]);
  });
});
