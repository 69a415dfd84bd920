import type { Selected } from "./selection.ts";
import type { Field, Source } from "./source.ts";

/**
 * The price list, in points. A point is about what one row costs to find, to write and to send. `docs/graphql-cost.md` is
 * checked against it.
 */
export const PRICES = {
  /** Every root, link, list and page: finding where its rows begin. */
  lookUp: 1,
  /** Every row of a list or a page, and the row at the end of a link. */
  row: 1,
  /** Going through all that a list has, for `totalCount`. */
  count: 25,
  /** Going through all rows that figures are made of. */
  figures: 50,
  /** Putting them into groups, once for each way of grouping. */
  group: 25,
  /** Looking for a text, which an index narrows but does not put in order. */
  search: 25,
  /** Working out what is free on one day of one event type, and as much again to explain what is not. */
  availabilityDay: 10,
  /** Laying out a host's hours, a year at most. */
  hours: 10,
  /** How many rows a list is taken to have that says nothing of it. */
  expectedRows: 5,
};

/** What an operation may cost at most. */
export const MOST_POINTS = 5_000;

type Args = readonly Record<string, unknown>[];

/** The price of what is selected of one row: fields of the row itself are free. */
export function priceOfRow(selected: readonly Selected[], args: Args): number {
  return sum(selected, (each) => (each.field ? priceOfField(each, each.field.extensions.declared!, args) : 0));
}

function priceOfField(selected: Selected, declared: Field, args: Args): number {
  switch (declared.kind) {
    case "value":
    case "computed":
    case "object":
    case "grouped":
    case "elements":
      return declared.price ?? 0;
    case "aside": {
      const rows = declared.expected(args[selected.site!] ?? {});
      return startOf(declared.source()) + rows * rowOf(selected, declared.source(), args);
    }
    case "one":
      return startOf(declared.source()) + rowOf(selected, declared.source(), args);
    case "many": {
      const { expected = PRICES.expectedRows } = declared;
      return startOf(declared.source()) + expected * rowOf(selected, declared.source(), args);
    }
    case "page":
      return priceOfPage(selected, declared.source(), args);
  }
}

/** A page costs what it may have, not what it has: the price is known before anything is read. */
export function priceOfPage(selected: Selected, source: Source, args: Args): number {
  const own = args[selected.site!]!;
  const first = own.first as number;
  const filters = Object.entries(source.list!.filters).filter(([name]) => own[name] != null);
  const parts = selected.on.get(`${source.name}Connection`)!;
  const rows = sum(parts, (part) => {
    if (part.name === "nodes") return first * rowOf(part, source, args);
    if (part.name !== "edges") return 0;
    const nodes = part.on.get(`${source.name}Edge`)!.filter(({ name }) => name === "node");
    return (
      first *
      Math.max(
        PRICES.row,
        sum(nodes, (node) => rowOf(node, source, args)),
      )
    );
  });
  return (
    PRICES.lookUp +
    sum(filters, ([, { price = 0 }]) => price) +
    rows +
    (parts.some(({ name }) => name === "totalCount") ? PRICES.count : 0)
  );
}

/** What it takes to get at a source's rows. */
export function startOf({ price = PRICES.lookUp }: Source): number {
  return price;
}

/** A row and what hangs on it. */
export function rowOf(selected: Selected, source: Source, args: Args): number {
  return PRICES.row + priceOfRow(selected.on.get(source.name)!, args);
}

function sum<T>(list: readonly T[], of: (each: T) => number): number {
  return list.reduce((total, each) => total + of(each), 0);
}
