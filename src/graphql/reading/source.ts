import type { EnumRef } from "@pothos/core";
import type { ReadType } from "../../domain/access/policy.ts";
import type { RuleName } from "../../domain/access/rules.ts";
import type { DomainContext } from "../../domain/shared/context.ts";
import type { Expression, Row } from "../../domain/shared/projection.ts";
import { sql, type Sql } from "../../domain/shared/sql.ts";

// A noun is declared once, beside its GraphQL type: where its rows are, who may see which, what can be read of a row,
// and in which orders and by which filters a list of them can be had. The schema and the SQL both come of it.

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what an enum's values are is nothing to a declaration
type AnyEnum = EnumRef<any, any>;

/** The name of a scalar, or an enum. */
export type Leaf =
  "ID" | "String" | "Int" | "SafeInt" | "Float" | "Boolean" | "Instant" | "LocalDate" | "JSON" | AnyEnum;

/** A condition on a source's rows, with what it compares with. */
export interface Condition {
  value: unknown;
  holds: (row: Row, value: Sql) => Sql;
}

interface Described {
  description: string;
  nullable?: boolean;
  deprecationReason?: string;
  /** In points, where reading it takes more than its row. */
  price?: number;
}

export interface ValueField extends Described {
  kind: "value";
  type: Leaf;
  isList: boolean;
  /** The column of the field's name where it is left out. */
  of?: Expression;
}

/** Fields of the same row that belong together. */
export interface ObjectField extends Described {
  kind: "object";
  shape: Shape;
  /** Where it is not true the field is null. */
  present?: Expression;
}

/** An object for each of the rows that a group is made of: only of sources that group. */
export interface GroupedField extends Described {
  kind: "grouped";
  shape: Shape;
  only: Expression;
  order: Expression;
}

/** The objects in a JSON array. */
export interface ElementsField extends Described {
  kind: "elements";
  shape: Shape;
  of?: Expression;
}

/** Another source's row, or all of its rows that hang on this one: only where they are few. */
export interface LinkField extends Described {
  kind: "one" | "many";
  source: () => Source;
  local: Expression;
  foreign: Expression;
  through?: Through;
  /** Which of them, where it is not all. */
  only?: Expression;
  /** Of the list. */
  order?: Expression[];
  /** How many the list mostly holds: what it is priced by. */
  expected?: number;
}

/** Rows of another source that hang on none: one, or all of them. Only where there is one row to read them beside. */
export interface AsideField extends Described {
  kind: "aside";
  isList: boolean;
  source: () => Source;
  /** For the source's table. */
  args?: Record<string, Argument>;
  /** Of the list. */
  order?: Expression[];
  /** At most so many, the first in order. */
  limit?: (own: Args) => number;
  /** How many there are mostly: what they are priced by. */
  expected: (own: Args) => number;
}

/** A page of another source's rows that hang on this one. */
export interface PageField extends Described {
  kind: "page";
  source: () => Source;
  local: Expression;
  foreign: Expression;
  through?: Through;
  /** Filters of the source that make no sense here. */
  without?: readonly string[];
}

/** What the domain works out of a value that was read: it takes that value's place in the answer. */
export interface ComputedField extends Described {
  kind: "computed";
  type: Leaf;
  of: Expression;
  compute: (value: never, root: Args) => unknown;
}

export type Field =
  ValueField | ComputedField | ObjectField | GroupedField | ElementsField | AsideField | LinkField | PageField;

/** `table.target = through.own` */
export interface Through {
  table: string;
  own: string;
  target: string;
}

/** An object type without rows of its own: part of a row, or an element of a JSON array. */
export interface Shape {
  name: string;
  description: string;
  /** Whether its fields' names are columns, written in snake case, or properties of a JSON object. */
  reads: "columns" | "properties";
  fields: () => Record<string, Field>;
}

/** The arguments of a field by name. */
export type Args = Record<string, unknown>;

export interface Argument {
  type: Leaf;
  isList?: boolean;
  isRequired?: boolean;
  description: string;
  defaultValue?: unknown;
}

export interface Filter extends Argument {
  /** Holds where the caller names none; undefined for no condition. */
  fallback?: (ctx: DomainContext) => unknown;
  /** What the condition compares with, made of what the caller gave. @throws validation_failed */
  read?: (given: never) => unknown;
  /** The table off whose index the list is then read. */
  through?: Through;
  /** Holds where a list is given that has one element, by an index that is in the list's order for each value apart. */
  holdsForOne?: (row: Row, value: Sql) => Sql;
  /** Whether some values fit many rows and others few, so that the statement is planned for each. */
  isPlannedEachTime?: boolean;
  /** In points, where it takes more than an index that has the order too. */
  price?: number;
  holds: (row: Row, through: Row, value: Sql) => Sql;
}

/** By an instant, and by the identifier among equals: an index serves each. */
export interface ListOrder {
  by: Expression;
  descending: boolean;
  description: string;
}

/** What a table that is a subselect is made with. */
export interface TableInput {
  /** A value that is read at each request. `root` are the root's arguments, `own` those of the field that leads here. */
  bind: (read: (values: { ctx: DomainContext; root: Args; own: Args }) => unknown) => Sql;
  /** The names of the fields that are asked for of its rows, those within objects too. */
  asked: ReadonlySet<string>;
  /** Rows of a source in the actor's scope, which the statement reads once for all who share the name. */
  share: (name: string, rows: SharedInput) => SharedTable;
}

export interface SharedInput {
  source: Source;
  /** Which of its list's filters the root's arguments of the same names set. */
  filters: readonly string[];
  where?: readonly Expression[];
}

export interface SharedTable {
  name: Sql;
  /** Whether they were found by way of the table that a filter names. */
  isThrough: boolean;
  /** A column of theirs, which is read for it. */
  column: (name: string, of: Expression) => Sql;
}

export interface Source extends Shape {
  /** Of a type that has a row in src/domain/access/policy.ts. */
  name: ReadType;
  reads: "columns";
  table: string | ((input: TableInput) => Sql);
  /** Its rows are groups of the table's rows that are alike in these: what is read of one are these and aggregates. */
  groupBy?: readonly Expression[];
  /** In points, where making its rows takes more than looking them up. */
  price?: number;
  /** Of its identifiers; with it its rows can be had by `node`. */
  idPrefix?: string;
  /** The rows that the actor may see by a rule: the type's, or that of the root or relation that leads here. @throws forbidden */
  scope: (ctx: DomainContext, rule: RuleName) => readonly Condition[];
  /** Rows that are seen by whoever sees the row that they hang on, by this column. */
  via?: { source: () => Source; column: string };
  list?: {
    filters: Record<string, Filter>;
    orders: Record<string, ListOrder>;
    /** The table in whose order the list comes where no filter names one: that of `via`. */
    through?: Through;
  };
}

/** A where clause as the domain's scopes give it, for Prisma: equalities and inequalities of columns. */
export function conditionsOf(where: object): Condition[] {
  return Object.entries(where).map(([name, value]: [string, unknown]) => {
    const column = snakeCase(name);
    if (value === null) return { value, holds: (row) => sql`${row(column)} IS NULL` };
    if (typeof value === "object" && "not" in value)
      return { value: value.not, holds: (row, bound) => sql`${row(column)} <> ${bound}` };
    return { value, holds: (row, bound) => sql`${row(column)} = ${bound}` };
  });
}

export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A column as an expression. */
export function column(name: string): Expression {
  return (row) => row(name);
}

/** A column of the table through which a row was reached. */
export function throughColumn(name: string): Expression {
  return (_row, through) => through(name);
}

type Options = Partial<Omit<ValueField, "kind" | "type" | "description">>;

export function value(type: Leaf, description: string, options: Options = {}): ValueField {
  return { kind: "value", type, isList: false, description, ...options };
}

export function list(type: Leaf, description: string, options: Options = {}): ValueField {
  return value(type, description, { isList: true, ...options });
}

/** An instant as the contract writes it; `to_char` knows no zone of the server's here. */
export function instantText(instant: Sql): Sql {
  return sql`to_char(${instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
