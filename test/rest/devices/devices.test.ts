import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { openTarget } from "../../../src/domain/device/push-target.ts";
import { deleteDeadTokens } from "../../../src/domain/session/delete-dead-tokens.ts";
import { addLogIn } from "../../support/add-log-in.ts";
import { TEST_SEALER } from "../../support/rest-app.ts";
import { createRestWorld, seenBy, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;
let grace: Person;

/** Somebody who has logged in on a phone. */
interface Person {
  logIn: () => Promise<{ accessToken: string }>;
  key: string;
}

const APNS_TOKEN = "00fc13adff785122b4ad28809a3420982341241421348097878e577c991de8f0";
const SUBSCRIPTION = {
  endpoint: "https://updates.push.services.mozilla.com/wpush/v2/gAAAAABk",
  expirationTime: null,
  keys: {
    p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
    auth: "BTBZMqHH6r4Tts7J_aSIgg",
  },
};

beforeAll(async () => {
  world = await createRestWorld();
});

beforeEach(async () => {
  await world.sql("DELETE FROM push_device");
  await world.sql("DELETE FROM outbox_event");
  grace = await newPerson();
});

afterAll(() => world.close());

async function newPerson(of = world): Promise<Person> {
  const logIn = await addLogIn(of, await of.clinic.addPerson("member"));
  return { logIn, key: (await logIn()).accessToken };
}

const register = (body: object, { key } = grace, headers?: Record<string, string>) =>
  world.call("POST", "/v1/me/devices", { key, body, headers });
const list = async ({ key } = grace) => (await world.call("GET", "/v1/me/devices", { key })).body.data;
const idsOf = async (person?: Person) => (await list(person)).map(({ id }) => id);
const phone = (more: object = {}) => register({ kind: "apns", token: APNS_TOKEN, ...more });

const events = async () =>
  world.sql<{ type: string; organisation_id: string; payload: { device: object } }>(
    "SELECT type, organisation_id, payload FROM outbox_event WHERE type LIKE 'user.device%' ORDER BY sequence",
  );

test("a phone is registered, listed, and pushed to by its token, which nobody is told", async () => {
  const { status, body, headers, text } = await phone({ name: "Grace's phone", appVersion: "4.2.0 (17)" });
  expect([status, headers["location"]]).toEqual([201, `/v1/me/devices/${body.id}`]);
  expect(body).toEqual({
    id: expect.stringMatching(/^pdv_/),
    kind: "apns",
    name: "Grace's phone",
    appVersion: "4.2.0 (17)",
    current: true,
    createdAt: world.clock.now().toISOString(),
    lastSeenAt: world.clock.now().toISOString(),
  });
  expect(await list()).toEqual([body]);
  const [row] = await world.sql<{ target: string; kind: string }>("SELECT * FROM push_device");
  expect(openTarget(TEST_SEALER, body.id, row!.target)).toEqual({ kind: "apns", token: APNS_TOKEN });
  expect(openTarget(TEST_SEALER, "pdv_another", row!.target)).toBeNull();
  for (const table of ["push_device", "outbox_event", "audit_entry", "idempotency_key"])
    expect(await world.sql(`SELECT FROM ${table} t WHERE strpos(t::text, $1) > 0`, [APNS_TOKEN])).toEqual([]);
  expect(text).not.toContain(APNS_TOKEN);
  expect(JSON.stringify(world.app.logged)).not.toContain(APNS_TOKEN);
  expect(await events()).toMatchObject([
    { type: "user.device_registered", payload: { device: { id: body.id, kind: "apns" } } },
  ]);
});

test("a browser is registered by what pushManager.subscribe() gave", async () => {
  const { status, body } = await register({ kind: "web_push", subscription: SUBSCRIPTION });
  expect([status, body]).toMatchObject([201, { kind: "web_push", name: null, appVersion: null }]);
  const [row] = await world.sql<{ target: string }>("SELECT target FROM push_device");
  const { endpoint, keys } = SUBSCRIPTION;
  expect(openTarget(TEST_SEALER, body.id, row!.target)).toEqual({ kind: "web_push", endpoint, ...keys });
});

test("the same token again is the same device: it keeps its name, was seen now, and belongs to the session that asks", async () => {
  const first = (await phone({ name: "Phone", appVersion: "1" })).body as unknown as { createdAt: string };
  world.clock.advance(60_000);
  const { accessToken } = await grace.logIn();
  const again = await register(
    { kind: "apns", token: APNS_TOKEN.toUpperCase(), appVersion: "2" },
    { ...grace, key: accessToken },
  );
  expect(again.body).toEqual({ ...first, appVersion: "2", lastSeenAt: world.clock.now().toISOString() });
  expect(await list()).toEqual([{ ...again.body, current: false }]);
  expect(await events()).toHaveLength(1);
  await world.call("POST", "/v1/auth/log-out", { key: grace.key });
  expect(await idsOf({ ...grace, key: accessToken })).toEqual([again.body.id]);
});

test("a token that another person registers is his, also in another organisation, whom nothing else is told", async () => {
  const { id } = (await phone({ name: "Grace's phone" })).body;
  const strange = seenBy(world, world.stranger);
  const next = await newPerson(strange);
  const { body } = await register({ kind: "apns", token: APNS_TOKEN }, next);
  expect(body).toMatchObject({ id: expect.not.stringMatching(id), name: null });
  expect([await idsOf(), await idsOf(next)]).toEqual([[], [body.id]]);
  expect(await events()).toMatchObject([
    { type: "user.device_registered", organisation_id: world.clinic.organisationId },
    { type: "user.device_removed", organisation_id: world.clinic.organisationId, payload: { device: { id } } },
    { type: "user.device_registered", organisation_id: world.stranger.organisationId },
  ]);
});

test("of two people who register one token at the same moment one has it", async () => {
  const others = [grace, await newPerson(), await newPerson()];
  const answers = await Promise.all(others.map((person) => register({ kind: "fcm", token: "f".repeat(140) }, person)));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  const held = await Promise.all(others.map((person) => idsOf(person)));
  expect(held.flat()).toHaveLength(1);
});

test("a device goes with its session: by log-out, when it is ended, and when it runs out", async () => {
  await phone();
  await world.call("POST", "/v1/auth/log-out", { key: grace.key });
  expect(await world.sql("SELECT FROM push_device")).toEqual([]);

  const ended = await newPerson();
  await register({ kind: "fcm", token: "e".repeat(40) }, ended);
  const other = { ...ended, key: (await ended.logIn()).accessToken };
  await register({ kind: "fcm", token: "o".repeat(40) }, other);
  await world.call("POST", "/v1/sessions/end-others", { key: other.key });
  expect(await list(other)).toMatchObject([{ current: true }]);

  world.clock.advance(31 * 86_400_000);
  const deps = { db: world.app.db, clock: world.clock };
  await deleteDeadTokens(deps);
  expect(await world.sql("SELECT FROM push_device")).toEqual([]);
});

test("it is removed once, by its owner alone", async () => {
  const { id } = (await phone()).body;
  const remove = ({ key }: Person) => world.call("DELETE", `/v1/me/devices/${id}`, { key });
  expect((await remove(await newPerson())).status).toBe(404);
  expect((await remove(grace)).status).toBe(204);
  expect((await remove(grace)).status).toBe(404);
  expect(await list()).toEqual([]);
  expect((await events()).map(({ type }) => type)).toEqual(["user.device_registered", "user.device_removed"]);
});

test("a person has 20: with one more the one goes that was not seen for the longest time", async () => {
  const ids: string[] = [];
  for (let n = 0; n < 20; n++) {
    world.clock.advance(1_000);
    ids.push((await register({ kind: "fcm", token: `t${n}`.padEnd(40, "x") })).body.id);
  }
  world.clock.advance(1_000);
  await register({ kind: "fcm", token: "t0".padEnd(40, "x") });
  const newest = (await register({ kind: "fcm", token: "t20".padEnd(40, "x") })).body.id;
  const { data } = (await world.call("GET", "/v1/me/devices?limit=100", { key: grace.key })).body;
  expect(data.map(({ id }) => id)).toEqual([ids[0], ...ids.slice(2), newest]);
  expect((await events()).at(-1)).toMatchObject({ type: "user.device_removed", payload: { device: { id: ids[1] } } });
});

test("a repeated request is answered as it was", async () => {
  const body = { kind: "apns", token: APNS_TOKEN };
  const first = await register(body, grace, { "Idempotency-Key": "once" });
  const again = await register(body, grace, { "Idempotency-Key": "once" });
  expect([again.status, again.headers["idempotency-replayed"]]).toEqual([201, "true"]);
  expect(again.body).toEqual(first.body);
});

test.each<[string, object, string]>([
  ["no token", { kind: "fcm" }, "/token"],
  [
    "a browser's subscription for a phone",
    { kind: "apns", token: APNS_TOKEN, subscription: SUBSCRIPTION },
    "/subscription",
  ],
  [
    "a token of Apple's that is no hexadecimal number",
    { kind: "apns", token: "not hexadecimal".replaceAll(" ", "-") },
    "/token",
  ],
  ["a token with a line break", { kind: "fcm", token: "f".repeat(20) + "\n" }, "/token"],
  ["no subscription", { kind: "web_push" }, "/subscription"],
  [
    "an endpoint without TLS",
    { kind: "web_push", subscription: { ...SUBSCRIPTION, endpoint: "http://push.example/1" } },
    "/subscription/endpoint",
  ],
  [
    "an endpoint with a password",
    { kind: "web_push", subscription: { ...SUBSCRIPTION, endpoint: "https://a:b@push.example/1" } },
    "/subscription/endpoint",
  ],
  [
    "a key that is too short",
    { kind: "web_push", subscription: { ...SUBSCRIPTION, keys: { ...SUBSCRIPTION.keys, p256dh: "BCV" } } },
    "/subscription/keys/p256dh",
  ],
  ["a kind that nobody knows", { kind: "pigeon", token: "f".repeat(20) }, "/kind"],
])("%s is refused, with the place", async (_, body, pointer) => {
  const { status, body: problem } = await register(body);
  expect([status, problem.errors.map((error) => error.pointer)]).toEqual([422, [pointer]]);
});

test("keys have no devices", async () => {
  const { status, body } = await world.call("POST", "/v1/me/devices", { body: { kind: "apns", token: APNS_TOKEN } });
  expect([status, body.code]).toEqual([403, "forbidden"]);
});

test("an app learns what it can register, and a page what it subscribes with", async () => {
  const { body } = await world.call("GET", "/v1/me/devices/registration-options", { key: grace.key });
  expect(body).toEqual({
    kinds: ["apns", "fcm", "web_push"],
    applicationServerKey: expect.stringMatching(/^B[\w-]{86}$/),
  });
});
