import { execute, type OperationDefinitionNode } from "graphql";
import type { GraphQLContext } from "../context.ts";
import type { PreparedDocument } from "../documents/prepare-document.ts";
import { schema } from "../schema.ts";
import { type Answer, toRefusalAnswer } from "./answer.ts";
import { toGraphQLError } from "./to-graphql-error.ts";

export interface OperationRequest {
  prepared: PreparedDocument;
  /** One of the document's. */
  operation: OperationDefinitionNode;
  /** As they came; they fit the operation's definitions. */
  variables: Record<string, unknown>;
  /** The same as the schema's scalars read them, with the defaults of those that were left out. */
  coerced: Record<string, unknown>;
  extensions?: Record<string, unknown>;
}

/**
 * Carries one operation out. Everything that may be refused for its form has been refused.
 * @param signal aborts when the time is up or the caller has gone: nobody waits for the answer then
 */
export async function answerOperation(
  ctx: GraphQLContext,
  { prepared, operation, variables }: OperationRequest,
  signal: AbortSignal,
): Promise<Answer> {
  signal.throwIfAborted();
  const result = await execute({
    schema,
    document: prepared.document,
    operationName: operation.name?.value,
    variableValues: variables,
    contextValue: ctx,
  });
  const errors = result.errors?.map((error) => toGraphQLError(error, ctx.domain.log));
  if (result.data === undefined) return toRefusalAnswer(errors ?? []);
  return { body: JSON.stringify({ ...result, errors }), ok: true };
}
