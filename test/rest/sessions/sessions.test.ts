import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { RestApp } from "../../support/rest-app.ts";
import { createRestWorld, seenBy, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;
let twin: RestApp;

beforeAll(async () => {
  world = await createRestWorld();
  twin = await world.startTwin();
});

afterAll(() => world.close());

const statusOf = async (app: Pick<RestWorld, "call"> | RestApp, key: string) =>
  (await app.call("GET", "/v1/me", { key })).status;

test("one's own are listed with their names, and nobody else's", async () => {
  const phone = await world.logIn("Phone");
  const laptop = await world.logIn("Laptop");
  const strangers = await seenBy(world, world.stranger).logIn("Strangers");
  const { body } = await world.call("GET", "/v1/sessions", { key: laptop.accessToken });
  const told = body.data.map(({ id, name, current }) => ({ id, name, current }));
  expect(told).toEqual([
    { id: phone.session.id, name: "Phone", current: false },
    { id: laptop.session.id, name: "Laptop", current: true },
  ]);
  expect(JSON.stringify(body)).not.toContain(strangers.session.id);
  const page = await world.call("GET", "/v1/sessions?limit=1", { key: laptop.accessToken });
  const next = await world.call("GET", `/v1/sessions?limit=1&cursor=${page.body.page.nextCursor!}`, {
    key: laptop.accessToken,
  });
  expect([...page.body.data, ...next.body.data].map(({ name }) => name)).toEqual(["Phone", "Laptop"]);
});

test("one that was ended is dead at once here, and within five seconds in another process", async () => {
  const [lost, own] = [await world.logIn("Lost phone"), await world.logIn("Own")];
  const both = async () => [await statusOf(world, lost.accessToken), await statusOf(twin, lost.accessToken)];
  expect(await both()).toEqual([200, 200]);
  const end = () => world.call("DELETE", `/v1/sessions/${lost.session.id}`, { key: own.accessToken });
  expect((await end()).status).toBe(204);
  expect((await both())[0]).toBe(401);
  world.clock.advance(5_000);
  expect(await both()).toEqual([401, 401]);
  expect((await world.call("POST", "/v1/auth/refresh", { key: null, body: lost })).status).toBe(422);
  const { refreshToken } = lost;
  expect((await world.call("POST", "/v1/auth/refresh", { key: null, body: { refreshToken } })).status).toBe(401);
  expect((await end()).status).toBe(204);
  const told = await world.sql("SELECT FROM outbox_event WHERE subject_id = $1 AND type = 'session.ended'", [
    lost.session.id,
  ]);
  expect(told).toHaveLength(1);
});

test("all others end at once, each with its event; this one goes on", async () => {
  const others = [await world.logIn(), await world.logIn(), await world.logIn()];
  const own = await world.logIn();
  await world.call("POST", "/v1/sessions/end-others", { key: own.accessToken });
  const more = [await world.logIn(), await world.logIn()];
  const headers = { "X-Request-Id": "others", "Idempotency-Key": "others" };
  const end = () => world.call("POST", "/v1/sessions/end-others", { key: own.accessToken, headers });
  expect((await end()).body).toEqual({ endedCount: 2 });
  expect((await end()).body).toEqual({ endedCount: 2 });
  for (const each of [...others, ...more]) expect(await statusOf(world, each.accessToken)).toBe(401);
  expect(await statusOf(world, own.accessToken)).toBe(200);
  const told = await world.sql<{ subject_id: string }>(
    "SELECT subject_id FROM outbox_event WHERE request_id = 'others' ORDER BY subject_id",
  );
  expect(told.map(({ subject_id }) => subject_id)).toEqual(more.map(({ session }) => session.id).sort());
});

test("logging out ends this one alone", async () => {
  const [one, other] = [await world.logIn(), await world.logIn()];
  expect((await world.call("POST", "/v1/auth/log-out", { key: one.accessToken })).status).toBe(204);
  expect([await statusOf(world, one.accessToken), await statusOf(world, other.accessToken)]).toEqual([401, 200]);
});

test("a session gets another name", async () => {
  const { session, accessToken } = await world.logIn("Old");
  const path = `/v1/sessions/${session.id}`;
  const { body } = await world.call("PATCH", path, { key: accessToken, body: { name: "New" } });
  expect(body).toMatchObject({ id: session.id, name: "New", current: true });
});

test("a member may do what his role may, and another role counts within five seconds", async () => {
  const { accessToken } = await world.logIn();
  const status = async () => (await world.call("GET", "/v1/api-keys", { key: accessToken })).status;
  expect(await status()).toBe(200);
  await world.sql("UPDATE member SET role = 'member' WHERE id = $1", [world.clinic.owner.memberId]);
  world.clock.advance(5_000);
  expect(await status()).toBe(403);
  await world.sql("UPDATE member SET role = 'owner' WHERE id = $1", [world.clinic.owner.memberId]);
});
