import type { ContractDocument, JsonSchema } from "../../src/rest/contract-document.ts";

/**
 * The contract with every object closed. Clients must ignore what they do not know, so the contract leaves answers open;
 * a test of our own answers must not let a field pass that nobody has documented.
 */
export function closedContract(document: ContractDocument): ContractDocument {
  const schemas = document.components.schemas as Record<string, JsonSchema>;
  return closed(document, schemas) as ContractDocument;
}

function closed(node: unknown, schemas: Record<string, JsonSchema>): unknown {
  if (Array.isArray(node)) return node.map((item) => closed(item, schemas));
  if (typeof node !== "object" || node === null) return node;
  const schema = node as JsonSchema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value, schemas)]));
  if (isOpenObject(schema)) return { ...inner, unevaluatedProperties: false };
  if (!isPutTogether(schema)) return inner;
  return { ...inner, allOf: schema.allOf.map((part) => openPart(part, schemas)), unevaluatedProperties: false };
}

/** A part of an `allOf` stays open itself, for its neighbours' fields; what lies deeper in it is closed. */
function openPart(part: JsonSchema, schemas: Record<string, JsonSchema>): JsonSchema {
  const found = part.$ref === undefined ? part : schemas[part.$ref.split("/").at(-1)!]!;
  const properties = closed(found.properties, schemas) as Record<string, JsonSchema>;
  return { ...found, properties };
}

function isOpenObject({ type, properties, additionalProperties }: JsonSchema): boolean {
  return type === "object" && properties !== undefined && additionalProperties === undefined;
}

/** Objects such as a problem of one code: an `allOf` of schemas, beside nothing of its own. */
function isPutTogether(schema: JsonSchema): schema is JsonSchema & { allOf: JsonSchema[] } {
  return schema.allOf !== undefined && schema.properties === undefined;
}
