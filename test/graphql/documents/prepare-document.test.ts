import { describe, expect, test } from "@jest/globals";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { buildSchema, getIntrospectionQuery } from "graphql";
import { chooseOperation } from "../../../src/graphql/documents/choose-operation.ts";
import { createDocumentCaches } from "../../../src/graphql/documents/document-caches.ts";
import { prepareDocument, type DocumentContext } from "../../../src/graphql/documents/prepare-document.ts";
import { HOSTILE_DOCUMENTS, nested, times } from "../hostile-documents.ts";

const schema = buildSchema(`
  type Query { viewer(kind: Kind, key: String): Viewer node: Query a: Query }
  type Viewer { scopes: [String!]! self: Viewer }
  enum Kind { public private }
`);

/** The parser keeps a token for each. */
const COMMENTS = "#\n".repeat(500);

function createContext(suggestsNames = false): DocumentContext {
  return { schema, caches: createDocumentCaches(), suggestsNames };
}

function heapAfterCollection(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().heapUsed;
}

interface RefusalBody {
  errors: { message: string; extensions: { code: string; limit?: number } }[];
}

function refusalOf(ctx: DocumentContext, text: string): RefusalBody["errors"] {
  const { refused } = prepareDocument(ctx, text);
  return refused ? (JSON.parse(refused.body) as RefusalBody).errors : [];
}

test.each(HOSTILE_DOCUMENTS)("$name: $code", ({ query, code }) => {
  expect(refusalOf(createContext(), query)[0]?.extensions.code).toBe(code);
});

describe("what is just within a limit is taken", () => {
  test.each([
    ["14 levels", nested(13, "a").replace("a } ", "a { __typename } } ")],
    ["100 aliases", `{ viewer { ${times(100, (i) => `a${i}: scopes`)} } }`],
    ["20 fields at the root", `{ ${times(20, (i) => `a${i}: __typename`)} }`],
    ["the same field 32 times", `{ viewer { ${"scopes ".repeat(32)} } }`],
    ["an alias of 63 bytes", `{ ${"a".repeat(63)}: viewer { scopes } }`],
    ["brackets in texts and comments", `{ viewer(key: "${"[".repeat(99)}\\"") { scopes } } # ${"{".repeat(99)}`],
    ["brackets in a block text", `{ viewer(key: """${"[".repeat(99)} " \\""" ${"{".repeat(99)}""") { scopes } }`],
    [
      "GraphiQL's question for the schema",
      getIntrospectionQuery({
        descriptions: true,
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        schemaDescription: true,
        inputValueDeprecation: true,
        oneOf: true,
      }),
    ],
  ])("%s", (_, text) => {
    expect(refusalOf(createContext(), text)).toEqual([]);
  });
});

test("a refusal says the limit, and what was asked", () => {
  expect(refusalOf(createContext(), nested(15))).toMatchObject([
    { message: expect.stringContaining("15 were asked"), extensions: { code: "query_too_deep", limit: 14 } },
  ]);
});

test("a document that was prepared is taken from memory", () => {
  const ctx = createContext();
  const first = prepareDocument(ctx, "{ viewer { scopes } }");
  expect(prepareDocument(ctx, "{ viewer { scopes } }").prepared).toBe(first.prepared);
});

test("a document that was refused is refused again without being parsed", () => {
  const ctx = createContext();
  const text = `{ viewer { ${times(300, (i) => `a${i}`)} } }`;
  const first = prepareDocument(ctx, text).refused;
  const startedAt = performance.now();
  let again = 0;
  while (prepareDocument(ctx, text).refused === first && again < 1_000) again++;
  const meanMs = (performance.now() - startedAt) / 1_000;
  expect(again).toBe(1_000);
  process.stdout.write(`the same document refused 1,000 times: ${meanMs.toFixed(4)} ms each\n`);
});

test("10,000 hostile documents and 625 that are never sent again leave memory bounded, and what is in use prepared", () => {
  const ctx = createContext();
  const inUse = "{ viewer { scopes } }";
  prepareDocument(ctx, inUse);
  const { prepared } = prepareDocument(ctx, inUse);
  const before = heapAfterCollection();
  for (let i = 0; i < 10_000; i++) {
    prepareDocument(ctx, `{ viewer { a${i} } }`);
    if (i % 16 === 0)
      prepareDocument(ctx, `{ viewer { ${times(90, (field) => `a${i}_${field}: scopes`)} } ${COMMENTS} }`);
  }
  const { fresh, proven, refused } = ctx.caches;
  const heapMb = (heapAfterCollection() - before) / 1e6;
  process.stdout.write(
    `after 10,625 documents: ${refused.size} refused (${refused.calculatedSize} characters), ` +
      `${fresh.size} fresh and ${proven.size} proven (${fresh.calculatedSize + proven.calculatedSize} units), heap +${heapMb.toFixed(1)} MB\n`,
  );
  expect(refused.size).toBeLessThanOrEqual(10_000);
  expect(refused.calculatedSize).toBeLessThanOrEqual(5_000_000);
  expect(fresh.size).toBeLessThanOrEqual(500);
  expect(fresh.calculatedSize).toBeLessThanOrEqual(50_000);
  expect(proven.size).toBe(1);
  expect(prepareDocument(ctx, inUse).prepared).toBe(prepared);
}, 120_000);

test("a refusal keeps nothing of the document, and repeats no more than a line of it", () => {
  const [error] = refusalOf(createContext(), `{ viewer(key: [${"1, ".repeat(900)}]) { scopes } }`);
  expect(error?.message.length).toBeLessThanOrEqual(501);
});

test("names that were probably meant are told only where everybody may know them", () => {
  const text = "{ viewer(kind: publc) { scops } }";
  const messages = (suggestsNames: boolean) =>
    refusalOf(createContext(suggestsNames), text).map(({ message }) => message.includes("Did you mean"));
  expect(messages(false)).toEqual([false, false]);
  expect(messages(true)).toEqual([true, true]);
});

describe("of two operations", () => {
  const text = "query First { viewer { scopes } } query Second { node { __typename } }";
  const { prepared } = prepareDocument(createContext(), text);
  const nameOf = (name: string | null) => chooseOperation(prepared!, name).name?.value;

  test("the one that is named is chosen, each time anew", () => {
    expect([nameOf("Second"), nameOf("First"), nameOf("Second")]).toEqual(["Second", "First", "Second"]);
  });

  test.each([[null], [""], ["Third"], ["__proto__"], ["constructor"]])("none is chosen by %p", (name) => {
    expect(() => nameOf(name)).toThrow(expect.objectContaining({ extensions: { code: "operation_not_found" } }));
  });
});

test.each([
  ["{ viewer { scopes } }", false],
  ["{ __typename viewer { __typename } }", false],
  ["{ __schema { queryType { name } } }", true],
  ['{ x: __type(name: "Query") { name } }', true],
  ["{ ... { ...F } } fragment F on Query { __schema { queryType { name } } }", true],
  ["query A { viewer { scopes } } query B { __schema { queryType { name } } }", true],
])("%s asks for the schema: %p", (text, expected) => {
  expect(prepareDocument(createContext(), text).prepared?.asksForSchema).toBe(expected);
});
