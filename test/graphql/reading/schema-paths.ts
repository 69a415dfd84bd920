import {
  getNamedType,
  isEnumType,
  isRequiredArgument,
  type GraphQLNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
} from "graphql";
import { schema } from "../../../src/graphql/schema.ts";

/** What a field's optional arguments and its identifiers are given. */
export type ArgumentsOf = (field: GraphQLField<unknown, unknown>) => string[];

/** A way through the schema from a root, and the document that goes it and asks for all leaves at its end. */
export interface SchemaPath {
  steps: string;
  query: string;
}

const PAGE_INFO = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount";

/** Every way through the schema of at most so many objects, a connection and its edge counting as none. */
export function pathsOf(root: string, levels: number, args: ArgumentsOf): SchemaPath[] {
  const field = schema.getQueryType()!.getFields()[root]!;
  return endsOf(field, levels, args).map(({ steps, text }) => ({ steps, query: `{ ${text} }` }));
}

interface End {
  steps: string;
  text: string;
}

function endsOf(field: GraphQLField<unknown, unknown>, levels: number, args: ArgumentsOf): End[] {
  const given = [...requiredOf(field), ...args(field)];
  const call = given.length > 0 ? `${field.name}(${given.join(", ")})` : field.name;
  const type = getNamedType(field.type);
  if (isInterfaceType(type))
    return schema.getPossibleTypes(type).flatMap((each) =>
      objectEnds(each, levels, args).map(({ steps, text }) => ({
        steps: `${field.name} ${steps}`,
        text: `${call} { __typename ... on ${each.name} { ${text} } }`,
      })),
    );
  const object = type as GraphQLObjectType;
  const node = nodeOf(object);
  if (!node)
    return objectEnds(object, levels, args).map(({ steps, text }) => ({
      steps: `${field.name} ${steps}`,
      text: `${call} { ${text} }`,
    }));
  return objectEnds(node, levels, args).map(({ steps, text }, index) => ({
    steps: `${field.name} ${steps}`,
    text: `${call} { ${PAGE_INFO} ${index % 2 === 0 ? `edges { cursor node { ${text} } }` : `nodes { ${text} }`} }`,
  }));
}

/** Something for each argument that must be there; identifiers apart. */
export function requiredOf(field: GraphQLField<unknown, unknown>): string[] {
  return field.args
    .filter((argument) => isRequiredArgument(argument) && getNamedType(argument.type).name !== "ID")
    .map(({ name, type }) => `${name}: ${sampleOf(name, getNamedType(type))}`);
}

function sampleOf(name: string, type: GraphQLNamedType): string {
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (type.name === "Instant") return name === "to" ? '"2027-01-01T00:00:00Z"' : '"2026-11-01T00:00:00Z"';
  if (name === "timeZone") return '"Europe/Berlin"';
  throw new Error(`Nothing is known to put in ${name}: ${type.name}.`);
}

function objectEnds(type: GraphQLObjectType, levels: number, args: ArgumentsOf): End[] {
  const fields = Object.values(type.getFields());
  const leaves = fields.filter((field) => isLeafType(getNamedType(field.type))).map(({ name }) => name);
  const own = { steps: type.name, text: ["__typename", ...leaves].join(" ") };
  if (levels === 1) return [own];
  const objects = fields.filter((field) => !isLeafType(getNamedType(field.type)));
  const below = objects.flatMap((field) => endsOf(field, levels - 1, args));
  return [own, ...below.map(({ steps, text }) => ({ steps: `${type.name}.${steps}`, text }))];
}

/** What a connection holds; undefined for any other type. */
export function nodeOf(type: GraphQLObjectType): GraphQLObjectType | undefined {
  const nodes = type.name.endsWith("Connection") ? type.getFields()["nodes"] : undefined;
  const node = nodes && getNamedType(nodes.type);
  return isObjectType(node) ? node : undefined;
}

/** The roots that are read by a plan. */
export const PLANNED_ROOTS = Object.values(schema.getQueryType()!.getFields())
  .filter(({ extensions }) => extensions.root)
  .map(({ name }) => name);
