import type { GraphQLFieldExtensions } from "graphql";
import { builder } from "../builder.ts";
import type { Argument, Field, Shape, Source } from "./source.ts";

// GraphQL types of declared sources and shapes. The declaration stands in each field's extensions, where the planner
// finds it. None of their fields has a resolver: what a plan reads is JSON under the response's keys, and leaves as it is.

/** What a root of the schema reads. */
export type RootRead =
  { kind: "one"; source: Source; by: "id" | null } | { kind: "page"; source: Source } | { kind: "node" };

declare module "graphql" {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unused-vars
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs = any> {
    declared?: Field;
    root?: RootRead;
    /** What anybody may read who holds a key of the organisation's web pages: such an answer may stand in shared caches. */
    isPublicRead?: true;
    /** Points, for a root whose answer is not read by a plan. */
    price?: (args: Record<string, unknown>) => number;
  }
}

/** How many rows a page has where nobody says, and at most. */
export const DEFAULT_FIRST = 20;
export const MOST_FIRST = 100;

// Declarations are data: what the builder would check in a field written by hand, the planner's tests check for all.
type FieldBuilder = { field: (options: object) => never; arg: (options: object) => never };
type TypeRef = ReturnType<typeof builder.objectRef<object>>;

/** By name: one type can be read from several tables. */
const refs = new Map<string, TypeRef>();
const connections = new Map<Source, TypeRef>();
const sourcesByPrefix = new Map<string, Source>();

const NodeInterface = builder.interfaceRef<object>("Node").implement({
  description: "Whatever has an identifier that never changes.",
  fields: declared({ id: { type: "ID", description: "Says what it is, by its prefix." } }),
});

/** Fields of a type, as the builder takes them. */
function declared(fields: Record<string, object>): (t: object) => Record<string, never> {
  return (t) => {
    const entries = Object.entries(fields);
    return Object.fromEntries(entries.map(([name, options]) => [name, (t as FieldBuilder).field(options)]));
  };
}

export function sourceOfId(id: string): Source | undefined {
  return sourcesByPrefix.get(id.slice(0, id.indexOf("_")));
}

/** The object type of a shape; made at its first mention. */
export function typeOf(shape: Shape): TypeRef {
  const known = refs.get(shape.name);
  if (known) return known;
  const ref = builder.objectRef<object>(shape.name);
  refs.set(shape.name, ref);
  const idPrefix = (shape as Partial<Source>).idPrefix;
  if (idPrefix !== undefined) sourcesByPrefix.set(idPrefix, shape as Source);
  ref.implement({
    description: shape.description,
    ...(idPrefix !== undefined && { interfaces: [NodeInterface] }),
    fields: (t) => {
      const build = t as unknown as FieldBuilder;
      const declared = Object.entries(shape.fields());
      return Object.fromEntries(declared.map(([name, field]) => [name, build.field(fieldOptions(build, field))]));
    },
  });
  return ref;
}

function fieldOptions(build: FieldBuilder, field: Field): object {
  const { description, deprecationReason, nullable = false } = field;
  const type = graphqlType(field);
  const args = argsOf(build, field);
  return { type, nullable, description, deprecationReason, args, extensions: { declared: field } };
}

function argsOf(build: FieldBuilder, field: Field): Record<string, unknown> {
  if (field.kind === "page") return pageArgs(build, field.source(), field.without);
  return "args" in field && field.args ? buildArgs(build, field.args) : {};
}

function buildArgs(build: FieldBuilder, args: Record<string, Argument>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(args).map(([name, argument]) => [name, build.arg(argOptions(argument))]));
}

function graphqlType(field: Field): unknown {
  switch (field.kind) {
    case "computed":
      return field.type;
    case "value":
      return field.isList ? [field.type] : field.type;
    case "object":
      return typeOf(field.shape);
    case "grouped":
    case "elements":
      return [typeOf(field.shape)];
    case "aside":
      return field.isList ? [typeOf(field.source())] : typeOf(field.source());
    case "one":
      return typeOf(field.source());
    case "many":
      return [typeOf(field.source())];
    case "page":
      return connectionOf(field.source());
  }
}

const PageInfo = builder.objectRef<object>("PageInfo").implement({
  description: "Where a page stands in its list.",
  fields: declared({
    hasNextPage: { type: "Boolean", description: "Whether more follow." },
    hasPreviousPage: { type: "Boolean", description: "Whether the page began after a cursor." },
    startCursor: { type: "String", nullable: true, description: "Of the first edge." },
    endCursor: {
      type: "String",
      nullable: true,
      description: "Of the last edge; `after` takes it for the next page.",
    },
  }),
});

function connectionOf(source: Source): TypeRef {
  const known = connections.get(source);
  if (known) return known;
  const connection = builder.objectRef<object>(`${source.name}Connection`);
  connections.set(source, connection);
  const node = typeOf(source);
  const edge = builder.objectRef<object>(`${source.name}Edge`).implement({
    description: "An object in a list, with its place.",
    fields: declared({
      cursor: { type: "String", description: "The place; `after` takes it." },
      node: { type: node, description: "The object." },
    }),
  });
  connection.implement({
    description: "A page of a list.",
    fields: declared({
      edges: { type: [edge], description: "The objects with their places." },
      nodes: { type: [node], description: "The objects alone." },
      pageInfo: { type: PageInfo, description: "Where the page stands." },
      totalCount: { type: "Int", description: "How many the whole list has. Counting costs: see the price list." },
    }),
  });
  return connection;
}

function pageArgs(build: FieldBuilder, source: Source, without: readonly string[] = []): Record<string, unknown> {
  const { filters, orders } = source.list!;
  const kept = Object.fromEntries(Object.entries(filters).filter(([name]) => !without.includes(name)));
  return {
    first: build.arg({
      type: "Int",
      defaultValue: DEFAULT_FIRST,
      description: `How many at most: 0 to ${MOST_FIRST}.`,
    }),
    after: build.arg({ type: "String", description: "The cursor after which the page begins." }),
    order: build.arg({
      type: orderEnum(source),
      defaultValue: Object.keys(orders)[0],
      description: "In which order.",
    }),
    ...buildArgs(build, kept),
  };
}

function argOptions({ type, isList, isRequired, description, defaultValue }: Argument): object {
  const given = defaultValue === undefined ? {} : { defaultValue };
  return { type: isList ? [type] : type, required: isRequired, description, ...given };
}

const orderEnums = new Map<Source, unknown>();

function orderEnum(source: Source): unknown {
  const known = orderEnums.get(source);
  if (known) return known;
  const values = Object.entries(source.list!.orders).map(([name, { description }]) => [name, { description }]);
  const made = builder.enumType(`${source.name}Order`, {
    description: `In which order a list of ${source.name} comes.`,
    values: Object.fromEntries(values) as Record<string, { description: string }>,
  });
  orderEnums.set(source, made);
  return made;
}

type RootTraits = Pick<GraphQLFieldExtensions<unknown, unknown>, "isPublicRead">;

/** A root that lists a source. */
export function listRoot(name: string, source: Source, description: string, traits: RootTraits = {}): void {
  addRoot(name, (build) => ({
    type: connectionOf(source),
    description,
    args: pageArgs(build, source),
    extensions: { root: { kind: "page", source }, ...traits },
  }));
}

/** A root that finds one object by its identifier: null when there is none that the viewer may see. */
export function findRoot(name: string, source: Source, description: string, traits: RootTraits = {}): void {
  addRoot(name, (build) => ({
    type: typeOf(source),
    nullable: true,
    description,
    args: { id: build.arg({ type: "ID", required: true, description: "Its identifier." }) },
    extensions: { root: { kind: "one", source, by: "id" }, ...traits },
  }));
}

/** A root of which there is one for each caller, or for each choice of arguments. */
export function onlyRoot(name: string, source: Source, description: string, args: Record<string, Argument> = {}): void {
  addRoot(name, (build) => ({
    type: typeOf(source),
    description,
    args: buildArgs(build, args),
    extensions: { root: { kind: "one", source, by: null } },
  }));
}

export function nodeRoot(description: string): void {
  addRoot("node", (build) => ({
    type: NodeInterface,
    nullable: true,
    description,
    args: { id: build.arg({ type: "ID", required: true, description: "Its identifier." }) },
    extensions: { root: { kind: "node" } },
  }));
}

function addRoot(name: string, options: (build: FieldBuilder) => object): void {
  builder.queryField(name, (t) => {
    const build = t as unknown as FieldBuilder;
    return build.field(options(build));
  });
}
