import { GraphQLError, isNonNullType } from "graphql";
import type { GraphQLContext } from "../context.ts";
import type { OperationPlan, PlannedRoot } from "../reading/operation-plan.ts";
import { readRoot } from "../reading/read-root.ts";
import type { OperationRequest } from "./answer-operation.ts";
import { resolveRoots } from "./resolve-roots.ts";
import { toGraphQLError } from "./to-graphql-error.ts";

/** The result of an operation. */
export interface Read {
  /** JSON text. */
  data: string;
  errors: readonly GraphQLError[];
}

/** A root's JSON text, or why there is none. */
type Outcome = { text: string } | { error: GraphQLError };

/**
 * Reads all roots of an operation, a few at a time: each that has a plan by one SQL statement, whose text is what leaves
 * (ADR 3); those that have resolvers by graphql-js.
 */
export async function readOperation(
  ctx: GraphQLContext,
  request: OperationRequest,
  plan: OperationPlan,
  signal: AbortSignal,
): Promise<Read> {
  const resolved = resolve(ctx, request, plan);
  const outcomes = await Promise.all(plan.roots.map((root) => outcomeOf(ctx, root, plan, resolved, signal)));
  const { errors, texts } = await resolved;
  const failures = outcomes.flatMap((outcome) => ("error" in outcome ? [outcome.error] : []));
  return { data: texts === null ? "null" : join(plan.roots, outcomes), errors: [...failures, ...errors] };
}

interface Resolved {
  errors: readonly GraphQLError[];
  /** By response key; null where one of them may not be null, and failed. */
  texts: ReadonlyMap<string, string> | null;
}

async function resolve(ctx: GraphQLContext, request: OperationRequest, plan: OperationPlan): Promise<Resolved> {
  const roots = plan.roots.map(({ selected }) => selected).filter(({ name, field }) => isResolved(name, field));
  if (roots.length === 0) return { errors: [], texts: new Map() };
  const { data, errors = [] } = await resolveRoots(ctx, request, roots);
  return {
    errors: errors.map((error) => toGraphQLError(error, ctx.domain.log)),
    texts: data ? new Map(Object.entries(data).map(([key, value]) => [key, JSON.stringify(value)])) : null,
  };
}

function isResolved(name: string, field: PlannedRoot["selected"]["field"]): boolean {
  return field ? !field.extensions.root : name !== "__typename";
}

async function outcomeOf(
  { domain, statements }: GraphQLContext,
  root: PlannedRoot,
  { args }: OperationPlan,
  resolved: Promise<Resolved>,
  signal: AbortSignal,
): Promise<Outcome> {
  const { key, name, field, nodes } = root.selected;
  if (name === "__typename") return { text: '"Query"' };
  if (isResolved(name, field)) return { text: (await resolved).texts?.get(key) ?? "null" };
  try {
    return { text: await statements(() => readRoot(domain, root, args, signal)) };
  } catch (error) {
    signal.throwIfAborted();
    const placed = new GraphQLError("", { nodes, path: [key], originalError: error as Error });
    return { error: toGraphQLError(placed, domain.log) };
  }
}

/** The whole of `data`: null where a root that failed may not be null (GraphQL 6.4.4). */
function join(roots: readonly PlannedRoot[], outcomes: readonly Outcome[]): string {
  const members: string[] = [];
  for (const [index, { selected }] of roots.entries()) {
    const outcome = outcomes[index]!;
    if ("error" in outcome && isNonNullType(selected.field!.type)) return "null";
    members.push(`"${selected.key}":${"error" in outcome ? "null" : outcome.text}`);
  }
  return `{${members.join(",")}}`;
}
