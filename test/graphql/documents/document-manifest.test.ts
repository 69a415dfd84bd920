import { describe, expect, test } from "@jest/globals";
import { parseDocumentManifest } from "../../../src/graphql/documents/document-manifest.ts";

describe("a manifest is read", () => {
  test("as Relay and GraphQL Code Generator write it", () => {
    const json = JSON.stringify({ "5d41402abc4b2a76": "query A { a }", "x-app:B": "query B { b }" });
    expect([...parseDocumentManifest(json)]).toEqual([
      ["5d41402abc4b2a76", "query A { a }"],
      ["x-app:B", "query B { b }"],
    ]);
  });

  test("as Apollo's tools write it", () => {
    const operation = { id: "c0ffee", name: "A", type: "query", body: "query A { a }" };
    const json = JSON.stringify({ format: "apollo-persisted-query-manifest", version: 1, operations: [operation] });
    expect([...parseDocumentManifest(json)]).toEqual([["c0ffee", "query A { a }"]]);
  });

  test.each([
    ["query A { a }", "it is not JSON"],
    ["[]", `it is not { "<id>": "<document>" }, or Apollo's manifest`],
    ["{}", "it has no document"],
    [`{ "a": 1 }`, `it is not { "<id>": "<document>" }, or Apollo's manifest: "a" is no text`],
    [
      `{ "format": "apollo-persisted-query-manifest", "version": 2, "operations": [] }`,
      "it is a manifest of a form that is not known: Apollo's has version 1",
    ],
    [
      `{ "format": "apollo-persisted-query-manifest", "version": 1, "operations": [{ "id": "a" }] }`,
      "operations[0] has no id or no body",
    ],
  ])("unless it is none: %s", (json, message) => {
    expect(() => parseDocumentManifest(json)).toThrow(expect.objectContaining({ message }));
  });
});
