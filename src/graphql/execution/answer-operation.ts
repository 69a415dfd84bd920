import { execute, type ExecutionResult, type OperationDefinitionNode } from "graphql";
import type { GraphQLContext } from "../context.ts";
import type { PreparedDocument } from "../documents/prepare-document.ts";
import { TYPE_NAME } from "../reading/declare.ts";
import { createPlanner, type OperationPlan, type PlannedRoot } from "../reading/operation-plan.ts";
import { readRoot } from "../reading/read-root.ts";
import { schema } from "../schema.ts";
import type { Gateway } from "./answer-request.ts";
import { type Answer, toRefusalAnswer } from "./answer.ts";
import { charge, priceOf, priceTag, quote } from "./charge.ts";
import { isPublicRead } from "./public-read.ts";
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
  mayBeKept: boolean;
}

const planOperation = createPlanner(schema);

/**
 * Prices one operation and carries it out. Everything that may be refused for its form has been refused.
 *
 * Each root is one SQL statement that answers JSON under the response's keys. Where all roots are read so, their texts are
 * put together and sent; where one of them needs a resolver, the same texts are parsed and go through graphql-js.
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
    const { cost, headers } = await quote(budget, ctx.domain.actor, price);
    const roots = plan.roots.map((root) => ({ key: root.selected.key, requested: root.price }));
    return { body: JSON.stringify({ data: null, extensions: { cost: { ...cost, roots } } }), ok: true, headers };
  }
  const charged = await charge(budget, ctx.domain.actor, price);
  if (charged.refused) {
    const answer = toRefusalAnswer([charged.refused]);
    return { ...answer, headers: { ...answer.headers, ...charged.headers } };
  }
  const texts = readRoots(ctx, plan, signal);
  const data = await joinTexts(plan, texts);
  signal.throwIfAborted();
  const isPublic = request.mayBeKept && isPublicRead(ctx.domain.actor, plan);
  if (data !== null) {
    const { cost, ...rest } = priceTag(charged, isPublic);
    return { body: `{"data":${data},"extensions":{"cost":${JSON.stringify(cost)}}}`, ok: true, ...rest };
  }
  const { errors, data: found } = await executeWithTexts(ctx, request, plan, texts);
  if (found === undefined) return { ...toRefusalAnswer(errors ?? []), headers: charged.headers };
  const { cost, ...rest } = priceTag(charged, isPublic && errors === undefined);
  return { body: JSON.stringify({ errors, data: found, extensions: { cost } }), ok: true, ...rest };
}

/** What was read for each root, by response key. */
type Texts = ReadonlyMap<string, Promise<string>>;

function readRoots(ctx: GraphQLContext, { roots, args }: OperationPlan, signal: AbortSignal): Texts {
  const planned = roots.filter(({ selected }) => selected.field?.extensions.root);
  return new Map(
    planned.map((root) => {
      const text = readRoot(ctx.domain, root, args, signal);
      // Whoever asks for it is told; one that nobody comes to ask for is no failure of the process.
      text.catch(() => undefined);
      return [root.selected.key, text];
    }),
  );
}

/** The whole of `data` as text; null where a root has a resolver of its own, or was refused. */
async function joinTexts({ roots }: OperationPlan, texts: Texts): Promise<string | null> {
  if (!roots.every(({ selected: { key, name } }) => texts.has(key) || name === "__typename")) return null;
  try {
    const parts = await Promise.all(
      roots.map(async ({ selected: { key } }) => `"${key}":${(await texts.get(key)) ?? '"Query"'}`),
    );
    return `{${parts.join(",")}}`;
  } catch {
    return null;
  }
}

async function executeWithTexts(
  ctx: GraphQLContext,
  { prepared, operation, variables }: OperationRequest,
  plan: OperationPlan,
  texts: Texts,
): Promise<ExecutionResult> {
  const result = await execute({
    schema,
    document: prepared.document,
    operationName: operation.name?.value,
    variableValues: variables,
    contextValue: { ...ctx, answers: toAnswers(plan, texts) },
  });
  return { ...result, errors: result.errors?.map((error) => toGraphQLError(error, ctx.domain.log)) };
}

/** The texts as the resolvers of their roots hand them out. */
function toAnswers({ roots }: OperationPlan, texts: Texts): GraphQLContext["answers"] {
  const answers = new Map<string, () => Promise<unknown>>();
  for (const root of roots) {
    const text = texts.get(root.selected.key);
    if (text) answers.set(root.selected.key, async () => withTypeName(JSON.parse(await text), root));
  }
  return answers;
}

function withTypeName(answer: unknown, { plan }: PlannedRoot): unknown {
  const typeName = plan?.typeName;
  return answer !== null && typeName ? Object.assign(answer as object, { [TYPE_NAME]: typeName }) : answer;
}
