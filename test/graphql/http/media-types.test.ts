import { expect, test } from "@jest/globals";
import { acceptedMediaType } from "../../../src/graphql/http/media-types.ts";

const NEWER = "application/graphql-response+json";
const OLDER = "application/json";

test.each([
  [undefined, OLDER],
  ["*/*", OLDER],
  ["application/*", OLDER],
  ["application/json", OLDER],
  [NEWER, NEWER],
  [`${NEWER}; charset=utf-8, application/json; charset=utf-8`, NEWER],
  ["application/json, application/graphql-response+json", NEWER],
  ["application/json, application/graphql-response+json;q=0.9", OLDER],
  ["application/graphql-response+json;q=0, */*", OLDER],
  ["application/json;q=0, */*", NEWER],
  ["text/html, application/xhtml+xml, */*;q=0.8", OLDER],
  ["APPLICATION/GRAPHQL-RESPONSE+JSON", NEWER],
  ["text/html", null],
  ["text/event-stream", null],
  ["application/json;q=0", null],
  ["application/json; charset=iso-8859-1", null],
  ["application/json;q=nonsense", null],
])("Accept: %s is answered in %s", (accept, expected) => {
  expect(acceptedMediaType(accept)).toBe(expected);
});
