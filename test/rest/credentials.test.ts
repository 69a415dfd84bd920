import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";

let world: RestWorld;
let expired: string;
let revoked: string;
let staleToken: string;

/** Which operation lets whom in is test/access: this is about how a credential comes. */
beforeAll(async () => {
  world = await createRestWorld();
  const { clinic, call, clock } = world;
  expired = (await clinic.addKey({ expiresAt: new Date(clock.now().getTime() + 60_000) })).key;
  const toRevoke = await clinic.addKey({});
  revoked = toRevoke.key;
  for (const key of [expired, revoked]) expect((await call("GET", "/v1/members", { key })).status).toBe(200);
  staleToken = (await world.logIn()).accessToken;
  clock.advance(15 * 60_000);
  await call("DELETE", `/v1/api-keys/${toRevoke.id}`);
});

afterAll(() => world.close());

test("a 401 says by which scheme to come, and of a token that it has expired (RFC 6750 3)", async () => {
  for (const key of [null, expired, revoked]) {
    const { status, headers, body } = await world.call("GET", "/v1/members", { key });
    expect([status, body.code]).toEqual([401, "unauthenticated"]);
    expect(headers["www-authenticate"]).toBe('Bearer realm="holdfast"');
  }
  const stale = await world.call("GET", "/v1/members", { key: staleToken });
  expect([stale.status, stale.body.code]).toEqual([401, "token_expired"]);
  expect(stale.headers["www-authenticate"]).toMatch(/^Bearer realm="holdfast", error="invalid_token", /);
});

test("the contract is tagged, so that it need not be sent again", async () => {
  const { headers } = await world.call("GET", "/openapi.json", { key: null });
  expect(headers["cache-control"]).toBe("public, no-cache");
  const again = await world.call("GET", "/openapi.json", { key: null, headers: { "If-None-Match": headers.etag! } });
  expect(again.status).toBe(304);
});

test.each([
  "",
  "Bearer",
  "Bearer ",
  "Bearer nonsense",
  "Bearer hf_live_sk_",
  "Basic b3duZXI6",
  "KEY",
  "Bearer KEYx",
  "Bearer KEY KEY",
  "Token KEY",
])("Authorization: %s is 401", async (header) => {
  const Authorization = header.replaceAll("KEY", world.clinic.owner.key);
  expect((await world.call("GET", "/v1/members", { key: null, headers: { Authorization } })).status).toBe(401);
});

test("the scheme's name is read in any case (RFC 9110 11.1)", async () => {
  const headers = { Authorization: `bearer ${world.clinic.owner.key}` };
  expect((await world.call("GET", "/v1/members", { key: null, headers })).status).toBe(200);
});

test("who may not call is told before the body is read, and a key in the query counts for nothing", async () => {
  expect((await world.call("POST", "/v1/bookings", { key: null, body: "{" })).status).toBe(401);
  const path = `/v1/members?key=${world.clinic.owner.key}&access_token=${world.clinic.owner.key}`;
  expect((await world.call("GET", path, { key: null })).status).toBe(401);
});

test("over GraphQL the same keys are refused with the same codes", async () => {
  const ask = async (query: string, key: string | null) => {
    const { text } = await world.call("POST", "/graphql", { key, body: { query } });
    return JSON.parse(text) as unknown;
  };
  const code = (value: string) =>
    expect.objectContaining({
      errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: value }) })],
    });
  for (const key of [null, expired, revoked])
    expect(await ask("{ viewer { scopes } }", key)).toEqual(code("unauthenticated"));
  const { key } = await world.clinic.addKey({ scopes: ["members:read"] });
  expect(await ask('{ booking(id: "x") { id } }', key)).toEqual(code("forbidden"));
  expect(await ask('{ booking(id: "x") { id } }', world.clinic.publishableKey)).toEqual(code("forbidden"));
});
