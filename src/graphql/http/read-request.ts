import type { GraphQLRequest } from "../execution/answer-request.ts";
import { refusal } from "../limits/refusal.ts";

/** What a POST asks. @throws malformed_request, batch_not_supported */
export function readPost(body: string): GraphQLRequest {
  return toRequest(parseJson(body, "The body"));
}

/** What a GET asks, in its query string. @throws malformed_request */
export function readGet(url: string): GraphQLRequest {
  const start = url.indexOf("?");
  const given = new URLSearchParams(start === -1 ? "" : url.slice(start + 1));
  const json = (name: string) => (given.get(name) ? parseJson(given.get(name)!, name) : undefined);
  const [query, operationName] = [given.get("query"), given.get("operationName")];
  return toRequest({ query, operationName, variables: json("variables"), extensions: json("extensions") });
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal("malformed_request", `${what} is not JSON.`);
  }
}

/** Members that it does not know it leaves alone (GraphQL over HTTP 5.1). */
function toRequest(body: unknown): GraphQLRequest {
  if (Array.isArray(body)) throw refusal("batch_not_supported", "Send one request at a time.");
  if (!isObject(body)) throw refusal("malformed_request", "The body must be an object.");
  const { query, operationName = null, variables, extensions } = body;
  if (typeof query !== "string") throw refusal("malformed_request", "query must be a text: the document.");
  if (operationName !== null && typeof operationName !== "string")
    throw refusal("malformed_request", "operationName must be a text or null.");
  return {
    query,
    operationName,
    variables: objectOrNothing(variables, "variables") ?? {},
    extensions: objectOrNothing(extensions, "extensions"),
  };
}

function objectOrNothing(value: unknown, name: string): Record<string, unknown> | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) throw refusal("malformed_request", `${name} must be an object or null.`);
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
