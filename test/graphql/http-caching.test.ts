import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Answer } from "../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";

let world: RestWorld;
let eventTypeId: string;
let availability: string;

beforeAll(async () => {
  world = await createRestWorld();
  ({ id: eventTypeId } = await world.clinic.addEventType());
  const times = 'from: "2026-12-01T00:00:00Z", to: "2026-12-03T00:00:00Z", timeZone: "Europe/Berlin"';
  availability = `availability(eventTypeId: "${eventTypeId}", ${times}) { days { date slots { startsAt } } }`;
});

afterAll(() => world.close());

function get(query: string, headers: Record<string, string> = {}, key = world.clinic.publishableKey): Promise<Answer> {
  return world.app.call("GET", `/graphql?query=${encodeURIComponent(query)}`, { key, headers });
}

function cachingOf({ headers }: Answer): unknown {
  const { "cache-control": control, vary, etag, ratelimit, "ratelimit-policy": policy } = headers;
  return { control, vary, etag, ratelimit, policy };
}

const KEPT = {
  control: "public, max-age=5",
  vary: "Accept, Authorization, Origin",
  etag: expect.stringMatching(/^"[\w-]+"$/),
  ratelimit: undefined,
  policy: undefined,
};
const NOT_KEPT = {
  control: "no-store",
  vary: "Origin",
  etag: undefined,
  ratelimit: expect.anything(),
  policy: expect.anything(),
};

describe("a public read by GET may be kept by shared caches as REST's may", () => {
  test.each([
    ["availability", () => `{ ${availability} }`],
    ["an event type", () => `{ eventType(id: "${eventTypeId}") { title locations { type } } }`],
    ["an event type that is not there", () => `{ eventType(id: "evt_x") { title } }`],
    ["event types", () => "{ eventTypes { nodes { title } totalCount } }"],
    ["all of them, under other names", () => `{ __typename a: ${availability} b: eventTypes { nodes { id } } }`],
  ])("%s", async (_, query) => {
    const answer = await get(query());
    expect([answer.status, cachingOf(answer)]).toEqual([200, KEPT]);
    expect(answer.body).toMatchObject({ extensions: { cost: { requested: expect.any(Number), limit: 5_000 } } });
    expect(answer.text).not.toContain("remaining");
    const path = `/v1/availability?eventTypeId=${eventTypeId}&from=2026-12-01T00:00:00Z&to=2026-12-02T00:00:00Z&timeZone=UTC`;
    const rest = await world.call("GET", path, { key: world.clinic.publishableKey });
    expect(answer.headers["cache-control"]).toBe(rest.headers["cache-control"]);
  });

  test("as the same bytes, as long as nothing changes", async () => {
    const [one, other] = [await get(`{ ${availability} }`), await get(`{ ${availability} }`)];
    expect([other.text, other.headers.etag]).toEqual([one.text, one.headers.etag]);
    const { id } = await world.book(eventTypeId, "2026-12-01T09:00:00Z");
    const changed = await get(`{ ${availability} }`);
    expect(changed.headers.etag).not.toBe(one.headers.etag);
    await world.call("POST", `/v1/bookings/${id}/cancel`, { body: {} });
    expect((await get(`{ ${availability} }`)).headers.etag).toBe(one.headers.etag);
  });

  test("and who has it already is told so", async () => {
    const { etag } = (await get(`{ ${availability} }`)).headers;
    const again = await get(`{ ${availability} }`, { "if-none-match": `"other", W/${etag}` });
    expect([again.status, again.text, again.headers["content-type"]]).toEqual([304, "", undefined]);
    expect(cachingOf(again)).toEqual({ ...KEPT, etag });
    expect((await get(`{ ${availability} }`, { "if-none-match": '"other"' })).status).toBe(200);
  });

  test("in two media types, which are two representations with a tag each", async () => {
    const types = ["application/json", "application/graphql-response+json"];
    const [older, newer] = await Promise.all(types.map((accept) => get("{ eventTypes { nodes { id } } }", { accept })));
    expect(newer!.text).toBe(older!.text);
    expect(newer!.headers.etag).not.toBe(older!.headers.etag);
  });
});

describe("nobody keeps", () => {
  test("what a secret key reads", async () => {
    const answer = await get(`{ ${availability} }`, {}, world.clinic.owner.key);
    expect([answer.status, cachingOf(answer)]).toEqual([200, NOT_KEPT]);
    expect(answer.body).toMatchObject({ extensions: { cost: { remaining: expect.any(Number) } } });
  });

  test("what was asked by POST", async () => {
    const body = { query: `{ ${availability} }` };
    const answer = await world.app.call("POST", "/graphql", { key: world.clinic.publishableKey, body });
    expect([answer.status, cachingOf(answer)]).toEqual([200, NOT_KEPT]);
  });

  test.each([
    ["a root that says who asks", () => `{ ${availability} viewer { scopes } }`],
    ["an object of any type", () => `{ node(id: "${eventTypeId}") { id } }`],
    [
      "an answer with an error",
      () =>
        '{ availability(eventTypeId: "evt_x", from: "2026-12-01T00:00:00Z", to: "2026-12-03T00:00:00Z", timeZone: "UTC") { days { date } } }',
    ],
    ["an answer with an error beside data", () => `{ eventTypes { nodes { id bookings { totalCount } } } }`],
  ])("%s", async (_, query) => {
    expect(cachingOf(await get(query()))).toEqual(NOT_KEPT);
  });

  test("a refusal", async () => {
    const answer = await get("{ eventTypes { nodes { shoeSize } } }");
    expect(cachingOf(answer)).toMatchObject({ control: "no-store", etag: undefined });
  });

  test("the price of a read that was not carried out", async () => {
    const path = `/graphql?${new URLSearchParams({ query: `{ ${availability} }`, extensions: '{"dryRun":true}' })}`;
    const answer = await world.app.call("GET", path, { key: world.clinic.publishableKey });
    expect(cachingOf(answer)).toEqual(NOT_KEPT);
  });
});

test("one organisation's answer is not another's", async () => {
  const query = "{ eventTypes { nodes { id } } }";
  const [own, other] = [await get(query), await get(query, {}, world.stranger.publishableKey)];
  expect(other.headers.etag).not.toBe(own.headers.etag);
});
