import type { OperationDefinitionNode } from "graphql";
import type { GraphQLContext } from "../context.ts";
import type { PreparedDocument } from "../documents/prepare-document.ts";
import { createPlanner } from "../reading/operation-plan.ts";
import { schema } from "../schema.ts";
import type { Gateway } from "./answer-request.ts";
import { type Answer, toRefusalAnswer } from "./answer.ts";
import { charge, priceOf, priceTag, quote } from "./charge.ts";
import { isPublicRead } from "./public-read.ts";
import { readOperation } from "./read-operation.ts";

export interface OperationRequest {
  prepared: PreparedDocument;
  /** One of the document's. */
  operation: OperationDefinitionNode;
  /** As they came; they fit the operation's definitions. */
  variables: Record<string, unknown>;
  /** The same as the schema's scalars read them, with the defaults of those that were left out. */
  coerced: Record<string, unknown>;
  extensions?: Record<string, unknown>;
  mayBeKept: boolean;
}

const planOperation = createPlanner(schema);

/**
 * Prices one operation and carries it out. Everything that may be refused for its form has been refused.
 * @param signal aborts when the time is up or the caller has gone: nobody waits for the answer then
 */
export async function answerOperation(
  { budget }: Pick<Gateway, "budget">,
  ctx: GraphQLContext,
  request: OperationRequest,
  signal: AbortSignal,
): Promise<Answer> {
  signal.throwIfAborted();
  const plan = planOperation(ctx.domain, request.prepared, request.operation, request.coerced);
  const price = priceOf(plan);
  if (request.extensions?.dryRun === true) {
    const { cost, headers } = await quote(budget, ctx.domain, price);
    const roots = plan.roots.map((root) => ({ key: root.selected.key, requested: root.price }));
    return { body: JSON.stringify({ data: null, extensions: { cost: { ...cost, roots } } }), ok: true, headers };
  }
  const charged = await charge(budget, ctx.domain, price);
  if (charged.refused) {
    const answer = toRefusalAnswer([charged.refused]);
    return { ...answer, headers: { ...answer.headers, ...charged.headers } };
  }
  const { data, errors } = await readOperation(ctx, request, plan, signal);
  const isPublic = request.mayBeKept && errors.length === 0 && isPublicRead(ctx.domain.actor, plan);
  const { cost, ...rest } = priceTag(charged, isPublic);
  const told = errors.length > 0 ? `"errors":${JSON.stringify(errors)},` : "";
  return { body: `{${told}"data":${data},"extensions":{"cost":${JSON.stringify(cost)}}}`, ok: true, ...rest };
}
