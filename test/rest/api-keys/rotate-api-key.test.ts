import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { bookingRequest } from "../../support/booking-request.ts";
import type { RestApp } from "../../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;
let twin: RestApp;

beforeAll(async () => {
  world = await createRestWorld();
  twin = await world.startTwin();
});

afterAll(() => world.close());

const rotate = (id: string, body?: object, options: { key?: string; headers?: Record<string, string> } = {}) =>
  world.call("POST", `/v1/api-keys/${id}/rotate`, { body, ...options });

const works = async (key: string, app: RestApp = world.app) =>
  (await app.call("GET", "/v1/members", { key })).status === 200;

test("without an overlap the new secret takes the place of the old one at once, of the same key", async () => {
  const { id, key } = await world.clinic.addKey({ scopes: ["members:read"] });
  expect(await works(key)).toBe(true);
  const { status, body } = await rotate(id);
  const now = world.clock.now().toISOString();
  expect(status).toBe(200);
  expect(body).toMatchObject({ id, start: body.secret!.slice(0, 15), rotatedAt: now, overlapEndsAt: now });
  expect(body.secret).toMatch(/^hf_live_sk_[0-9A-Za-z]{38}$/);
  expect([await works(key), await works(body.secret!)]).toEqual([false, true]);
});

test("with one the old secret goes on until it ends, in every process", async () => {
  const { id, key } = await world.clinic.addKey({});
  const { body } = await rotate(id, { overlapSeconds: 60 });
  const both = async () => [
    [await works(key), await works(body.secret!)],
    [await works(key, twin), await works(body.secret!, twin)],
  ];
  world.clock.advance(59_999);
  expect(await both()).toEqual([
    [true, true],
    [true, true],
  ]);
  world.clock.advance(1);
  expect(await both()).toEqual([
    [false, true],
    [false, true],
  ]);
});

test("a secret that leaked is dead in the other process within five seconds", async () => {
  const { id, key } = await world.clinic.addKey({});
  expect(await works(key, twin)).toBe(true);
  await rotate(id);
  world.clock.advance(5_000);
  expect(await works(key, twin)).toBe(false);
});

test("another rotation lets no secret live longer than it was to, and one without an overlap ends them all", async () => {
  const { id, key } = await world.clinic.addKey({});
  const second = (await rotate(id, { overlapSeconds: 60 })).body.secret!;
  const third = (await rotate(id, { overlapSeconds: 3_600 })).body.secret!;
  world.clock.advance(60_000);
  expect([await works(key), await works(second), await works(third)]).toEqual([false, true, true]);
  const last = (await rotate(id)).body.secret!;
  expect([await works(second), await works(third), await works(last)]).toEqual([false, false, true]);
});

test("revoking the key ends all of its secrets", async () => {
  const { id, key } = await world.clinic.addKey({});
  const { body } = await rotate(id, { overlapSeconds: 60 });
  expect([await works(key), await works(body.secret!)]).toEqual([true, true]);
  await world.call("DELETE", `/v1/api-keys/${id}`);
  expect([await works(key), await works(body.secret!)]).toEqual([false, false]);
});

test("of 64 rotations at once each is carried out, and one secret is left", async () => {
  const { id, key } = await world.clinic.addKey({});
  const answers = await Promise.all(
    Array.from({ length: 64 }, (_, i) =>
      (i % 2 ? world.app : twin).call("POST", `/v1/api-keys/${id}/rotate`, { key: world.clinic.owner.key }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 64 }, () => 200));
  const secrets = [key, ...answers.map(({ body }) => body.secret!)];
  const alive = await Promise.all(secrets.map((secret) => works(secret)));
  expect(alive.filter(Boolean)).toHaveLength(1);
  expect(new Set(secrets).size).toBe(65);
});

test("a replay answers the same without the secret, and gives no other one", async () => {
  const { id } = await world.clinic.addKey({});
  const headers = { "Idempotency-Key": "rotate-once" };
  const first = await rotate(id, {}, { headers });
  const again = await rotate(id, {}, { headers });
  expect(again.headers["idempotency-replayed"]).toBe("true");
  expect(again.body).toEqual({ ...first.body, secret: null });
  expect(await works(first.body.secret!)).toBe(true);
  const rows = await world.sql("SELECT body FROM idempotency_key");
  expect(JSON.stringify(rows)).not.toContain(first.body.secret!.slice(15));
});

test("what was begun with the old secret is replayed by the new one: it is the same credential", async () => {
  const { id, key } = await world.clinic.addKey({});
  const { id: eventTypeId } = await world.clinic.addEventType();
  const call = {
    body: bookingRequest(eventTypeId, "2026-12-01T09:00:00Z"),
    headers: { "Idempotency-Key": "across-rotation" },
  };
  const first = await world.call("POST", "/v1/bookings", { ...call, key });
  const { body } = await rotate(id);
  const again = await world.call("POST", "/v1/bookings", { ...call, key: body.secret });
  expect(again.headers["idempotency-replayed"]).toBe("true");
  expect(again.body).toEqual(first.body);
});

test("nobody comes by the secret of a key that acts for another member, nor by scopes that he lacks", async () => {
  const { owner, admin, publishableKey } = world.clinic;
  const { id, key } = await world.clinic.addKey({});
  expect((await rotate(id, {}, { key: admin.key })).status).toBe(403);
  const narrow = await world.clinic.addKey({ scopes: ["api_keys:write"] });
  expect((await rotate(id, {}, { key: narrow.key })).status).toBe(403);
  expect((await rotate(narrow.id, {}, { key: narrow.key })).status).toBe(200);
  expect((await rotate(id, {}, { key: world.stranger.owner.key })).status).toBe(404);
  expect((await rotate(owner.keyId, {}, { key: publishableKey })).status).toBe(403);
  expect(await works(key)).toBe(true);
});

test("a publishable key is rotated by any admin", async () => {
  const { id, key } = await world.clinic.addKey({ kind: "publishable" });
  const { status, body } = await rotate(id, { overlapSeconds: 604_800 }, { key: world.clinic.admin.key });
  expect(status).toBe(200);
  expect(body.secret).toMatch(/^hf_live_pk_/);
  for (const each of [key, body.secret!])
    expect((await world.call("GET", "/v1/event-types", { key: each })).status).toBe(200);
});

test("a key that is over gets no other secret", async () => {
  const revoked = await world.clinic.addKey({});
  await world.call("DELETE", `/v1/api-keys/${revoked.id}`);
  const expired = await world.clinic.addKey({ expiresAt: new Date(world.clock.now().getTime() + 1) });
  world.clock.advance(1);
  for (const { id } of [revoked, expired]) {
    const { status, body } = await rotate(id);
    expect([status, body.code]).toEqual([409, "api_key_over"]);
  }
});

test.each([-1, 604_801, 1.5, "60", null])("an overlap of %p is refused", async (overlapSeconds) => {
  const { id, key } = await world.clinic.addKey({});
  const { status, body } = await rotate(id, { overlapSeconds });
  expect([status, body.errors[0]!.pointer]).toEqual([422, "/overlapSeconds"]);
  expect(await works(key)).toBe(true);
});
