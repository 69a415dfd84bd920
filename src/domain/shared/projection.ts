import type { Sql } from "./sql.ts";

// What to read, as a tree of plain data: rows, what of each row, and the rows that hang on it. `projection-statement.ts`
// makes one SQL statement of it that answers JSON under the keys that stand here.

/** A column of a table at hand. */
export type Row = (column: string) => Sql;

/** A value worked out from a row, and from the row of the table through which it was reached, where there is one. */
export type Expression = (row: Row, through: Row) => Sql;

export type ProjectedField =
  | { kind: "literal"; key: string; text: string }
  | { kind: "value"; key: string; of: Expression }
  /** Fields of the same row under a key of their own; null where `present` is there and not true. */
  | { kind: "object"; key: string; present?: Expression; fields: readonly ProjectedField[] }
  /** The elements of a JSON array; the fields are theirs. */
  | { kind: "elements"; key: string; of: Expression; fields: readonly ProjectedField[] }
  /** Those rows that a group is made of for which `only` is true. */
  | { kind: "grouped"; key: string; only: Expression; order: Expression; fields: readonly ProjectedField[] }
  /** Rows that hang on none: one or null, or all in order. */
  | { kind: "aside"; key: string; isList: boolean; rows: Rows }
  /** Rows that hang on this one: one or null, all in order, or a page. */
  | { kind: "one" | "many"; key: string; local: Expression; rows: LinkedRows }
  | { kind: "page"; key: string; local: Expression; page: Page<LinkedRows> };

export interface Rows {
  /** A table's name, or a subselect. */
  table: string | Sql;
  /** A table between the parent and this one: `table.target = through.own`. */
  through?: { table: string; own: string; target: string };
  /** All must hold; the actor's scope is among them. */
  where: readonly Expression[];
  order: readonly Order[];
  /** A row for each group of rows that are alike in these; what is read of it are these and aggregates. */
  groupBy?: readonly Expression[];
  /** At most so many, the first in order. */
  limit?: Sql;
  fields: readonly ProjectedField[];
}

export interface Order {
  by: Expression;
  descending: boolean;
}

/** Rows that hang on a parent's row: `foreign` equals the parent's `local`. */
export interface LinkedRows extends Rows {
  foreign: Expression;
}

/** A page of rows in the shape of a Relay connection. */
export interface Page<R extends Rows = Rows> {
  rows: R;
  /** At most this many; part of the statement's text, since PostgreSQL plans by it. */
  first: number;
  /** Whether the page begins after a cursor. */
  isContinued: boolean;
  /** The text of a row's cursor. */
  cursor: Expression;
  /** The conditions that count for `totalCount`: all but the cursor's. */
  counted: readonly Expression[];
  parts: readonly PagePart[];
}

export type PagePart =
  | { kind: "literal"; key: string; text: string }
  | { kind: "totalCount"; key: string }
  | { kind: "nodes"; key: string; fields: readonly ProjectedField[] }
  | { kind: "edges"; key: string; parts: readonly EdgePart[] }
  | { kind: "pageInfo"; key: string; parts: readonly PageInfoPart[] };

export type EdgePart =
  | { kind: "literal"; key: string; text: string }
  | { kind: "cursor"; key: string }
  | { kind: "node"; key: string; fields: readonly ProjectedField[] };

export type PageInfoPart =
  | { kind: "literal"; key: string; text: string }
  | { kind: "hasNextPage" | "hasPreviousPage" | "startCursor" | "endCursor"; key: string };

/** Rows that are read once under a name of their own, for all the subselects that are made of them. */
export interface SharedRows {
  name: string;
  rows: Pick<Rows, "table" | "through" | "where">;
  columns: ReadonlyMap<string, Expression>;
}

/** What one root of a document reads. */
export type Projection = ({ kind: "one" | "many"; rows: Rows } | { kind: "page"; page: Page }) & {
  shared?: readonly SharedRows[];
};
