import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";
import { HOSTILE_DOCUMENTS, nested } from "./hostile-documents.ts";

let world: RestWorld;
let statements = 0;

beforeAll(async () => {
  world = await createRestWorld();
  world.app.pool.on("acquire", () => (statements += 1));
  await ask({ query: "{ viewer { scopes } }" });
});

afterAll(() => world.close());

interface Refusal {
  status: number;
  code: string | undefined;
  body: { data?: unknown; errors?: { message: string; extensions: { code: string } }[] };
  ms: number;
  statements: number;
}

const NEWER = "application/graphql-response+json";

/** Sends a body to the real application, and counts how often it goes to the database meanwhile. */
async function ask(body: unknown, headers: Record<string, string> = {}): Promise<Refusal> {
  const before = statements;
  const startedAt = performance.now();
  const { key } = world.clinic.owner;
  const answer = await world.app.call("POST", "/graphql", { key, body, headers: { accept: NEWER, ...headers } });
  const ms = performance.now() - startedAt;
  const parsed = answer.body as unknown as Refusal["body"];
  const code = parsed.errors?.[0]?.extensions.code;
  return { status: answer.status, code, body: parsed, ms, statements: statements - before };
}

interface Attack {
  name: string;
  body: unknown;
  status: number;
  code: string;
}

const query = "query ($id: ID!) { booking(id: $id) { id } }";
const ATTACKS: Attack[] = [
  ...HOSTILE_DOCUMENTS.map((document) => ({ ...document, body: { query: document.query }, status: 400 })),
  attack("a batch of 100", Array(100).fill({ query: "{ viewer { scopes } }" }), "batch_not_supported"),
  attack("an empty batch", [], "batch_not_supported"),
  attack("a document of 1 MB", { query: `{ viewer { scopes } } ${"#".repeat(1_000_000)}` }, "payload_too_large", 413),
  attack("variables 5,000 levels deep", `{"query":"{ a }","variables":{"a":${nestedJson(5_000)}}}`, "invalid_document"),
  attack(
    "the same for a valid document",
    `{"query":${JSON.stringify(query)},"variables":{"id":${nestedJson(5_000)}}}`,
    "variables_too_large",
  ),
  attack("100 kB of variables", { query, variables: { id: "x".repeat(100_000) } }, "variables_too_large"),
  attack(
    "__proto__ in the variables",
    `{"query":${JSON.stringify(query)},"variables":{"__proto__":1}}`,
    "name_not_allowed",
  ),
  attack("a variable of the wrong type", { query, variables: { id: { a: 1 } } }, "validation_failed"),
  attack(
    "an unknown operation",
    { query: "{ viewer { scopes } }", operationName: "constructor" },
    "operation_not_found",
  ),
  attack("5,000 lists as the document", `{"query":${nestedJson(5_000)}}`, "malformed_request"),
  attack("no JSON", '{ "query": ', "malformed_request"),
];

function attack(name: string, body: unknown, code: string, status = 400): Attack {
  return { name, body, code, status };
}

function nestedJson(levels: number): string {
  return "[".repeat(levels) + "]".repeat(levels);
}

describe("each attack is refused with its code, and nothing is read for it", () => {
  const times: string[] = [];
  afterAll(() => {
    process.stdout.write(`first refusal, the same again (ms, with HTTP):\n${times.join("\n")}\n`);
  });

  test.each(ATTACKS)("$name: $code", async ({ name, body, status, code }) => {
    const first = await ask(body);
    const again = await ask(body);
    for (const refusal of [first, again]) {
      expect(refusal).toMatchObject({ status, code, statements: 0 });
      expect(refusal.body).not.toHaveProperty("data");
    }
    times.push(`${first.ms.toFixed(1).padStart(7)} ${again.ms.toFixed(1).padStart(6)}  ${name}`);
  });
});

test("a document that was refused is refused for everybody, and one that is deep in a document in use too", async () => {
  const shallow = `query Shallow { viewer { scopes } }`;
  expect((await ask({ query: shallow })).status).toBe(200);
  const deep = `${shallow} query Deep ${nested(50)}`;
  for (const operationName of ["Shallow", "Deep"])
    expect(await ask({ query: deep, operationName })).toMatchObject({ code: "query_too_deep", statements: 0 });
});

test("2,000 distinct hostile documents from four callers leave those beside them answered", async () => {
  const honest: number[] = [];
  const running = new Set([0, 1, 2, 3]);
  const hostile = async (caller: number) => {
    for (let i = 0; i < 500; i++)
      expect((await ask({ query: `{ viewer { x${caller}_${i} } }` })).code).toBe("invalid_document");
  };
  const callers = Promise.all([...running].map((caller) => hostile(caller).finally(() => running.delete(caller))));
  while (running.size > 0) {
    const { status, ms } = await ask({ query: "{ viewer { scopes } }" });
    expect(status).toBe(200);
    honest.push(ms);
  }
  await callers;
  honest.sort((a, b) => a - b);
  const at = (share: number) => honest[Math.floor(honest.length * share)]!.toFixed(1);
  process.stdout.write(`beside hostile documents: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms of ${honest.length}\n`);
}, 120_000);

test("of two operations in one document the one that is named is answered, also from memory", async () => {
  const both = "query First { viewer { scopes } } query Second { viewer { organisation { id } } }";
  const { organisationId } = world.clinic;
  for (let round = 0; round < 3; round++) {
    const first = await ask({ query: both, operationName: "First" });
    const second = await ask({ query: both, operationName: "Second" });
    expect(first.body.data).toEqual({ viewer: { scopes: expect.any(Array) } });
    expect(second.body.data).toEqual({ viewer: { organisation: { id: organisationId } } });
  }
});
