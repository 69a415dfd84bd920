import { getArgumentValues, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import { LRUCache } from "lru-cache";
import { isStaff } from "../../domain/shared/actor.ts";
import type { DomainContext } from "../../domain/shared/context.ts";
import type { PreparedDocument } from "../documents/prepare-document.ts";
import { refusal } from "../limits/refusal.ts";
import { MOST_FIRST, sourceOfId, type RootRead } from "./declare.ts";
import { isListOfOne } from "./plan-filters.ts";
import { nodeSource, planRoot, type RootPlan } from "./plan.ts";
import { priceOfPage, PRICES, rowOf, startOf } from "./price.ts";
import { directiveVariables, layOut, type ArgumentSite, type Layout, type Selected } from "./selection.ts";

/** A root of an operation, with all that is needed to answer it. */
export interface PlannedRoot {
  selected: Selected;
  price: number;
  /** How it is read; null where there can be nothing; undefined where its own resolver answers. */
  plan: RootPlan | null | undefined;
}

export interface OperationPlan {
  roots: readonly PlannedRoot[];
  args: readonly Record<string, unknown>[];
}

/** One choice of @skip and @include, with the plans that were made for it so far. */
interface LaidOut {
  layout: Layout;
  /** By site: the arguments where the document writes them all. */
  constants: readonly (Record<string, unknown> | undefined)[];
}

/**
 * Of all documents together, in a document's units: a layout keeps its nodes. Full of the largest documents, layouts, plans
 * and the documents' own caches took 180 MB; bounded by their number alone, 770.
 */
const LAYOUTS = { max: 2_000, maxSize: 150_000 };
/** In characters of SQL; what else a plan keeps is about as much. */
const PLANS = { max: 4_000, maxSize: 10_000_000 };

/**
 * Makes plans, and keeps them: by document and operation, by what @skip and @include chose, by which arguments are there,
 * by the values that shape a statement, and by what kind of actor asks. Only values change from request to request.
 */
export function createPlanner(schema: GraphQLSchema) {
  const layouts = new LRUCache<string, LaidOut>(LAYOUTS);
  const plans = new LRUCache<string, { plan: RootPlan | null }>(PLANS);
  const choices = new WeakMap<OperationDefinitionNode, readonly string[]>();

  const layoutOf = (
    { sha256, fragments, units }: PreparedDocument,
    operation: OperationDefinitionNode,
    variables: Record<string, unknown>,
  ): { key: string; laidOut: LaidOut } => {
    let names = choices.get(operation);
    if (!names) choices.set(operation, (names = directiveVariables(operation, fragments)));
    // A null, which @skip and @include refuse, has no layout: it must not find another's.
    const chosen = names.map((name) => String(variables[name])[0]).join("");
    const key = `${sha256} ${operation.name?.value ?? ""} ${chosen}`;
    let laidOut = layouts.get(key);
    if (!laidOut) {
      const layout = layOut(schema, operation, fragments, variables);
      laidOut = { layout, constants: layout.sites.map(constantArguments) };
      layouts.set(key, laidOut, { size: units });
    }
    return { key, laidOut };
  };

  /** @throws GraphQLError for an argument that will not do; a root that is refused throws when its plan is looked at */
  return (
    ctx: DomainContext,
    prepared: PreparedDocument,
    operation: OperationDefinitionNode,
    variables: Record<string, unknown>,
  ): OperationPlan => {
    const { key, laidOut } = layoutOf(prepared, operation, variables);
    const { layout, constants } = laidOut;
    const args = layout.sites.map((site, index) => constants[index] ?? argumentsOf(site, variables));
    const shape = `${key} ${actorShape(ctx)} ${layout.sites.map((site, index) => shapeOf(site, args[index]!)).join(";")}`;

    const planned = layout.roots.map((selected, index): PlannedRoot => {
      const root = selected.field?.extensions.root;
      const price = priceOf(selected, root, args);
      if (!root) return { selected, price, plan: undefined };
      const planKey = `${shape} ${index}`;
      return {
        selected,
        price,
        get plan() {
          let known = plans.get(planKey);
          if (known) return known.plan;
          known = { plan: planRoot(ctx, args, selected, root) };
          plans.set(planKey, known, { size: known.plan?.text.length ?? 1 });
          return known.plan;
        },
      };
    });
    return { roots: planned, args };
  };
}

/** What a plan's text and its conditions depend on. Scopes of the credential are looked at each time. */
function actorShape({ actor }: DomainContext): string {
  return isStaff(actor) ? actor.role : actor.kind;
}

function constantArguments(site: ArgumentSite): Record<string, unknown> | undefined {
  const isConstant = !JSON.stringify(site.node.arguments ?? [], withoutLocation).includes('"kind":"Variable"');
  return isConstant ? argumentsOf(site, {}) : undefined;
}

function withoutLocation(key: string, value: unknown): unknown {
  return key === "loc" ? undefined : value;
}

/** @throws GraphQLError (validation_failed) */
function argumentsOf({ field, node }: ArgumentSite, variables: Record<string, unknown>): Record<string, unknown> {
  const args = Object.fromEntries(
    Object.entries(getArgumentValues(field, node, variables)).map(([name, value]) => [name, storable(value)]),
  );
  if (!field.args.some(({ name }) => name === "first")) return args;
  // Null is as good as nothing: it takes the default.
  for (const { name, defaultValue } of field.args) args[name] ??= defaultValue;
  const first = args.first as number;
  if (first < 0 || first > MOST_FIRST)
    throw refusal("validation_failed", `first: must be from 0 to ${MOST_FIRST}.`, node);
  return args;
}

/** PostgreSQL holds no U+0000: what is compared with it is found nowhere, as with the character that stands in for it. */
function storable(value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll("\0", "\uFFFD") : value;
}

function isPage({ extensions }: ArgumentSite["field"]): boolean {
  return extensions.root?.kind === "page" || extensions.declared?.kind === "page";
}

/** The arguments that shape a statement, by their values; of the others, whether they are there. */
function shapeOf({ field }: ArgumentSite, args: Record<string, unknown>): string {
  const given = field.args.map(({ name }) => (args[name] == null ? "-" : isListOfOne(args[name]) ? "1" : "+")).join("");
  if (isPage(field)) return `${given}${String(args.first)}${String(args.order)}`;
  if (field.extensions.root?.kind === "node") return sourceOfId(String(args.id))?.name ?? "";
  return given;
}

function priceOf(selected: Selected, root: RootRead | undefined, args: OperationPlan["args"]): number {
  const { field, site } = selected;
  if (!field) return 0;
  if (!root) return field.extensions.price?.(site === null ? {} : args[site]!) ?? PRICES.lookUp;
  if (root.kind === "page") return priceOfPage(selected, root.source, args);
  const source = root.kind === "node" ? nodeSource(args, selected) : root.source;
  return source ? startOf(source) + rowOf(selected, source, args) : PRICES.lookUp;
}
