import {
  getNamedType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
} from "graphql";
import { schema } from "../../../src/graphql/schema.ts";
import { nodeOf } from "./schema-paths.ts";

/** A document with the variables to send with it. */
export interface MadeDocument {
  query: string;
  variables: Record<string, unknown>;
}

export interface DocumentWorld {
  /** Those whose answers the oracle knows. */
  roots: readonly string[];
  /** What must not be asked for: `Type.field`. */
  forbidden: ReadonlySet<string>;
  /** Values for an argument of that type, or else of that name. */
  values: Record<string, readonly unknown[]>;
}

/** The same number makes the same document: it is what a failure tells. */
export function makeDocument(world: DocumentWorld, seed: number): MadeDocument {
  return new Maker(world, seed).make();
}

/** Where fields meet under one key, they must be the same: what stands at each place so far. */
type Place = Map<string, { text: string; field: GraphQLField<unknown, unknown>; below: Place }>;
type Composite = GraphQLObjectType | GraphQLInterfaceType;

const MOST_LEVELS = 4;

class Maker {
  readonly world: DocumentWorld;
  readonly #random: () => number;
  readonly #variables = new Map<string, { type: string; value: unknown }>();
  readonly #fragments = new Map<string, { on: string; text: string }>();
  #named = 0;

  constructor(world: DocumentWorld, seed: number) {
    this.world = world;
    this.#random = mulberry32(seed);
  }

  make(): MadeDocument {
    const body = this.#selections(schema.getQueryType()!, new Map(), 0);
    const used = (name: string, texts: string[]) =>
      texts.some((text) => new RegExp(`\\.\\.\\. ?${name}\\b`).test(text));
    const fragments = [...this.#fragments].filter(([name]) =>
      used(name, [body, ...[...this.#fragments.values()].map(({ text }) => text)]),
    );
    const definitions = [...this.#variables].map(([name, { type }]) => `$${name}: ${type}`);
    const query = [
      `query Q${definitions.length > 0 ? `(${definitions.join(", ")})` : ""} ${body}`,
      ...fragments.map(([name, { on, text }]) => `fragment ${name} on ${on} ${text}`),
    ].join("\n");
    const given = [...this.#variables].filter(([, { value }]) => value !== undefined);
    return { query, variables: Object.fromEntries(given.map(([name, { value }]) => [name, value])) };
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)]!;
  }

  #selections(type: Composite, place: Place, level: number): string {
    const fields = this.#fieldsOf(type, level);
    const count = 1 + Math.floor(this.#random() * (level === 0 ? 2 : 5));
    const parts = Array.from({ length: count }, () => this.#selection(type, fields, place, level));
    // Whatever is skipped, something is left.
    return `{ ${[...parts, "__typename"].join(" ")} }`;
  }

  #fieldsOf(type: Composite, level: number): GraphQLField<unknown, unknown>[] {
    const all = Object.values(type.getFields()).filter(({ name }) =>
      level === 0 ? this.world.roots.includes(name) : !this.world.forbidden.has(`${type.name}.${name}`),
    );
    return level < MOST_LEVELS ? all : all.filter((field) => isLeafType(getNamedType(field.type)));
  }

  #selection(type: Composite, fields: readonly GraphQLField<unknown, unknown>[], place: Place, level: number): string {
    if (level > 0 && this.#chance(0.15)) return this.#fragment(type, place, level);
    const again = [...place].filter(([, { field }]) => fields.includes(field));
    if (again.length > 0 && this.#chance(0.2)) {
      const [, { text, field, below }] = this.#pick(again);
      return `${text}${this.#directive()}${this.#below(field, below, level)}`;
    }
    if (fields.length === 0) return "__typename";
    const field = this.#pick(fields);
    const args = this.#args(field);
    const call = `${field.name}${args}`;
    const mustBeNamed = isInterfaceType(type) ? false : place.has(field.name) || this.#chance(0.15);
    const key = mustBeNamed ? `k${this.#named++}` : field.name;
    const known = place.get(key);
    if (known && known.text !== call) return "__typename";
    const text = mustBeNamed ? `${key}: ${call}` : call;
    const entry = known ?? { text, field, below: new Map() as Place };
    place.set(key, entry);
    return `${text}${this.#directive()}${this.#below(field, entry.below, level)}`;
  }

  #below(field: GraphQLField<unknown, unknown>, place: Place, level: number): string {
    const type = getNamedType(field.type);
    if (isLeafType(type)) return "";
    if (isInterfaceType(type)) return ` ${this.#nodeSelections(type, level + 1)}`;
    // A connection is no level, but what hangs on its rows is.
    const step = nodeOf(type as GraphQLObjectType) ? 0.5 : 1;
    return ` ${this.#selections(type as Composite, place, level + step)}`;
  }

  /** Fields of several types under keys of their own: the same name may be of another form on another type. */
  #nodeSelections(type: GraphQLInterfaceType, level: number): string {
    const types = schema.getPossibleTypes(type).filter(({ name }) => !this.world.forbidden.has(name));
    const parts = [this.#pick(types), this.#pick(types), this.#pick(types)].map(
      (each) => `... on ${each.name} ${this.#unnamedApart(each, level)}`,
    );
    return `{ id __typename ${parts.join(" ")} }`;
  }

  #unnamedApart(type: GraphQLObjectType, level: number): string {
    const fields = this.#fieldsOf(type, level);
    const chosen = Array.from({ length: 3 }, () => this.#pick(fields));
    const parts = chosen.map((field) => {
      const key = `${type.name[0]!.toLowerCase()}${this.#named++}`;
      return `${key}: ${field.name}${this.#args(field)}${this.#below(field, new Map(), level)}`;
    });
    return `{ ${parts.join(" ")} }`;
  }

  #fragment(type: Composite, place: Place, level: number): string {
    const known = [...this.#fragments].filter(([, { on }]) => on === type.name);
    const way = this.#random();
    if (way < 0.3) return `...${this.#directive()} ${this.#selections(type, place, level + 1)}`;
    if (way < 0.6) return `... on ${type.name}${this.#directive()} ${this.#selections(type, place, level + 1)}`;
    if (known.length > 0 && way < 0.75) return `... ${this.#pick(known)[0]}${this.#directive()}`;
    const name = `F${this.#named++}`;
    const fields = this.#fieldsOf(type, level).filter((field) => !this.#isCalled(field));
    if (fields.length === 0) return "__typename";
    const chosen = [this.#pick(fields), this.#pick(fields)];
    const parts = chosen.map((field) => {
      const key = `f${this.#named++}`;
      return `${key}: ${field.name}${this.#args(field)}${this.#below(field, new Map(), level)}`;
    });
    this.#fragments.set(name, { on: type.name, text: `{ ${parts.join(" ")} }` });
    return `... ${name}${this.#directive()}`;
  }

  /** Pages in fragments that are spread anywhere would cost too much. */
  #isCalled(field: GraphQLField<unknown, unknown>): boolean {
    return field.args.length > 0;
  }

  #directive(): string {
    if (!this.#chance(0.1)) return "";
    const value = this.#chance(0.5);
    const given = this.#chance(0.6) ? `$${this.#variable("Boolean!", value)}` : String(value);
    return ` @${this.#pick(["skip", "include"])}(if: ${given})`;
  }

  #args(field: GraphQLField<unknown, unknown>): string {
    const given = field.args.flatMap((argument) => this.#argument(argument));
    return given.length > 0 ? `(${given.join(", ")})` : "";
  }

  #argument(argument: GraphQLArgument): string[] {
    const { name } = argument;
    const type = String(argument.type);
    const isRequired = type.endsWith("!");
    if (!isRequired && name !== "first" && this.#chance(0.7)) return [];
    const value = name === "order" ? this.#pick(ordersOf(argument)) : this.#value(argument, isRequired);
    if (this.#chance(0.5)) {
      // Null where there is a default: it may be sent, and may be left out.
      const sent = isRequired || this.#chance(0.8) ? value : this.#pick([null, undefined]);
      return [`${name}: $${this.#variable(type, sent)}`];
    }
    return [`${name}: ${literal(value, isEnumType(getNamedType(argument.type)))}`];
  }

  #value({ name, type }: GraphQLArgument, isRequired: boolean): unknown {
    const values = this.world.values[getNamedType(type).name] ?? this.world.values[name];
    if (!values) throw new Error(`No values for the argument ${name}.`);
    return !isRequired && name !== "first" && this.#chance(0.1) ? null : this.#pick(values);
  }

  #variable(type: string, value: unknown): string {
    const name = `v${this.#variables.size}`;
    this.#variables.set(name, { type, value });
    return name;
  }
}

function ordersOf({ type }: GraphQLArgument): string[] {
  return (getNamedType(type) as GraphQLEnumType).getValues().map(({ name }) => name);
}

function literal(value: unknown, isEnum: boolean): string {
  if (Array.isArray(value)) return `[${value.map((each) => literal(each, isEnum)).join(", ")}]`;
  if (typeof value !== "string") return String(value);
  return isEnum ? value : JSON.stringify(value);
}

/** Tommy Ettinger's generator: small, and even enough. */
export function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
