import type { DocumentManifest } from "./persisted-documents.ts";

const EXPECTED = `{ "<id>": "<document>" }, or Apollo's manifest`;

/**
 * Reads the list of a client's documents, as Relay and GraphQL Code Generator write it (`{ "<id>": "<document>" }`), or
 * as Apollo's tools do.
 * @throws Error whose message says what is wrong, in one line
 */
export function parseDocumentManifest(json: string): DocumentManifest {
  const manifest = new Map(entriesOf(parseJson(json)));
  if (manifest.size === 0) throw new Error("it has no document");
  return manifest;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new Error("it is not JSON", { cause });
  }
}

function entriesOf(manifest: unknown): [string, string][] {
  if (!isObject(manifest)) throw new Error(`it is not ${EXPECTED}`);
  if ("format" in manifest && "operations" in manifest) return entriesOfApollo(manifest);
  return Object.entries(manifest).map(([id, text]) => {
    if (typeof text === "string") return [id, text];
    throw new Error(`it is not ${EXPECTED}: ${JSON.stringify(id)} is no text`);
  });
}

/** `{ format, version, operations: [{ id, name, type, body }] }`, as generate-persisted-query-manifest writes it. */
function entriesOfApollo({ format, version, operations }: Record<string, unknown>): [string, string][] {
  if (format !== "apollo-persisted-query-manifest" || version !== 1 || !Array.isArray(operations))
    throw new Error("it is a manifest of a form that is not known: Apollo's has version 1");
  return operations.map((operation: unknown, index) => {
    const { id, body } = isObject(operation) ? operation : {};
    if (typeof id === "string" && typeof body === "string") return [id, body];
    throw new Error(`operations[${index}] has no id or no body`);
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
