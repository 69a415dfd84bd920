import {
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/** A response key of an object, with all that a document asks for under it, fragments and repetitions merged. */
export interface Selected {
  key: string;
  name: string;
  /** Where the document asks for it. */
  nodes: readonly FieldNode[];
  /** Null for `__typename`, `__schema` and `__type`. */
  field: GraphQLField<unknown, unknown> | null;
  /** The place of its arguments among those of the whole operation; null where it takes none. */
  site: number | null;
  /** What is selected of it, for each object type that it may be; empty for a leaf. */
  on: ReadonlyMap<string, readonly Selected[]>;
}

/** A field that takes arguments, as the document writes it. */
export interface ArgumentSite {
  field: GraphQLField<unknown, unknown>;
  node: FieldNode;
}

/** An operation as the selection of its roots, for one choice of @skip and @include. */
export interface Layout {
  roots: readonly Selected[];
  sites: readonly ArgumentSite[];
}

interface Collector {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
  sites: ArgumentSite[];
}

/** @param variables coerced; only those of @skip and @include are looked at */
export function layOut(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Record<string, unknown>,
): Layout {
  const collector: Collector = { schema, fragments, variables, sites: [] };
  const roots = select(collector, schema.getQueryType()!, [operation.selectionSet]);
  return { roots, sites: collector.sites };
}

function select(collector: Collector, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Selected[] {
  const nodes = new Map<string, FieldNode[]>();
  for (const set of sets) collect(collector, type, set, nodes, new Set());
  return [...nodes].map(([key, same]) => toSelected(collector, type, key, same));
}

/** The fields of a type in the order of their first appearance (GraphQL 6.3.2, CollectFields). */
function collect(
  collector: Collector,
  type: GraphQLObjectType,
  set: SelectionSetNode,
  nodes: Map<string, FieldNode[]>,
  seen: Set<string>,
): void {
  for (const selection of set.selections) {
    if (!isIncluded(selection, collector.variables)) continue;
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const same = nodes.get(key);
      if (same) same.push(selection);
      else nodes.set(key, [selection]);
      continue;
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      if (seen.has(selection.name.value)) continue;
      seen.add(selection.name.value);
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : collector.fragments.get(selection.name.value)!;
    if (applies(collector.schema, fragment.typeCondition?.name.value, type))
      collect(collector, type, fragment.selectionSet, nodes, seen);
  }
}

function isIncluded(node: Parameters<typeof getDirectiveValues>[1], variables: Record<string, unknown>): boolean {
  if (!node.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false;
}

function applies(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const named = schema.getType(condition);
  return isAbstractType(named) && schema.isSubType(named, type);
}

function toSelected(collector: Collector, type: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): Selected {
  const node = nodes[0]!;
  const name = node.name.value;
  const field = type.getFields()[name];
  if (!field) return { key, name, nodes, field: null, site: null, on: new Map() };
  const site = field.args.length === 0 ? null : collector.sites.push({ field, node }) - 1;
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const named = getNamedType(field.type);
  const types = isAbstractType(named) ? collector.schema.getPossibleTypes(named) : isObjectType(named) ? [named] : [];
  return {
    key,
    name,
    nodes,
    field,
    site,
    on: new Map(types.map((each) => [each.name, select(collector, each, sets)])),
  };
}

/** The variables on which @skip and @include depend, anywhere in what an operation may reach. */
export function directiveVariables(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): string[] {
  const names = new Set<string>();
  const visit = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      for (const { arguments: given = [] } of selection.directives ?? [])
        for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet) visit(selection.selectionSet);
    }
  };
  for (const { selectionSet } of [operation, ...fragments.values()]) visit(selectionSet);
  return [...names];
}
