import type { GraphQLRequest } from "../execution/answer-request.ts";
import { refusal } from "../limits/refusal.ts";

/** What a POST asks. @throws malformed_request, batch_not_supported */
export function readPost(body: string): GraphQLRequest {
  return { ...toRequest(parseJson(body, "The body")), mayBeKept: false };
}

/** What a GET asks, in its query string. @throws malformed_request */
export function readGet(url: string): GraphQLRequest {
  const start = url.indexOf("?");
  const given = new URLSearchParams(start === -1 ? "" : url.slice(start + 1));
  const json = (name: string) => (given.get(name) ? parseJson(given.get(name)!, name) : undefined);
  const [query, documentId, operationName] = [given.get("query"), given.get("documentId"), given.get("operationName")];
  const request = toRequest({
    query,
    documentId,
    operationName,
    variables: json("variables"),
    extensions: json("extensions"),
  });
  return { ...request, mayBeKept: true };
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal("malformed_request", `${what} is not JSON.`);
  }
}

/** Members that it does not know it leaves alone (GraphQL over HTTP 5.1). */
function toRequest(body: unknown): Omit<GraphQLRequest, "mayBeKept"> {
  if (Array.isArray(body)) throw refusal("batch_not_supported", "Send one request at a time.");
  if (!isObject(body)) throw refusal("malformed_request", "The body must be an object.");
  const extensions = objectOrNothing(body.extensions, "extensions");
  const query = textOrNull(body.query, "query");
  const documentId = toDocumentId(textOrNull(body.documentId, "documentId"), extensions?.persistedQuery);
  if (query === null && documentId === null)
    throw refusal("malformed_request", "query must be a text: the document. Or documentId, which names one.");
  return {
    query,
    documentId,
    operationName: textOrNull(body.operationName, "operationName"),
    variables: objectOrNothing(body.variables, "variables") ?? {},
    extensions,
  };
}

/** The identifier of the document, by whichever of the two ways it is given: GraphQL over HTTP A, or Apollo's. */
function toDocumentId(documentId: string | null, persistedQuery: unknown): string | null {
  if (persistedQuery === undefined || persistedQuery === null) return documentId;
  const { version, sha256Hash } = isObject(persistedQuery) ? persistedQuery : {};
  if (version !== 1 || typeof sha256Hash !== "string" || sha256Hash === "")
    throw refusal("malformed_request", 'extensions.persistedQuery must be { "version": 1, "sha256Hash": "..." }.');
  if (documentId !== null) throw refusal("malformed_request", "Name the document once.");
  return sha256Hash;
}

function textOrNull(value: unknown, name: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== "string") throw refusal("malformed_request", `${name} must be a text or null.`);
  return value;
}

function objectOrNothing(value: unknown, name: string): Record<string, unknown> | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) throw refusal("malformed_request", `${name} must be an object or null.`);
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
