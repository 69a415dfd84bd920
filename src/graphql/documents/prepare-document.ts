import { hash } from "node:crypto";
import {
  GraphQLError,
  Kind,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import depthLimit from "graphql-depth-limit";
import { toRefusalAnswer, type Answer } from "../execution/answer.ts";
import { assertDocumentWithinLimits } from "../limits/assert-document.ts";
import { assertShallowNesting } from "../limits/assert-nesting.ts";
import { LIMITS } from "../limits/limits.ts";
import { beyond, refusal } from "../limits/refusal.ts";
import { findPrepared, type DocumentCaches } from "./document-caches.ts";
import { asksForSchema } from "./asks-for-schema.ts";

/** A document that is valid and within every limit that does not depend on who asks, with which variables. */
export interface PreparedDocument {
  document: DocumentNode;
  /** Of its text, in hexadecimal. */
  sha256: string;
  /** By name; "" is the one without. */
  operations: ReadonlyMap<string, OperationDefinitionNode>;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Whether one of its operations selects `__schema` or `__type`. */
  asksForSchema: boolean;
  /** How large it is in memory: about 0.3 kB each. */
  units: number;
}

/** Either of the two. */
export type Preparation = { prepared: PreparedDocument; refused?: never } | { prepared?: never; refused: Answer };

export interface DocumentContext {
  schema: GraphQLSchema;
  caches: DocumentCaches;
  /** Whether errors say "Did you mean ...?". The caches are everybody's, so they may only where everybody may introspect. */
  suggestsNames: boolean;
}

/** Comments are kept like tokens, but are not counted as such. */
const CHARACTERS_OF_A_UNIT = 8;

/** Enough to repair a document by. */
const MOST_ERRORS = 5;

/** Parses, measures and validates a document, or takes from memory what came of it the last time. */
export function prepareDocument(ctx: DocumentContext, text: string): Preparation {
  if (text.length > LIMITS.documentCharacters.most)
    return { refused: toRefusalAnswer([beyond("documentCharacters", text.length)]) };
  const sha256 = hash("sha256", text);
  const prepared = findPrepared(ctx.caches, sha256);
  if (prepared) return { prepared };
  const refused = ctx.caches.refused.get(sha256);
  if (refused) return { refused };

  const found = prepareAnew(ctx, text, sha256);
  if (found.prepared) ctx.caches.fresh.set(sha256, found.prepared);
  else ctx.caches.refused.set(sha256, found.refused);
  return found;
}

function prepareAnew({ schema, suggestsNames }: DocumentContext, text: string, sha256: string): Preparation {
  try {
    assertShallowNesting(text);
    const document = parseWithinLimits(text);
    const { operations, fragments } = sort(document);
    assertDocumentWithinLimits({ operations, fragments });
    assertOperationTypes(schema, operations);
    const options = { maxErrors: MOST_ERRORS, hideSuggestions: !suggestsNames };
    const errors = validate(schema, document, specifiedRules, options);
    if (errors.length > 0) return { refused: toRefusalAnswer(errors.map(withCode)) };
    // On an invalid document this rule throws, by fragments it may never end, and `__x` it does not count: it is the second to look.
    const tooDeep = validate(schema, document, [depthLimit(LIMITS.depth.most)]);
    if (tooDeep.length > 0) throw beyond("depth");
    const byName = new Map(operations.map((operation) => [operation.name?.value ?? "", operation]));
    const asks = asksForSchema(operations, fragments);
    const units = Math.max(document.tokenCount ?? 0, Math.ceil(text.length / CHARACTERS_OF_A_UNIT));
    return { prepared: { document, sha256, operations: byName, fragments, asksForSchema: asks, units } };
  } catch (error) {
    if (error instanceof GraphQLError) return { refused: toRefusalAnswer([withCode(error)]) };
    throw error;
  }
}

const OVER_TOKENS = /^Syntax Error: Document contains more tha[nt] \d+ tokens/;

function parseWithinLimits(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: LIMITS.tokens.most });
  } catch (error) {
    if (error instanceof GraphQLError && OVER_TOKENS.test(error.message)) throw beyond("tokens");
    throw error;
  }
}

/** @throws invalid_document for type definitions, and for two fragments of one name */
function sort(document: DocumentNode) {
  const operations: OperationDefinitionNode[] = [];
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      operations.push(definition);
      continue;
    }
    if (definition.kind !== Kind.FRAGMENT_DEFINITION)
      throw refusal("invalid_document", "The document defines more than operations and fragments.", definition);
    const name = definition.name.value;
    if (fragments.has(name)) throw refusal("invalid_document", `There are two fragments called ${name}.`, definition);
    fragments.set(name, definition);
  }
  return { operations, fragments };
}

/** Validation has nothing to hold a mutation against where the schema has none. */
function assertOperationTypes(schema: GraphQLSchema, operations: readonly OperationDefinitionNode[]): void {
  for (const operation of operations) {
    if (schema.getRootType(operation.operation)) continue;
    throw refusal("operation_not_supported", `There are no ${operation.operation}s here.`, operation);
  }
}

/** An error that has a code of its own, such as a scalar's, keeps it. */
function withCode(error: GraphQLError): GraphQLError {
  const { nodes, source, positions, path, message } = error;
  const extensions = { ...error.extensions, code: error.extensions.code ?? "invalid_document" };
  return new GraphQLError(message, { nodes, source, positions, path, extensions });
}
