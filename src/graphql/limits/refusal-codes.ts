interface RefusalKind {
  meaning: string;
  /**
   * Left out where the request was well formed, and only what it asks is refused: that is 400 in
   * `application/graphql-response+json` and 200 in `application/json` (GraphQL over HTTP 6.4).
   */
  status?: number;
}

/**
 * The closed list of `extensions.code` of a request that was not carried out. Codes are for ever: clients branch on them.
 * Where a code is the domain's too, it means the same.
 */
export const REFUSAL_CODES = {
  unauthenticated: kind("There is no API key or access token, or it is unknown, revoked or, as a key, expired.", 401),
  token_expired: kind("The access token has expired: get another by a refresh.", 401),
  csrf_token_invalid: kind(
    "The access token came in a cookie, and not from a page of the app, or without its `X-CSRF-Token`.",
    403,
  ),
  method_not_allowed: kind("Only GET and POST are answered.", 405),
  not_acceptable: kind("`Accept` names no media type that answers come in.", 406),
  unsupported_media_type: kind("The body is not `application/json` in UTF-8, or is compressed.", 415),
  payload_too_large: kind("The body is larger than `BODY_LIMIT_BYTES`.", 413),
  malformed_request: kind("The body is not JSON, or `query`, `variables` and so on are not what they must be.", 400),
  batch_not_supported: kind("The body is a list. One request asks one thing.", 400),
  document_not_found: kind("No document of this identifier is known, or no longer: send it with its text."),
  document_not_trusted: kind("The server takes the documents of its list only, and this is none of them."),
  document_mismatch: kind("The document's identifier belongs to another document than its text."),
  document_too_long: kind("The document has too many characters or tokens."),
  invalid_document: kind("The document is not GraphQL, or does not fit the schema."),
  query_too_deep: kind("The document nests too deep, or a fragment contains itself."),
  too_many_fields: kind("The document selects too many fields, counted with fragments spread out."),
  too_many_root_fields: kind("An operation asks too many things at once."),
  too_many_repeats: kind("The same field is selected too often at the same place."),
  too_many_aliases: kind("The document has too many aliases."),
  too_many_directives: kind("The document has too many directives."),
  too_many_fragments: kind("The document has too many fragments."),
  too_many_variables: kind("The document declares too many variables."),
  too_many_values: kind("The document writes too many arguments and values: put lists into variables."),
  name_too_long: kind("An alias, field or variable has too long a name."),
  name_not_allowed: kind("An alias, field or variable is called `__proto__`, `constructor` or `prototype`."),
  operation_not_supported: kind("There are no mutations: whatever changes something is a REST command."),
  introspection_disabled: kind("The credential may not ask for the schema."),
  operation_not_found: kind("`operationName` names no operation of the document, or one must be named."),
  variables_too_large: kind("The variables are too large or nest too deep."),
  validation_failed: kind("A variable or an argument is not of its type."),
  query_too_costly: kind("The operation costs more points than one may: `extensions.cost` says how many."),
  cost_above_budget: kind("The operation costs more points than a credential ever has."),
  rate_limited: kind("The credential has spent its points. Try again after `Retry-After`.", 429),
  query_timeout: kind("The answer took too long and was given up.", 504),
  overloaded: kind("The server is too busy. Try again after `Retry-After`.", 503),
  unavailable: kind("The database does not answer. Try again after `Retry-After`.", 503),
  internal_error: kind("Something unexpected, which was logged with the request's id.", 500),
} as const satisfies Record<string, RefusalKind>;

export type RefusalCode = keyof typeof REFUSAL_CODES;

/** The status that stands in both media types, or undefined where it depends on them. */
export function statusOf(code: unknown): number | undefined {
  const kinds: Record<string, RefusalKind> = REFUSAL_CODES;
  return typeof code === "string" && Object.hasOwn(kinds, code) ? kinds[code]!.status : undefined;
}

function kind(meaning: string, status?: number): RefusalKind {
  return { meaning, status };
}
