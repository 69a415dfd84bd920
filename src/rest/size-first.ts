const WITHIN_LIST = ["items", "uniqueItems"];
const WITHIN_MAP = ["additionalProperties", "propertyNames"];

/**
 * The same schemas, which look into a list or a free-form object only when it has no more entries than allowed. Told to
 * find all errors, ajv would look at each of 80,000 entries in a list of at most ten, and gathers what it finds there in
 * time that grows with the square: 1.3 s for a body of 60 kB, measured.
 */
export function sizeFirst(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(sizeFirst);
  if (typeof node !== "object" || node === null) return node;
  const schema = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, sizeFirst(value)]));
  const bounded = guarded(schema, "maxItems", WITHIN_LIST);
  // What a closed object has too much is told by the names of its fields, which have to stand beside it.
  return schema.additionalProperties === false ? bounded : guarded(bounded, "maxProperties", WITHIN_MAP);
}

function guarded(schema: Record<string, unknown>, limit: string, within: string[]): Record<string, unknown> {
  if (typeof schema[limit] !== "number") return schema;
  const isWithin = ([key]: [string, unknown]) => within.includes(key);
  const inner = Object.fromEntries(Object.entries(schema).filter(isWithin));
  const outer = Object.fromEntries(Object.entries(schema).filter((entry) => !isWithin(entry)));
  const guard = { if: { [limit]: schema[limit] }, then: inner };
  return { ...outer, allOf: [...((schema.allOf ?? []) as unknown[]), guard] };
}
