import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { SCOPES } from "../../src/domain/shared/actor.ts";
import { OPERATIONS } from "../../src/generated/contract-operations.ts";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";
import { createSampleCalls, make, OPERATION_IDS, ruleOf, statusOf, type SampleCalls } from "../support/sample-calls.ts";

let world: RestWorld;
let samples: SampleCalls;
let expired: string;
let revoked: string;
let staleToken: string;

beforeAll(async () => {
  world = await createRestWorld();
  const { clinic, call, clock } = world;
  samples = await createSampleCalls(world);
  expired = (await clinic.addKey({ expiresAt: new Date(clock.now().getTime() + 60_000) })).key;
  const toRevoke = await clinic.addKey({});
  revoked = toRevoke.key;
  for (const key of [expired, revoked]) expect((await call("GET", "/v1/members", { key })).status).toBe(200);
  staleToken = (await world.logIn()).accessToken;
  clock.advance(15 * 60_000);
  await call("DELETE", `/v1/api-keys/${toRevoke.id}`);
});

afterAll(() => world.close());

const credentialled = OPERATION_IDS.filter((id) => ruleOf(id) !== null);

describe.each(credentialled)("%s", (id) => {
  const { scope, logInOnly, may } = ruleOf(id)!;
  const publishable = may.publishable_key !== undefined;
  const successStatus = statusOf(id);

  test("is 401 without a credential, and for a key that has expired or was revoked", async () => {
    const sample = await samples[id]();
    for (const key of [null, expired, revoked]) {
      const { status, headers, body } = await make(world, id, sample, { key });
      expect(status).toBe(401);
      expect(headers["www-authenticate"]).toBe('Bearer realm="holdfast"');
      expect(body.code).toBe("unauthenticated");
    }
  });

  test("is 401 for an access token that has expired, and for one whose session was ended", async () => {
    const sample = await samples[id]();
    const { accessToken, session } = await world.logIn();
    await world.sql("UPDATE device_session SET ended_at = created_at, end_reason = 'ended' WHERE id = $1", [
      session.id,
    ]);
    const ended = await make(world, id, sample, { key: accessToken });
    expect([ended.status, ended.body.code]).toEqual([401, "unauthenticated"]);
    const stale = await make(world, id, sample, { key: staleToken });
    expect([stale.status, stale.body.code]).toEqual([401, "token_expired"]);
    expect(stale.headers["www-authenticate"]).toMatch(/^Bearer realm="holdfast", error="invalid_token", /);
  });

  test("works for the owner when he has logged in", async () => {
    const { accessToken } = await world.logIn();
    expect((await make(world, id, await samples[id](), { key: accessToken })).status).toBe(successStatus);
  });

  if (logInOnly) {
    test("is 403 for a key, whatever its scopes", async () => {
      for (const key of [world.clinic.owner.key, world.clinic.publishableKey])
        expect((await make(world, id, await samples[id](), { key })).status).toBe(403);
    });
    return;
  }

  test("is 403 for a key that has every scope but the one that is needed", async () => {
    const { key } = await world.clinic.addKey({ scopes: SCOPES.filter((each) => each !== scope) });
    const { status, body } = await make(world, id, await samples[id](), { key });
    expect(status).toBe(403);
    expect(body).toMatchObject({ code: "forbidden", detail: expect.stringContaining(scope!) });
  });

  test("works for a key that has the needed scope alone, the override of the sample apart", async () => {
    const { path, body } = await samples[id]();
    const needsOverride = body !== undefined && "override" in body;
    const { key } = await world.clinic.addKey({ scopes: [scope!, ...(needsOverride ? OVERRIDE : [])] });
    expect((await make(world, id, { path, body }, { key })).status).toBe(successStatus);
  });

  test(`is ${publishable ? "open to" : "403 for"} a publishable key`, async () => {
    const { path, body } = await samples[id]();
    const { override: _, ...plain } = (body ?? {}) as { override?: unknown; startsAt?: string };
    const inHours = plain.startsAt === undefined ? body : { ...plain, startsAt: "2026-12-01T09:00:00Z" };
    const answer = await make(world, id, { path, body: inHours }, { key: world.clinic.publishableKey });
    expect(answer.status).toBe(publishable ? successStatus : 403);
  });
});

const OVERRIDE = ["bookings:override"] as const;

test("what needs no credential minds none", async () => {
  for (const id of OPERATION_IDS.filter((each) => ruleOf(each) === null))
    for (const key of [null, expired])
      expect((await make(world, id, await samples[id](), { key })).status).toBe(OPERATIONS[id].successStatus);
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
