import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { randomInt } from "node:crypto";
import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { RestApp } from "../../support/rest-app.ts";
import { createReadingWorld, type ReadingWorld } from "./reading-world.ts";

let world: ReadingWorld;
/** An application of three connections. */
let small: RestApp;

const POOL_SIZE = 3;
const SLOW = "{ bookings(first: 50) { nodes { id attendees { email } } } }";
/** Far more than it takes, so that a busy machine fails nothing. */
const GIVE_UP_MS = 10_000;

beforeAll(async () => {
  world = await createReadingWorld();
  small = await world.startTwin({ poolSize: POOL_SIZE });
});

afterAll(() => world.close());

/** Nobody can read attendees meanwhile. */
async function withAttendeesLocked(work: () => Promise<void>): Promise<void> {
  const holder = await world.app.pool.connect();
  try {
    await holder.query("BEGIN; LOCK TABLE attendee IN ACCESS EXCLUSIVE MODE");
    await work();
  } finally {
    await holder.query("ROLLBACK");
    holder.release();
  }
}

/** Those that wait for the lock. */
async function waiting(): Promise<number[]> {
  const rows = await world.sql<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND wait_event_type = 'Lock'
      AND query LIKE '%attendee%'`,
  );
  return rows.map(({ pid }) => pid);
}

async function until(holds: () => Promise<boolean>): Promise<number> {
  const startedAt = performance.now();
  while (!(await holds())) {
    if (performance.now() - startedAt > GIVE_UP_MS) throw new Error(`Not so within ${GIVE_UP_MS} ms.`);
    await sleep(2);
  }
  return performance.now() - startedAt;
}

/** A client that can go away. */
function send(query: string, agent?: Agent): { leave: () => void; gone: Promise<unknown> } {
  const outgoing = request(`${small.baseUrl}/graphql`, {
    method: "POST",
    agent: agent ?? false,
    headers: { authorization: `Bearer ${world.ours.owner.key}`, "content-type": "application/json" },
  });
  outgoing.on("error", () => undefined);
  outgoing.on("response", (answer) => answer.resume());
  const gone = new Promise((resolve) => outgoing.once("close", resolve));
  outgoing.end(JSON.stringify({ query }));
  return { leave: () => outgoing.destroy(), gone };
}

async function ask(query: string): Promise<{ status: number; text: string }> {
  return small.call("POST", "/graphql", { key: world.ours.owner.key, body: { query } });
}

describe("when the client goes", () => {
  test("its statement is given up, and the connection serves the next", async () => {
    const took: number[] = [];
    await withAttendeesLocked(async () => {
      for (let round = 0; round < 10; round++) {
        const client = send(SLOW);
        await until(async () => (await waiting()).length === 1);
        client.leave();
        took.push(await until(async () => (await waiting()).length === 0));
      }
      for (const n of Array(2 * POOL_SIZE).keys())
        expect([n, (await ask("{ viewer { organisation { id } } }")).status]).toEqual([n, 200]);
    });
    const sorted = took.toSorted((a, b) => a - b);
    process.stdout.write(
      `A statement is gone after its client: median ${sorted[5]!.toFixed(0)} ms, most ${sorted.at(-1)!.toFixed(0)} ms\n`,
    );
    expect((await ask(SLOW)).status).toBe(200);
  });

  test("so is what holds every connection there is, and what waits for one", async () => {
    await withAttendeesLocked(async () => {
      const clients = Array.from({ length: 3 * POOL_SIZE }, () => send(SLOW));
      await until(async () => (await waiting()).length === POOL_SIZE);
      for (const { leave } of clients) leave();
      await until(async () => (await waiting()).length === 0);
      expect((await ask("{ viewer { organisation { id } } }")).status).toBe(200);
      expect(await waiting()).toEqual([]);
    });
    await until(() => Promise.resolve(small.pool.waitingCount === 0));
  });

  test("all roots of a document are given up", async () => {
    await withAttendeesLocked(async () => {
      const roots = ["a", "b", "c"].map((key) => `${key}: bookings { nodes { attendees { id } } }`);
      const client = send(`{ ${roots.join(" ")} }`);
      await until(async () => (await waiting()).length === POOL_SIZE);
      client.leave();
      await until(async () => (await waiting()).length === 0);
    });
  });
});

test("one document has four connections at most, and others are answered meanwhile", async () => {
  const larger = await world.startTwin({ poolSize: 6 });
  const body = {
    query: `{ ${Array.from({ length: 20 }, (_, n) => `r${n}: ${SLOW.slice(2, -2).replace("50", "20")}`).join(" ")} }`,
  };
  const call = (query: object) => larger.call("POST", "/graphql", { key: world.ours.owner.key, body: query });
  let answer: ReturnType<typeof call>;
  await withAttendeesLocked(async () => {
    answer = call(body);
    await until(async () => (await waiting()).length === 4);
    for (let n = 0; n < 20; n++) expect((await call({ query: "{ viewer { scopes } }" })).status).toBe(200);
    expect(await waiting()).toHaveLength(4);
  });
  const { data } = JSON.parse((await answer!).text) as { data: object };
  expect(Object.keys(data)).toHaveLength(20);
});

test("a time limit gives the statement up too, and says so", async () => {
  await withAttendeesLocked(async () => {
    const answer = await ask(SLOW);
    expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ extensions: { code: "query_timeout" } }] });
    await until(async () => (await waiting()).length === 0);
  });
  expect((await ask(SLOW)).status).toBe(200);
});

test("no statement of anybody else is given up, whenever clients go", async () => {
  const honest =
    "{ bookings(first: 20) { totalCount nodes { id attendees { email } } } viewer { organisation { id } } }";
  const expected = (JSON.parse((await ask(honest)).text) as { data: unknown }).data;
  const agent = new Agent({ keepAlive: true });
  const asked = { honest: 0, left: 0 };
  try {
    for (let round = 0; round < 200; round++) {
      const client = send(SLOW, round % 2 === 0 ? undefined : agent);
      const answers = Promise.all([ask(honest), ask(honest)]);
      await sleep(randomInt(0, 12));
      client.leave();
      const after = ask(honest);
      for (const { status, text } of [...(await answers), await after]) {
        expect([round, status, (JSON.parse(text) as { data: unknown }).data]).toEqual([round, 200, expected]);
        asked.honest += 1;
      }
      await client.gone;
      asked.left += 1;
    }
  } finally {
    agent.destroy();
  }
  expect(asked).toEqual({ honest: 600, left: 200 });
  expect(small.logged.filter(({ level }) => level === "error")).toEqual([]);
  expect(small.pool.totalCount).toBeLessThanOrEqual(POOL_SIZE);
}, 120_000);

test("what a connection keeps prepared is bounded, after thousands of statements that each came several times", async () => {
  const statements = 1_500;
  for (let n = 0; n < statements; n++) {
    const text = `SELECT ${n}::text AS answer`;
    const read = () => small.db.readText(text, []);
    const answers =
      n % 3 === 0 ? await Promise.all([read(), read(), read(), read()]) : [await read(), await read(), await read()];
    expect(new Set(answers)).toEqual(new Set([String(n)]));
  }
  // What was put away comes again, under whichever name.
  for (const n of [0, 1, 700, 1_499, 1_499])
    expect(await small.db.readText(`SELECT ${n}::text AS answer`, [])).toBe(String(n));
  const clients: pg.PoolClient[] = [];
  for (let n = 0; n < POOL_SIZE; n++) clients.push(await small.pool.connect());
  const kept = [];
  for (const client of clients) {
    const { rows } = await client.query<{ count: number }>(
      "SELECT count(*)::int FROM pg_prepared_statements WHERE name LIKE 'read\\_%'",
    );
    kept.push(rows[0]!.count);
    client.release();
  }
  process.stdout.write(`Prepared on each connection after ${statements} statements: ${kept.join(", ")}\n`);
  for (const count of kept) expect(count).toBeLessThanOrEqual(100);
  expect(Math.max(...kept)).toBe(100);
}, 120_000);
