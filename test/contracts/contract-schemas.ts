import type { ContractDocument, JsonSchema } from "../../src/rest/contract-document.ts";

export interface PlacedSchema {
  place: string;
  schema: JsonSchema;
}

/** The schema and every schema that it is made of, references followed, each once. */
export function schemasWithin(document: ContractDocument, place: string, schema: JsonSchema): PlacedSchema[] {
  const found: PlacedSchema[] = [];
  const seen = new Set<JsonSchema>();
  const visit = (at: string, node: JsonSchema) => {
    if (seen.has(node)) return;
    seen.add(node);
    found.push({ place: at, schema: node });
    if (node.$ref !== undefined) visit(node.$ref, referred(document, node.$ref));
    for (const [step, child] of childrenOf(node)) visit(`${at}/${step}`, child);
  };
  visit(place, schema);
  return found;
}

/** `if` and `then` are left out: they add to a schema that has been seen. */
function childrenOf(node: JsonSchema): [string, JsonSchema][] {
  const single = (["items", "additionalProperties", "propertyNames"] as const)
    .map((keyword): [string, unknown] => [keyword, node[keyword]])
    .filter((entry): entry is [string, JsonSchema] => typeof entry[1] === "object");
  const lists = (["oneOf", "anyOf"] as const).flatMap((keyword) =>
    ((node[keyword] ?? []) as JsonSchema[]).map((child, index): [string, JsonSchema] => [`${keyword}/${index}`, child]),
  );
  return [...Object.entries(node.properties ?? {}), ...single, ...lists];
}

function referred(document: ContractDocument, ref: string): JsonSchema {
  const [, , section, name] = ref.split("/");
  return document.components[section!]![name!] as JsonSchema;
}
