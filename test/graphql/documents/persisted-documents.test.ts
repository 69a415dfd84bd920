import { expect, test } from "@jest/globals";
import { buildSchema } from "graphql";
import { hash } from "node:crypto";
import { createDocumentCaches } from "../../../src/graphql/documents/document-caches.ts";
import { automaticDocuments, trustedDocuments } from "../../../src/graphql/documents/persisted-documents.ts";
import type { DocumentContext } from "../../../src/graphql/documents/prepare-document.ts";

const schema = buildSchema("type Query { a: Int }");

function createContext(): DocumentContext {
  return { schema, caches: createDocumentCaches(), suggestsNames: false };
}

function named(text: string) {
  return { documentId: hash("sha256", text), query: null };
}

test("a document in use is found after a stream of others; one that was only sent is forgotten, since memory is bounded", () => {
  const ctx = createContext();
  const [used, sent] = ["query Used { a }", "query Sent { a }"];
  for (const query of [used, sent]) automaticDocuments(ctx, { documentId: hash("sha256", query), query });
  const { prepared } = automaticDocuments(ctx, named(used));
  for (let i = 0; i < 600; i++) automaticDocuments(ctx, { documentId: null, query: `query Other${i} { a }` });
  expect(automaticDocuments(ctx, named(used)).prepared).toBe(prepared);
  expect(() => automaticDocuments(ctx, named(sent))).toThrow("PersistedQueryNotFound");
});

test("a text that is not on the list is refused before it is parsed, and nothing is kept of it", () => {
  const ctx = createContext();
  const find = trustedDocuments(new Map([["a", "{ a }"]]));
  for (const query of ["{ a } ", "{", "{ a }".repeat(50_000)])
    expect(() => find(ctx, { documentId: null, query })).toThrow("Only the documents of this server's list are taken.");
  expect([ctx.caches.fresh.size, ctx.caches.refused.size]).toEqual([0, 0]);
});
