import { getVariableValues, GraphQLError, type OperationDefinitionNode } from "graphql";
import { may } from "../../domain/access/may.ts";
import type { GraphQLContext } from "../context.ts";
import { chooseOperation } from "../documents/choose-operation.ts";
import type { AskedDocument, FindDocument } from "../documents/persisted-documents.ts";
import { isKnown } from "../documents/document-caches.ts";
import type { NewDocuments } from "../documents/new-documents.ts";
import type { DocumentContext } from "../documents/prepare-document.ts";
import { assertVariablesWithinLimits } from "../limits/assert-variables.ts";
import type { CostBudget } from "../limits/cost-budget.ts";
import { refusal } from "../limits/refusal.ts";
import { answerOperation } from "./answer-operation.ts";
import { type Answer, toRefusalAnswer } from "./answer.ts";

/** What a request asks, whichever way it came. */
export interface GraphQLRequest extends AskedDocument {
  operationName: string | null;
  variables: Record<string, unknown>;
  extensions?: Record<string, unknown>;
  /** Whether its way in is one that caches know: a GET. */
  mayBeKept: boolean;
}

export interface Gateway extends DocumentContext {
  /** Whether everybody may ask for the schema. */
  isDevelopment: boolean;
  findDocument: FindDocument;
  newDocuments: NewDocuments;
  budget: CostBudget;
}

/**
 * Everything between a request that was read and its answer, for every way in.
 * @throws GraphQLError with a code, DomainError, or the signal's reason
 */
export async function answerRequest(
  gateway: Gateway,
  ctx: GraphQLContext,
  { documentId, query, operationName, variables, extensions, mayBeKept }: GraphQLRequest,
  signal: AbortSignal,
): Promise<Answer> {
  if (query !== null && !isKnown(gateway.caches, query)) await gateway.newDocuments();
  signal.throwIfAborted();
  const { prepared, refused } = gateway.findDocument(gateway, { documentId, query });
  if (refused) return refused;
  if (prepared.asksForSchema && !gateway.isDevelopment && !may(ctx.domain.actor, "read the GraphQL schema"))
    throw refusal("introspection_disabled", "Only a secret key may ask for the schema.");
  const operation = chooseOperation(prepared, operationName);
  assertVariablesWithinLimits(variables);
  const { coerced, errors } = coerce(gateway, operation, variables);
  if (errors) return toRefusalAnswer(errors);
  const request = { prepared, operation, variables, coerced, extensions, mayBeKept };
  return Promise.race([answerOperation(gateway, ctx, request, signal), rejectionBy(signal)]);
}

const MOST_ERRORS = 5;

type Coerced =
  { coerced: Record<string, unknown>; errors?: undefined } | { coerced?: undefined; errors: readonly GraphQLError[] };

function coerce(
  { schema, suggestsNames }: Gateway,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Coerced {
  if (variableDefinitions.length === 0) return { coerced: {} };
  const options = { maxErrors: MOST_ERRORS, hideSuggestions: !suggestsNames };
  const { coerced, errors } = getVariableValues(schema, variableDefinitions, variables, options);
  if (coerced) return { coerced };
  const extensions = { code: "validation_failed" };
  return { errors: errors.map(({ message, nodes }) => new GraphQLError(message, { nodes, extensions })) };
}

/** Never fulfilled. Whoever does not heed the signal is not waited for. */
function rejectionBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const give = () => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) give();
    else signal.addEventListener("abort", give, { once: true });
  });
}
