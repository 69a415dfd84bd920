/** Text after text, each made from its number. */
export function times(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join(" ");
}

/** `{ a { a { ... } } }`, so many levels of fields deep. */
export function nested(levels: number, field = "a", core = ""): string {
  return `${`{ ${field} `.repeat(levels)}${core}${"} ".repeat(levels)}`;
}

export interface HostileDocument {
  name: string;
  query: string;
  code: string;
}

/** Documents that cost more than they look, each with the code of its refusal. None needs to fit a schema: it is refused before that. */
export const HOSTILE_DOCUMENTS: readonly HostileDocument[] = [
  hostile("101 aliases", `{ viewer { ${times(101, (i) => `a${i}: scopes`)} } }`, "too_many_aliases"),
  hostile("101 aliases of __typename", `{ ${times(101, (i) => `a${i}: __typename`)} }`, "too_many_aliases"),
  hostile("1,000 aliases", `{ viewer { ${times(1_000, (i) => `a${i}: scopes`)} } }`, "document_too_long"),
  hostile("1,000 aliases of __typename", `{ ${times(1_000, (i) => `a${i}: __typename`)} }`, "document_too_long"),
  hostile("21 fields at the root", `{ ${times(21, (i) => `a${i}: viewer { scopes }`)} }`, "too_many_root_fields"),
  hostile("the same field 500 times", `{ viewer { ${"scopes ".repeat(500)} } }`, "too_many_fields"),
  hostile("the same field 33 times", `{ viewer { ${"scopes ".repeat(33)} } }`, "too_many_repeats"),
  hostile(
    "the same fields through fragments",
    `{ viewer { ${times(33, (i) => `...F${i}`)} } } ${times(33, (i) => `fragment F${i} on Viewer { scopes }`)}`,
    "too_many_repeats",
  ),
  hostile("51 known directives", `{ viewer { scopes ${"@include(if: true) ".repeat(51)} } }`, "too_many_directives"),
  hostile("990 unknown directives", `{ viewer { scopes ${"@a ".repeat(990)} } }`, "too_many_directives"),
  hostile(
    "1,000 known directives",
    `{ viewer { scopes ${"@include(if: true) ".repeat(1_000)} } }`,
    "document_too_long",
  ),
  hostile("1,000 unknown directives", `{ viewer { scopes ${"@a ".repeat(1_000)} } }`, "document_too_long"),
  hostile("directives of variables", `query (${times(51, (i) => `$v${i}: Int @a`)}) { a }`, "too_many_directives"),
  hostile("15 levels", nested(15), "query_too_deep"),
  hostile("50 levels", nested(50), "query_too_deep"),
  hostile("50 levels of inline fragments", nested(50, "... on Query", "{ a }"), "query_too_deep"),
  hostile("50 levels in a field called __schema", `{ __schema ${nested(49)} }`, "query_too_deep"),
  hostile("50 levels in a field called __x", `{ __x ${nested(49)} }`, "query_too_deep"),
  hostile("15 levels under an alias called __schema", `{ __schema: viewer ${nested(14)} }`, "query_too_deep"),
  hostile(
    "19 levels within __schema within __type",
    `{ __type ${"{ __schema { a ".repeat(9)}${"} ".repeat(18)} }`,
    "query_too_deep",
  ),
  hostile(
    "50 levels through fragments",
    `{ ...F0 } ${times(49, (i) => `fragment F${i} on Query { a { ...F${i + 1} } }`)} fragment F49 on Query { a }`,
    "query_too_deep",
  ),
  hostile("a fragment in itself", "{ ...F } fragment F on Query { viewer { ...F } }", "query_too_deep"),
  hostile(
    "three fragments in each other, and never used",
    `{ viewer { scopes } } ${times(3, (i) => `fragment F${i} on Query { ...F${(i + 1) % 3} }`)}`,
    "invalid_document",
  ),
  hostile(
    "fragments that double 45 times",
    `{ ...F0 } ${times(45, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F45 on Query { __typename }`,
    "too_many_fields",
  ),
  hostile(
    "51 fragments",
    `{ ${times(51, (i) => `...F${i}`)} } ${times(51, (i) => `fragment F${i} on Query { a }`)}`,
    "too_many_fragments",
  ),
  hostile("2,001 tokens", `{ ${"a ".repeat(1_999)} }`, "document_too_long"),
  hostile("200,000 characters", `{ viewer { scopes } } #${"#".repeat(200_000)}`, "document_too_long"),
  hostile("1,900 brackets of a list", `{ a(b: ${"[".repeat(1_900)}`, "query_too_deep"),
  hostile("1,900 brackets of a type", `query ($a: ${"[".repeat(1_900)}`, "query_too_deep"),
  hostile("600 objects in each other", `{ a(b: ${"{ c: ".repeat(600)}`, "query_too_deep"),
  hostile("__proto__ as an alias", "{ __proto__: viewer { scopes } }", "name_not_allowed"),
  hostile("__proto__ as a field", "{ viewer { __proto__ } }", "name_not_allowed"),
  hostile("constructor in a fragment", "{ ...F } fragment F on Query { constructor: __typename }", "name_not_allowed"),
  hostile("prototype as a variable", "query ($prototype: Int) { viewer { scopes } }", "name_not_allowed"),
  hostile("an alias of 64 bytes", `{ ${"a".repeat(64)}: viewer { scopes } }`, "name_too_long"),
  hostile("a variable of 64 bytes", `query ($${"a".repeat(64)}: Int) { viewer { scopes } }`, "name_too_long"),
  hostile("a mutation", "mutation { __typename }", "operation_not_supported"),
  hostile("a type", "{ viewer { scopes } } type Query { a: Int }", "invalid_document"),
  hostile(
    "two fragments of one name",
    "{ ...F } fragment F on Query { a } fragment F on Query { b }",
    "invalid_document",
  ),
  hostile("an unknown fragment", "{ ...F }", "invalid_document"),
  hostile("what is not GraphQL", "{ viewer { scopes", "invalid_document"),
  hostile("unknown fields", `{ viewer { ${times(300, (i) => `a${i}`)} } }`, "invalid_document"),
  hostile(
    "unused variables",
    `query (${times(300, (i) => `$v${i}: Int`)}) { viewer { scopes } }`,
    "too_many_variables",
  ),
  hostile(
    "51 variables of two operations",
    `query A(${times(26, (i) => `$v${i}: Int`)}) { viewer { scopes } } query B(${times(25, (i) => `$v${i}: Int`)}) { viewer { scopes } }`,
    "too_many_variables",
  ),
  hostile(
    "600 fields of an object",
    `{ bookings(status: {${times(600, (i) => `a${i}: 1`)}}) { totalCount } }`,
    "too_many_values",
  ),
  hostile(
    "a list of 200 in one argument",
    `{ bookings(status: [${"pending ".repeat(200)}]) { totalCount } }`,
    "too_many_values",
  ),
  hostile("201 arguments", `{ bookings(${times(201, (i) => `a${i}: 1`)}) { totalCount } }`, "too_many_values"),
  hostile(
    "201 values in the default of a variable",
    `query ($a: [Int] = [${"1 ".repeat(200)}]) { viewer { scopes } }`,
    "too_many_values",
  ),
];

function hostile(name: string, query: string, code: string): HostileDocument {
  return { name, query, code };
}
