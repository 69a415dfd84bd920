import { execute, Kind, type ExecutionResult } from "graphql";
import type { GraphQLContext } from "../context.ts";
import type { Selected } from "../reading/selection.ts";
import { schema } from "../schema.ts";
import type { OperationRequest } from "./answer-operation.ts";

/** Has graphql-js carry out the roots that have resolvers, as an operation of their own. */
export async function resolveRoots(
  ctx: GraphQLContext,
  { prepared, operation, variables }: OperationRequest,
  roots: readonly Selected[],
): Promise<ExecutionResult> {
  const selections = roots.flatMap(({ nodes }) => nodes);
  const own = { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } as const };
  return execute({
    schema,
    document: { kind: Kind.DOCUMENT, definitions: [own, ...prepared.fragments.values()] },
    variableValues: variables,
    contextValue: ctx,
  });
}
