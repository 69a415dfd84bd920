import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { SCOPES_OF } from "../../../src/domain/access/rules.ts";
import { SCOPES } from "../../../src/domain/shared/actor.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

function create(body: object, key = world.clinic.owner.key) {
  return world.call("POST", "/v1/api-keys", { body, key });
}

test("a key is shown once, and from then on without its secret", async () => {
  const expiresAt = "2026-12-31T23:59:59+01:00";
  const { status, headers, body } = await create({ name: "Reporting", scopes: ["bookings:read"], expiresAt });
  expect(status).toBe(201);
  expect(headers.location).toBe(`/v1/api-keys/${body.id}`);
  const { secret, ...shown } = body;
  expect(secret).toMatch(/^hf_live_sk_[0-9A-Za-z]{38}$/);
  expect(shown).toEqual({
    id: expect.stringMatching(/^key_/),
    name: "Reporting",
    kind: "secret",
    mode: "live",
    scopes: ["bookings:read"],
    allowedOrigins: [],
    start: secret!.slice(0, 15),
    expiresAt: "2026-12-31T22:59:59.000Z",
    revokedAt: null,
    rotatedAt: null,
    overlapEndsAt: null,
    firstUsedAt: null,
    firstUsedAddress: null,
    firstUsedUserAgent: null,
    lastUsedAt: null,
    createdAt: world.clock.now().toISOString(),
  });
  const read = await world.call("GET", headers.location!);
  const listed = await world.call("GET", "/v1/api-keys?limit=100");
  expect(read.body).toEqual(shown);
  expect(listed.body.data).toContainEqual(shown);
  for (const { text } of [read, listed]) expect(text).not.toContain(secret!.slice(15));
});

test("neither the database nor the log holds a secret", async () => {
  const { body } = await create({ name: "Hidden" });
  await world.call("GET", "/v1/members", { key: body.secret });
  const tables = ["api_key", "api_key_secret", "outbox_event", "audit_entry", "audit_origin", "idempotency_key"];
  const all = await Promise.all(tables.map((table) => world.sql(`SELECT to_jsonb(t) FROM ${table} t`)));
  expect(JSON.stringify([all, world.app.logged])).not.toContain(body.secret!.slice(15));
});

test("left out, its scopes are those of its creator; others cannot be given away", async () => {
  const { key } = await world.clinic.addKey({ scopes: ["api_keys:write", "bookings:read"] });
  expect((await create({ name: "Same" }, key)).body).toMatchObject({ scopes: ["api_keys:write", "bookings:read"] });
  const { status, body } = await create({ name: "More", scopes: ["bookings:read", "members:write"] }, key);
  expect(status).toBe(422);
  expect(body.errors).toMatchObject([{ pointer: "/scopes/1" }]);
  expect((await create({ name: "All", scopes: SCOPES })).status).toBe(201);
});

test("a publishable key has its own scopes, whoever makes it", async () => {
  const { body } = await create({ name: "Web", kind: "publishable" });
  expect(body.secret).toMatch(/^hf_live_pk_/);
  expect(body).toMatchObject({ kind: "publishable", scopes: SCOPES_OF.publishable_key });
  const { status } = await create({ name: "Web", kind: "publishable", scopes: ["bookings:read"] });
  expect(status).toBe(422);
});

test.each([
  ["/expiresAt", { expiresAt: "2026-11-23T08:00:00Z" }],
  ["/scopes/0", { scopes: ["everything"] }],
  ["/scopes", { scopes: [] }],
  ["/kind", { kind: "master" }],
  ["/name", { name: undefined }],
])("what is wrong is told at its place: %s", async (pointer, wrong) => {
  const { status, body } = await create({ name: "Wrong", ...wrong });
  expect(status).toBe(422);
  expect(body.errors.map((error) => error.pointer)).toEqual([pointer]);
});

test("it stops working at once when it is revoked, for ever, and revoking twice answers the same", async () => {
  const { id, key } = await world.clinic.addKey({});
  expect((await world.call("GET", "/v1/members", { key })).status).toBe(200);
  const revoked = await world.call("DELETE", `/v1/api-keys/${id}`);
  expect(revoked.body).toMatchObject({ id, revokedAt: world.clock.now().toISOString() });
  expect((await world.call("GET", "/v1/members", { key })).status).toBe(401);
  world.clock.advance(1_000);
  expect((await world.call("DELETE", `/v1/api-keys/${id}`)).body).toMatchObject({ revokedAt: revoked.body.revokedAt });
});

test("it stops working at the instant at which it expires", async () => {
  const expiresAt = new Date(world.clock.now().getTime() + 10_000);
  const { key } = await world.clinic.addKey({ expiresAt });
  world.clock.advance(9_999);
  expect((await world.call("GET", "/v1/members", { key })).status).toBe(200);
  world.clock.advance(1);
  expect((await world.call("GET", "/v1/members", { key })).status).toBe(401);
});

test("it can be renamed and made to end earlier, not later", async () => {
  const expiresAt = new Date(world.clock.now().getTime() + 60_000);
  const { id, key } = await world.clinic.addKey({ expiresAt });
  const change = (body: object) => world.call("PATCH", `/v1/api-keys/${id}`, { body });
  expect((await change({ name: "Other" })).body).toMatchObject({ name: "Other", expiresAt: expiresAt.toISOString() });
  for (const wrong of [new Date(expiresAt.getTime() + 1), world.clock.now()]) {
    const { status, body } = await change({ expiresAt: wrong.toISOString() });
    expect([status, body.errors[0]!.pointer]).toEqual([422, "/expiresAt"]);
  }
  const sooner = new Date(expiresAt.getTime() - 30_000).toISOString();
  expect((await change({ expiresAt: sooner })).body).toMatchObject({ name: "Other", expiresAt: sooner });
  expect((await world.call("GET", "/v1/members", { key })).status).toBe(200);
  world.clock.advance(30_000);
  expect((await world.call("GET", "/v1/members", { key })).status).toBe(401);
});

test("what a key may do cannot be changed afterwards", async () => {
  const { id } = await world.clinic.addKey({ scopes: ["bookings:read"] });
  for (const more of [{ scopes: SCOPES }, { kind: "publishable" }, { memberId: world.clinic.member.memberId }, {}]) {
    const { status } = await world.call("PATCH", `/v1/api-keys/${id}`, { body: more });
    expect(status).toBe(422);
  }
});

test("plain members neither see nor make nor revoke keys", async () => {
  const { member, owner } = world.clinic;
  const path = `/v1/api-keys/${owner.keyId}`;
  for (const [method, each, body] of [
    ["GET", "/v1/api-keys"],
    ["GET", path],
    ["DELETE", path],
    ["PATCH", path, { name: "Mine" }],
    ["POST", `${path}/rotate`],
  ] as const)
    expect((await world.call(method, each, { key: member.key, body })).status).toBe(403);
  expect((await create({ name: "Mine" }, member.key)).status).toBe(403);
});
