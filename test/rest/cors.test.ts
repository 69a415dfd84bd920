import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { bookingRequest } from "../support/booking-request.ts";
import { APP_ORIGIN, type Answer } from "../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";

const SHOP = "https://shop.example";
const STRANGER = "https://evil.example";
const ALLOW = "access-control-allow-origin";
const CREDENTIALS = "access-control-allow-credentials";

let world: RestWorld;
/** For the pages of the shop, and of all that are below partner.example. */
let shopKey: string;

beforeAll(async () => {
  world = await createRestWorld();
  const { key } = await world.clinic.addKey({
    kind: "publishable",
    allowedOrigins: [SHOP, "https://*.partner.example", "capacitor://localhost"],
  });
  shopKey = key;
});

afterAll(() => world.close());

const from = (Origin: string, key: string | null = shopKey, path = "/v1/event-types") =>
  world.call("GET", path, { key, headers: { Origin } });

function preflight(Origin: string, path = "/v1/bookings", method = "POST"): Promise<Answer> {
  const asked = { "Access-Control-Request-Method": method, "Access-Control-Request-Headers": "authorization" };
  return world.app.call("OPTIONS", path, { headers: { Origin, ...asked } });
}

describe("a page that the key is for", () => {
  test.each([SHOP, "https://a.partner.example", "https://a.b.partner.example", "capacitor://localhost"])(
    "%s reads what is answered, and may not bring cookies",
    async (origin) => {
      const { status, headers } = await from(origin);
      expect([status, headers[ALLOW], headers[CREDENTIALS]]).toEqual([200, origin, undefined]);
      for (const name of ["ETag", "RateLimit", "Retry-After", "Idempotency-Replayed", "X-Request-Id"])
        expect(headers["access-control-expose-headers"]).toContain(name);
      expect(headers.vary).toContain("Origin");
    },
  );

  test("books", async () => {
    const { id } = await world.clinic.addEventType();
    const body = bookingRequest(id, "2026-12-01T09:00:00Z");
    const answer = await world.call("POST", "/v1/bookings", { key: shopKey, body, headers: { Origin: SHOP } });
    expect([answer.status, answer.headers[ALLOW]]).toEqual([201, SHOP]);
  });

  test("reads problems too, those of a key that is over among them", async () => {
    const missing = await from(SHOP, shopKey, "/v1/event-types/evt_none");
    expect([missing.status, missing.headers[ALLOW]]).toEqual([404, SHOP]);
    const unknown = await from(SHOP, `${shopKey}x`);
    expect([unknown.status, unknown.headers[ALLOW]]).toEqual([401, SHOP]);
  });
});

describe("any other page", () => {
  test.each([
    STRANGER,
    "null",
    "http://shop.example",
    "https://shop.example:8443",
    "https://shop.example.evil.example",
    "https://evilshop.example",
    "https://www.shop.example",
    "https://SHOP.example",
    "https://shop.example/",
    "https://shop.example@evil.example",
    "https://partner.example",
    "https://evilpartner.example",
    "https://a.partner.example:444",
    "http://a.partner.example",
    "https://.partner.example",
    "https://evil.example#.partner.example",
    "https://evil.example/.partner.example",
    "capacitor://localhost.evil",
    "file://",
    "",
  ])("%p is refused, and reads nothing", async (origin) => {
    const { status, body, headers } = await from(origin);
    expect([status, body.code]).toEqual([403, "origin_not_allowed"]);
    expect(headers[ALLOW]).toBeUndefined();
    expect(headers[CREDENTIALS]).toBeUndefined();
    expect(headers.vary).toContain("Origin");
  });

  test("is refused before anything is done", async () => {
    const { id } = await world.clinic.addEventType();
    const body = bookingRequest(id, "2026-12-02T09:00:00Z");
    const options = { key: shopKey, body, headers: { Origin: STRANGER } };
    expect((await world.call("POST", "/v1/bookings", options)).status).toBe(403);
    expect(await world.sql("SELECT id FROM booking WHERE event_type_id = $1", [id])).toEqual([]);
  });

  test("may be another key's: what one key allows says nothing of the next", async () => {
    const other = await world.clinic.addKey({ kind: "publishable", allowedOrigins: ["https://other.example"] });
    const { status, headers } = await from(SHOP, other.key);
    expect([status, headers[ALLOW]]).toEqual([403, undefined]);
    expect((await from("https://other.example", other.key)).status).toBe(200);
  });

  test("comes neither by a secret key nor by an access token, which are not for foreign pages", async () => {
    const { accessToken } = await world.logIn();
    for (const key of [world.clinic.owner.key, accessToken])
      for (const origin of [SHOP, STRANGER]) {
        const { status, headers } = await from(origin, key);
        expect([status, headers[ALLOW]]).toEqual([403, undefined]);
      }
  });

  test("logs nobody in, and reads the contract", async () => {
    const body = world.clinic.ownerLogIn;
    const logIn = await world.app.call("POST", "/v1/auth/log-in", { body, headers: { Origin: STRANGER } });
    expect([logIn.status, logIn.body.code, logIn.headers[ALLOW]]).toEqual([403, "origin_not_allowed", undefined]);
    const contract = await from(STRANGER, null, "/openapi.json");
    expect([contract.status, contract.headers[ALLOW], contract.headers[CREDENTIALS]]).toEqual([200, "*", undefined]);
  });
});

test("a key without origins is for no page but the app's own; one with * is for every page of the web", async () => {
  expect((await from(SHOP, world.clinic.publishableKey)).status).toBe(403);
  expect((await from(APP_ORIGIN, world.clinic.publishableKey)).status).toBe(200);
  const open = await world.stranger.addKey({ kind: "publishable", allowedOrigins: ["*"] });
  expect((await from(STRANGER, open.key)).status).toBe(200);
  expect((await from("null", open.key)).status).toBe(403);
  await world.app.call("DELETE", `/v1/api-keys/${open.id}`, { key: world.stranger.owner.key });
});

test("what comes from no page needs no origin", async () => {
  for (const key of [shopKey, world.clinic.publishableKey]) {
    const { status, headers } = await world.call("GET", "/v1/event-types", { key });
    expect([status, headers[ALLOW]]).toEqual([200, undefined]);
    expect(headers.vary).toContain("Origin");
  }
});

test("the app's own pages come with any credential, and bring cookies", async () => {
  const { accessToken } = await world.logIn();
  for (const key of [shopKey, world.clinic.owner.key, accessToken]) {
    const { status, headers } = await from(APP_ORIGIN, key);
    expect([status, headers[ALLOW], headers[CREDENTIALS]]).toEqual([200, APP_ORIGIN, "true"]);
  }
  const body = world.clinic.ownerLogIn;
  const { status } = await world.app.call("POST", "/v1/auth/log-in", { body, headers: { Origin: APP_ORIGIN } });
  expect(status).toBe(200);
});

describe("a preflight", () => {
  test.each(["/v1/bookings", "/graphql", "/v1/api-keys/x/rotate"])("for %s is answered at once", async (path) => {
    const { status, headers, text } = await preflight(SHOP, path);
    expect([status, text, headers[ALLOW], headers[CREDENTIALS]]).toEqual([204, "", SHOP, undefined]);
    expect(headers["access-control-allow-methods"]).toBe("GET, HEAD, POST, PATCH, DELETE");
    for (const name of ["Authorization", "Content-Type", "Idempotency-Key", "If-Match", "X-CSRF-Token", "X-Request-Id"])
      expect(headers["access-control-allow-headers"]).toContain(name);
    expect(headers.vary).toContain("Origin");
  });

  test("of the app's own pages lets them bring cookies", async () => {
    const { status, headers } = await preflight(APP_ORIGIN);
    expect([status, headers[ALLOW], headers[CREDENTIALS]]).toEqual([204, APP_ORIGIN, "true"]);
  });

  test.each([STRANGER, "null", "https://shop.example.evil.example"])("of %s is refused", async (origin) => {
    const { status, headers, body } = await preflight(origin);
    expect([status, body.code, headers[ALLOW]]).toEqual([403, "origin_not_allowed", undefined]);
  });

  test("knows an origin as soon as a key has it, and no longer when none has it any more", async () => {
    const origin = "https://new.example";
    expect((await preflight(origin)).status).toBe(403);
    const { id, key } = await world.clinic.addKey({ kind: "publishable" });
    const changed = await world.call("PATCH", `/v1/api-keys/${id}`, { body: { allowedOrigins: [origin] } });
    expect(changed.body).toMatchObject({ allowedOrigins: [origin] });
    expect([(await preflight(origin)).status, (await from(origin, key)).status]).toEqual([204, 200]);
    await world.call("PATCH", `/v1/api-keys/${id}`, { body: { allowedOrigins: [] } });
    expect([(await preflight(origin)).status, (await from(origin, key)).status]).toEqual([403, 403]);
  });

  test("is only what asks for a method; any other OPTIONS is 405", async () => {
    const { status } = await world.call("OPTIONS", "/v1/bookings", { headers: { Origin: SHOP } });
    expect(status).toBe(405);
  });
});

describe("over GraphQL", () => {
  const query = "{ eventTypes { nodes { title } } }";
  const ask = (Origin: string) =>
    world.call("POST", "/graphql", { key: shopKey, body: { query }, headers: { Origin } });

  test("the same pages are served and refused", async () => {
    const told = await ask(SHOP);
    expect([told.status, told.headers[ALLOW]]).toEqual([200, SHOP]);
    const refused = await ask(STRANGER);
    expect(refused.headers[ALLOW]).toBeUndefined();
    expect(refused.text).toContain('"code":"origin_not_allowed"');
    expect(refused.text).not.toContain('"data":{');
  });

  test("what caches may keep of a public read is kept apart by origin", async () => {
    const path = `/graphql?query=${encodeURIComponent(query)}`;
    const { headers } = await from(SHOP, shopKey, path);
    expect(headers["cache-control"]).toContain("public");
    expect(headers.vary).toMatch(/Authorization.*Origin|Origin.*Authorization/);
    expect(headers[ALLOW]).toBe(SHOP);
  });
});

test.each([
  "shop.example",
  "https://shop.example/",
  "https://shop.example/page",
  "https://SHOP.example",
  "https://shop.example:443",
  "https://*",
  "https://*.example",
  "https://*.shop.*",
  "https://*.10.0.0.1",
  "*.shop.example",
  "https://bücher.example",
  "null",
  "file://",
  "javascript:alert(1)",
])("%p is no origin that a key can be for", async (origin) => {
  const body = { name: "Web", kind: "publishable", allowedOrigins: [SHOP, origin] };
  const { status, body: problem } = await world.call("POST", "/v1/api-keys", { body });
  expect([status, problem.errors.map(({ pointer }) => pointer)]).toEqual([422, ["/allowedOrigins/1"]]);
});

test("a secret key is for no page", async () => {
  const body = { name: "Back end", allowedOrigins: [SHOP] };
  expect((await world.call("POST", "/v1/api-keys", { body })).body.errors[0]!.pointer).toBe("/allowedOrigins");
  const { id } = await world.clinic.addKey({});
  const changed = await world.call("PATCH", `/v1/api-keys/${id}`, { body: { allowedOrigins: [SHOP] } });
  expect(changed.status).toBe(422);
});
