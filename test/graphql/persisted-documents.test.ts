import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { hash } from "node:crypto";
import type { Answer, RestApp } from "../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

const NEWER = { accept: "application/graphql-response+json" };

/** By POST, and by GET. */
const WAYS: [string, (app: RestApp, request: object) => Promise<Answer>][] = [
  ["POST", (app, body) => app.call("POST", "/graphql", { key: world.clinic.owner.key, headers: NEWER, body })],
  [
    "GET",
    (app, request) => {
      const texts = Object.entries(request).map(([name, value]) => [
        name,
        typeof value === "string" ? value : JSON.stringify(value),
      ]);
      const path = `/graphql?${new URLSearchParams(texts)}`;
      return app.call("GET", path, { key: world.clinic.owner.key, headers: NEWER });
    },
  ],
];

interface Result {
  data?: unknown;
  errors?: { message: string; extensions: { code: string } }[];
}

function resultOf(answer: Answer): Result {
  return answer.body as unknown as Result;
}

function codeOf(answer: Answer): string | undefined {
  return resultOf(answer).errors?.[0]?.extensions.code;
}

/** As Apollo's clients send it. */
function apollo(text: string): object {
  return { extensions: { persistedQuery: { version: 1, sha256Hash: hash("sha256", text) } } };
}

describe.each(WAYS)("a document that was sent once is named afterwards, by %s", (way, ask) => {
  test.each([
    ["as Apollo's clients do", apollo],
    ["by documentId", (text: string) => ({ documentId: `sha256:${hash("sha256", text)}` })],
  ])("%s", async (how, named) => {
    const query = `query Named { viewer { scopes } } # ${way} ${how}`;
    const before = await ask(world.app, named(query));
    expect([before.status, before.headers["cache-control"]]).toEqual([400, "no-store"]);
    expect(resultOf(before)).toEqual({
      errors: [{ message: "PersistedQueryNotFound", extensions: { code: "document_not_found" } }],
    });
    const sent = await ask(world.app, { query, ...named(query) });
    const after = await ask(world.app, named(query));
    expect(resultOf(sent).data).toMatchObject({ viewer: { scopes: expect.any(Array) } });
    expect([after.status, resultOf(after).data]).toEqual([200, resultOf(sent).data]);
  });

  test("with variables and the name of its operation", async () => {
    const query = `query A { __typename } query B($id: ID!) { booking(id: $id) { id } } # ${way}`;
    await ask(world.app, { query, operationName: "A", ...apollo(query) });
    const asked = { operationName: "B", variables: { id: "bkg_x" }, ...apollo(query) };
    expect(resultOf(await ask(world.app, asked)).data).toEqual({ booking: null });
  });

  test("not when the identifier is another document's", async () => {
    const query = `{ viewer { scopes } } # ${way} other`;
    const named = { query, ...apollo("{ __typename }") };
    expect(codeOf(await ask(world.app, named))).toBe("document_mismatch");
    expect(codeOf(await ask(world.app, { query, documentId: "5d41402abc4b2a76" }))).toBe("document_mismatch");
    expect(codeOf(await ask(world.app, apollo(query)))).toBe("document_not_found");
  });

  test("not when it was refused", async () => {
    const query = `{ viewer { secrets } } # ${way}`;
    expect(codeOf(await ask(world.app, { query, ...apollo(query) }))).toBe("invalid_document");
    expect(codeOf(await ask(world.app, apollo(query)))).toBe("document_not_found");
  });

  test.each([
    ["an unknown version", { extensions: { persistedQuery: { version: 2, sha256Hash: "a" } } }],
    ["no hash", { extensions: { persistedQuery: { version: 1 } } }],
    ["two names", { documentId: "a", ...apollo("{ __typename }") }],
    ["no name at all", { extensions: {} }],
  ])("not with %s", async (_, request) => {
    const answer = await ask(world.app, request);
    expect([answer.status, codeOf(answer)]).toEqual([400, "malformed_request"]);
  });
});

describe.each(WAYS)("a server with a list of documents, by %s", (_, ask) => {
  const trusted = "query Trusted { viewer { scopes } }";
  const trustedManifest = new Map([
    ["dashboard-1", trusted],
    ["outdated", "query Outdated { viewer { shoeSize } }"],
  ]);
  let server: RestApp;

  beforeAll(async () => {
    server = await world.startTwin({ trustedManifest });
  });

  test.each([
    ["its identifier", { documentId: "dashboard-1" }],
    [
      "its identifier, as Apollo's clients send it",
      { extensions: { persistedQuery: { version: 1, sha256Hash: "dashboard-1" } } },
    ],
    ["its SHA-256", { documentId: `sha256:${hash("sha256", trusted)}` }],
    ["its SHA-256, as Apollo's clients send it", apollo(trusted)],
    ["its text", { query: trusted }],
    ["both", { query: trusted, ...apollo(trusted) }],
  ])("carries out one of them by %s", async (_how, request) => {
    expect(resultOf(await ask(server, request)).data).toMatchObject({ viewer: { scopes: expect.any(Array) } });
  });

  test.each([
    ["another text", { query: "{ viewer { scopes } }" }],
    ["another text, however small", { query: `${trusted} ` }],
    ["text that is no GraphQL", { query: "{" }],
    ["the question for the schema", { query: "{ __schema { queryType { name } } }" }],
    ["an identifier that is not there", { documentId: "dashboard-2" }],
    ["a name that every object has", { documentId: "constructor" }],
    ["a hash with its text", { query: "{ __typename }", ...apollo("{ __typename }") }],
  ])("refuses %s", async (_how, request) => {
    expect(codeOf(await ask(server, request))).toBe("document_not_trusted");
  });

  test("refuses another text under one of their identifiers", async () => {
    expect(codeOf(await ask(server, { documentId: "dashboard-1", query: "{ __typename }" }))).toBe("document_mismatch");
  });

  test("names at its start those that it will refuse", async () => {
    const warnings = server.logged.filter(({ level }) => level === "warn").map(({ fields }) => fields);
    expect(warnings).toEqual([{ documentId: "outdated", reason: 'Cannot query field "shoeSize" on type "Viewer".' }]);
    expect(codeOf(await ask(server, { documentId: "outdated" }))).toBe("invalid_document");
  });
});
