import type { RefusalCode } from "./refusal-codes.ts";

/** How much of something is taken, and the code of the refusal of more. */
export interface Limit {
  most: number;
  counts: string;
  code: RefusalCode;
}

/**
 * Every limit of a GraphQL request but its price, in the order in which they are looked at: what is cheap to know comes
 * first. `docs/graphql.md` shows the same table.
 */
export const LIMITS = {
  documentCharacters: limit(16_384, "document_too_long", "characters of the document"),
  nesting: limit(60, "query_too_deep", "brackets within each other, of whatever kind"),
  tokens: limit(2_000, "document_too_long", "tokens of the document: names, values and signs"),
  depth: limit(14, "query_too_deep", "levels of fields, an inline fragment counting as one"),
  // GraphiQL's own query, which follows nine wrappings of a type, has 15.
  introspectionDepth: limit(16, "query_too_deep", "levels within `__schema` and `__type`"),
  // GraphiQL's own query has 289, since it writes out what a type is nine wrappings deep, six times.
  fields: limit(400, "too_many_fields", "fields, each fragment counted wherever it is spread"),
  rootFields: limit(20, "too_many_root_fields", "fields at the root of one operation"),
  // Each pair takes validation some 4 µs. Thirty fields at one place are 435.
  pairs: limit(500, "too_many_repeats", "pairs of fields that fill the same place of the answer"),
  aliases: limit(100, "too_many_aliases", "aliases, those of `__typename` too"),
  directives: limit(50, "too_many_directives", "directives, known or unknown"),
  fragments: limit(50, "too_many_fragments", "named fragments"),
  // Three hundred that are never used, in 3 kB, took validation 9 ms: longer than anything else of that length.
  variables: limit(50, "too_many_variables", "variables that operations declare"),
  // The same for 600 fields of one object, which came to 12 ms.
  values: limit(200, "too_many_values", "arguments, and the items and fields of lists and objects in them"),
  // PostgreSQL cuts names there, so that two of them could become one.
  nameCharacters: limit(63, "name_too_long", "characters of an alias, a field's name or a variable's name"),
  variableCharacters: limit(16_384, "variables_too_large", "characters of the variables, names and values together"),
  variableDepth: limit(8, "variables_too_large", "levels of lists and objects in the variables"),
  // Less than the database waits for a lock: who waits so long is told that his time was up.
  milliseconds: limit(4_000, "query_timeout", "milliseconds until the answer"),
} as const satisfies Record<string, Limit>;

/** They are no names of GraphQL's, but of JavaScript's objects. */
export const NAMES_NOT_ALLOWED: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

function limit(most: number, code: RefusalCode, counts: string): Limit {
  return { most, code, counts };
}
