import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { setTimeout as sleep } from "node:timers/promises";
import type { Answer, CallOptions } from "../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

const NEWER = "application/graphql-response+json";
const HONEST = "{ viewer { organisation { id } } }";

function call(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
  return world.app.call(method, path, { key: world.clinic.owner.key, ...options });
}

function post(body: unknown, headers?: Record<string, string>): Promise<Answer> {
  return call("POST", "/graphql", { body, headers });
}

function get(request: object, headers?: Record<string, string>): Promise<Answer> {
  const entries = Object.entries(request).map(([name, value]) => [
    name,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
  return call("GET", `/graphql?${new URLSearchParams(entries)}`, { headers });
}

function codeOf(answer: Answer): unknown {
  const { errors } = answer.body as unknown as { errors?: { extensions: { code: string } }[] };
  return errors?.[0]?.extensions.code;
}

/** Both are paid for. */
function withoutRemaining(text: string): string {
  return text.replace(/"remaining":\d+/, "");
}

describe("a POST and a GET are answered alike", () => {
  test.each([
    ["an honest query", { query: HONEST }, 200],
    ["one of two operations", { query: `query A ${HONEST} query B { __typename }`, operationName: "B" }, 200],
    ["none of two operations", { query: `query A ${HONEST} query B { __typename }` }, 400],
    ["variables", { query: "query ($id: ID!) { booking(id: $id) { id } }", variables: { id: "bkg_nothing" } }, 200],
    ["a variable of the wrong type", { query: "query ($id: ID!) { booking(id: $id) { id } }", variables: {} }, 400],
    ["a syntax error", { query: "{ viewer {" }, 400],
    ["an unknown field", { query: "{ viewr { scopes } }" }, 400],
    ["a mutation", { query: "mutation { __typename }" }, 400],
    ["no document", { operationName: "A" }, 400],
    ["variables that are a list", { query: HONEST, variables: [1] }, 400],
    ["a hostile document", { query: `{ ${"a ".repeat(500)} }` }, 400],
  ])("%s", async (_, request, status) => {
    for (const accept of [NEWER, "application/json"]) {
      const [one, other] = [await post(request, { accept }), await get(request, { accept })];
      expect([other.status, withoutRemaining(other.text)]).toEqual([one.status, withoutRemaining(one.text)]);
      expect(other.headers["content-type"]).toBe(one.headers["content-type"]);
      expect(other.headers["cache-control"]).toBe(one.headers["cache-control"]);
      if (accept === NEWER) expect(one.status).toBe(status);
    }
  });

  test("without a credential", async () => {
    for (const answer of [
      await call("POST", "/graphql", { key: null, body: { query: HONEST } }),
      await call("GET", `/graphql?query=${encodeURIComponent(HONEST)}`, { key: null }),
    ]) {
      expect([answer.status, codeOf(answer)]).toEqual([401, "unauthenticated"]);
      expect(answer.headers["www-authenticate"]).toBe('Bearer realm="holdfast"');
    }
  });

  test("with JSON that is none", async () => {
    const answers = [await post("{"), await call("GET", "/graphql?query=%7Ba%7D&variables=%7B")];
    expect(answers.map((each) => [each.status, codeOf(each)])).toEqual([
      [400, "malformed_request"],
      [400, "malformed_request"],
    ]);
  });
});

describe("what a page of another site could make a browser send is not taken", () => {
  test.each([
    ["text/plain", JSON.stringify({ query: HONEST })],
    ["application/x-www-form-urlencoded", `query=${encodeURIComponent(HONEST)}`],
    [
      "multipart/form-data; boundary=x",
      `--x\r\nContent-Disposition: form-data; name="query"\r\n\r\n${HONEST}\r\n--x--`,
    ],
    ["application/graphql", HONEST],
    ["application/json; charset=iso-8859-1", JSON.stringify({ query: HONEST })],
    ["", JSON.stringify({ query: HONEST })],
  ])("%s", async (contentType, body) => {
    const answer = await post(body, { "content-type": contentType });
    expect([answer.status, codeOf(answer)]).toEqual([415, "unsupported_media_type"]);
  });

  test("a compressed body", async () => {
    expect((await post({ query: HONEST }, { "content-encoding": "gzip" })).status).toBe(415);
  });

  test("a cookie or a query parameter in place of the header", async () => {
    const { key } = world.clinic.owner;
    const path = `/graphql?query=%7B__typename%7D&access_token=${key}&authorization=${key}`;
    const headers = { cookie: `authorization=${key}; session=${key}` };
    expect((await call("GET", path, { key: null, headers })).status).toBe(401);
  });
});

test("methods other than GET and POST are refused, and told which there are", async () => {
  for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS"]) {
    const answer = await call(method, "/graphql");
    expect([answer.status, codeOf(answer), answer.headers.allow]).toEqual([405, "method_not_allowed", "GET, POST"]);
  }
});

test("who takes no JSON gets none, and nothing is carried out", async () => {
  const answer = await post({ query: HONEST }, { accept: "text/html" });
  expect([answer.status, codeOf(answer)]).toEqual([406, "not_acceptable"]);
});

test("a body over the limit is refused, announced or not, and the next request is answered", async () => {
  const large = JSON.stringify({ query: HONEST, extensions: { a: "x".repeat(300_000) } });
  const headers = { "content-type": "application/json", authorization: `Bearer ${world.clinic.owner.key}` };
  const send = (body: BodyInit) =>
    fetch(`${world.app.baseUrl}/graphql`, { method: "POST", headers, body, duplex: "half" } as RequestInit);
  for (const body of [large, new Blob([large]).stream()]) {
    const answer = await send(body);
    expect([answer.status, await answer.json()]).toMatchObject([
      413,
      { errors: [{ extensions: { code: "payload_too_large" } }] },
    ]);
    expect((await post({ query: HONEST })).status).toBe(200);
  }
});

test("every answer has its request's id, and nobody may keep it", async () => {
  for (const answer of [await post({ query: HONEST }), await get({ query: HONEST }), await post([])]) {
    expect(answer.headers["x-request-id"]).toMatch(/^[\w-]{36}$/);
    expect(answer.headers["cache-control"]).toBe("no-store");
  }
});

test("the log of requests says who asked", async () => {
  const headers = { "x-request-id": "who-asks" };
  await post({ query: HONEST }, headers);
  await sleep(20);
  const line = world.app.logged.find(({ fields }) => (fields as { requestId?: string }).requestId === "who-asks");
  expect(line?.fields).toMatchObject({ credentialId: world.clinic.owner.keyId });
});

describe("the schema may be asked for", () => {
  const schemaQuery = { query: "{ __schema { queryType { name } } }" };
  const typo = { query: "{ viewer { scops } }" };

  test("by those who work in the organisation", async () => {
    expect((await post(schemaQuery)).body).toMatchObject({ data: { __schema: { queryType: { name: "Query" } } } });
  });

  test("not by the holder of a publishable key, through whichever operation and name", async () => {
    const key = world.clinic.publishableKey;
    for (const query of [
      schemaQuery.query,
      "{ x: __schema { queryType { name } } }",
      '{ ... on Query { __type(name: "Query") { name } } }',
      "{ ...F } fragment F on Query { __schema { queryType { name } } }",
    ])
      expect(codeOf(await call("POST", "/graphql", { key, body: { query } }))).toBe("introspection_disabled");
    const typename = await call("POST", "/graphql", { key, body: { query: "{ __typename }" } });
    expect(typename.body).toMatchObject({ data: { __typename: "Query" } });
  });

  test("in development by everybody, who is told then which name was meant", async () => {
    const development = await world.startTwin({ isDevelopment: true });
    const key = world.clinic.publishableKey;
    expect((await development.call("POST", "/graphql", { key, body: schemaQuery })).body).toHaveProperty("data");
    expect((await development.call("POST", "/graphql", { key, body: typo })).text).toContain("Did you mean");
    expect((await post(typo)).text).not.toContain("Did you mean");
  });
});

test("a query over its time is given up", async () => {
  const { pool } = world.app;
  const held = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
  try {
    const [newer, older] = await Promise.all([
      post({ query: HONEST }, { accept: NEWER }),
      get({ query: HONEST }, { accept: "application/json" }),
    ]);
    expect([newer, older].map((each) => [each.status, codeOf(each)])).toEqual([
      [504, "query_timeout"],
      [504, "query_timeout"],
    ]);
  } finally {
    for (const connection of held) connection.release();
  }
});
