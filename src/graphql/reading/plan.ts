import type { DomainContext } from "../../domain/shared/context.ts";
import { assertScope, assertStaff, type Scope } from "../../domain/shared/actor.ts";
import { DomainError } from "../../domain/shared/errors.ts";
import type {
  EdgePart,
  Expression,
  LinkedRows,
  Page,
  PageInfoPart,
  PagePart,
  ProjectedField,
  Projection,
  Row,
  Rows,
  SharedRows,
} from "../../domain/shared/projection.ts";
import { PLANNED_EACH_TIME } from "../../domain/shared/read-text.ts";
import { projectionStatement } from "../../domain/shared/projection-statement.ts";
import { sql, type Sql } from "../../domain/shared/sql.ts";
import { decodeCursor } from "../../domain/shared/pagination.ts";
import { sourceOfId, type RootRead } from "./declare.ts";
import {
  column,
  instantText,
  snakeCase,
  type Args,
  type Condition,
  type Field,
  type LinkField,
  type ListOrder,
  type PageField,
  type Shape,
  type SharedInput,
  type SharedTable,
  type Source,
} from "./source.ts";
import type { Selected } from "./selection.ts";

/** What the values of a plan are read from, at each request. */
export interface Bound {
  ctx: DomainContext;
  /** By site. */
  args: readonly Record<string, unknown>[];
  /** The conditions of each source's scope, worked out once a request. */
  scopes: Map<Source, readonly Condition[]>;
}

/** Where a bound value comes from. An object, since the statement's compiler would call a function. */
interface Reader {
  read: (bound: Bound) => unknown;
}

/** How one root of an operation is read, whatever the values. */
export interface RootPlan {
  text: string;
  readers: readonly Reader[];
  /** Of a node: what the identifier said. */
  typeName: string | null;
  /** What the credential must be allowed to do: looked at again at each request. */
  needs: readonly Scope[];
  /** Whether values in the answer are for the domain to work on. */
  computes: boolean;
}

export interface Planner {
  ctx: DomainContext;
  args: readonly Record<string, unknown>[];
  needs: Set<Scope>;
  /** Of the root's arguments. */
  rootSite: number | null;
  shared: Map<string, SharedRows & { columns: Map<string, Expression> }>;
  computes: boolean;
  isPlannedEachTime: boolean;
}

/**
 * Null where the root can have no row, whatever the database holds. What the actor may not read is refused here, before
 * anything is read. @throws forbidden, validation_failed
 */
export function planRoot(
  ctx: DomainContext,
  args: Planner["args"],
  selected: Selected,
  root: RootRead,
): RootPlan | null {
  const planner: Planner = {
    ctx,
    args,
    needs: new Set(),
    rootSite: selected.site,
    shared: new Map(),
    computes: false,
    isPlannedEachTime: false,
  };
  const projection = projectionOf(planner, selected, root);
  if (projection === null) return null;
  const { text, parameters } = projectionStatement({ ...projection, shared: [...planner.shared.values()] });
  const typeName = root.kind === "node" ? nodeSource(args, selected)!.name : null;
  return {
    text: `${planner.isPlannedEachTime ? PLANNED_EACH_TIME : ""}${text}`,
    readers: parameters as Reader[],
    typeName,
    needs: [...planner.needs],
    computes: planner.computes,
  };
}

/** The values of a plan, in the order of its statement's parameters. @throws forbidden, validation_failed (cursor) */
export function bindValues({ needs, readers }: RootPlan, ctx: DomainContext, args: Planner["args"]): unknown[] {
  for (const scope of needs) assertScope(ctx.actor, scope);
  const bound: Bound = { ctx, args, scopes: new Map() };
  return readers.map(({ read }) => read(bound));
}

function projectionOf(planner: Planner, selected: Selected, root: RootRead): Projection | null {
  if (root.kind === "page") {
    const page = pageOf(planner, selected, root.source, []);
    return { kind: "page", page };
  }
  const source = root.kind === "node" ? nodeSource(planner.args, selected) : root.source;
  if (!source) return null;
  const where = [...scopeOf(planner, source), ...viaScope(planner, source)];
  if (root.kind === "node" || root.by === "id") {
    const site = selected.site!;
    where.push((row) => sql`${row("id")} = ${bind(({ args }) => args[site]!.id)}`);
  }
  return { kind: "one", rows: rowsOf(planner, selected, source, where) };
}

export function nodeSource(args: Planner["args"], { site }: Selected): Source | undefined {
  return sourceOfId(String(args[site!]!.id));
}

function bind(read: Reader["read"]): Sql {
  return sql.val({ read } satisfies Reader);
}

function rowsOf(planner: Planner, selected: Selected, source: Source, where: readonly Expression[]): Rows {
  const table = tableOf(planner, source, selected.site);
  return { table, where, order: [], fields: fieldsOf(planner, selected.on.get(source.name)!, source) };
}

function tableOf(planner: Planner, { table }: Source, site: number | null): string | Sql {
  if (typeof table === "string") return table;
  const argsAt = (args: readonly Args[], place: number | null) => (place === null ? {} : args[place]!);
  return table({
    bind: (read) =>
      bind(({ ctx, args }) => read({ ctx, root: argsAt(args, planner.rootSite), own: argsAt(args, site) })),
    share: (name, rows) => shareRows(planner, name, rows),
  });
}

/** Reads of a source once, as the root's arguments filter it. */
function shareRows(planner: Planner, name: string, { source, filters, where = [], beside }: SharedInput): SharedTable {
  let known = planner.shared.get(name);
  if (!known) {
    const asked = Object.fromEntries(filters.map((each) => [each, source.list!.filters[each]!]));
    const filtered = filtersOf(planner, planner.rootSite!, asked);
    const all = [...scopeOf(planner, source), ...filtered.where, ...where];
    const rows = { table: tableOf(planner, source, null), through: filtered.through, where: all };
    planner.shared.set(name, (known = { name, beside, rows, columns: new Map() }));
  }
  const { rows, columns } = known;
  return {
    name: sql.id(name),
    isThrough: rows.through !== undefined,
    column(column, of) {
      columns.set(column, of);
      return sql.ref(`${name}.${column}`);
    },
  };
}

/** The conditions of the actor's scope. @param parentOf the source whose rows these hang on, when they are seen with it */
function scopeOf(planner: Planner, source: Source, isOwn = false): Expression[] {
  if (!isOwn && source.needs !== null) assertNeeded(planner, source.needs);
  let conditions: readonly Condition[];
  try {
    conditions = source.scope(planner.ctx);
  } catch (error) {
    if (isOwn && error instanceof DomainError && error.code === "forbidden") return [() => sql`false`];
    throw error;
  }
  return conditions.map(
    ({ holds }, index) =>
      (row) =>
        holds(row, bind(scopeValue(source, index))),
  );
}

function assertNeeded(planner: Planner, scope: Scope): void {
  assertScope(planner.ctx.actor, scope);
  planner.needs.add(scope);
}

function scopeValue(source: Source, index: number): Reader["read"] {
  return ({ ctx, scopes }) => {
    let conditions = scopes.get(source);
    if (!conditions) scopes.set(source, (conditions = source.scope(ctx)));
    return conditions[index]!.value;
  };
}

/** The same where a list comes by way of those rows. */
function throughScope(planner: Planner, source: Source): Expression[] {
  const parent = source.via!.source();
  return [...scopeOf(planner, parent), ...viaScope(planner, parent)].map(
    (condition) => (_row, through) => condition(through, through),
  );
}

/** Rows that are seen with another source's are looked for there, unless it is from there that they were reached. */
function viaScope(planner: Planner, source: Source): Expression[] {
  if (!source.via) return [];
  const parent = source.via.source();
  const conditions = [...scopeOf(planner, parent), ...viaScope(planner, parent)];
  const { column: link } = source.via;
  return [
    (row) => {
      const seen: Row = (name) => sql.ref(`seen.${name}`);
      const all = [sql`${seen("id")} = ${row(link)}`, ...conditions.map((condition) => condition(seen, seen))];
      return sql`EXISTS (SELECT FROM ${sql.table(parent.table as string)} AS seen WHERE ${sql.join(all, sql` AND `)})`;
    },
  ];
}

function fieldsOf(planner: Planner, selected: readonly Selected[], shape: Shape): ProjectedField[] {
  return selected.map((each) => fieldOf(planner, each, shape));
}

function fieldOf(planner: Planner, selected: Selected, shape: Shape): ProjectedField {
  const { key, field } = selected;
  if (!field) return { kind: "literal", key, text: shape.name };
  const declared = field.extensions.declared!;
  if (declared.isForStaff) assertStaff(planner.ctx.actor);
  const own = (): Expression => column(shape.reads === "columns" ? snakeCase(field.name) : field.name);
  switch (declared.kind) {
    case "value":
      return { kind: "value", key, of: written(declared, declared.of ?? own(), shape) };
    case "computed":
      planner.computes = true;
      if (declared.needs) assertNeeded(planner, declared.needs);
      return { kind: "value", key, of: declared.of };
    case "object": {
      const fields = fieldsOf(planner, selected.on.get(declared.shape.name)!, declared.shape);
      return { kind: "object", key, present: declared.present, fields };
    }
    case "elements": {
      const fields = fieldsOf(planner, selected.on.get(declared.shape.name)!, declared.shape);
      return { kind: "elements", key, of: declared.of ?? own(), fields };
    }
    case "one":
    case "many":
      return { kind: declared.kind, key, local: declared.local, rows: linkedRows(planner, selected, declared, shape) };
    case "page": {
      const page = pageOf(planner, selected, declared.source(), [], declared) as Page<LinkedRows>;
      return { kind: "page", key, local: declared.local, page };
    }
  }
}

/** Instants leave as text. */
function written(declared: Field & { kind: "value" }, of: Expression, shape: Shape): Expression {
  if (declared.type !== "Instant" || shape.reads === "properties") return of;
  return (row, through) => instantText(of(row, through));
}

function linkedRows(planner: Planner, selected: Selected, link: LinkField, parent: Shape): LinkedRows {
  const source = link.source();
  const where = scopeOf(planner, source, link.isOwn);
  if (source.via?.source() !== parent) where.push(...viaScope(planner, source));
  if (link.only) where.push(link.only);
  return {
    table: tableOf(planner, source, selected.site),
    through: link.through,
    where,
    foreign: link.foreign,
    order: (link.order ?? []).map((by) => ({ by, descending: false })),
    fields: fieldsOf(planner, selected.on.get(source.name)!, source),
  };
}

/** @param link how the page hangs on a parent; none for a root */
function pageOf(
  planner: Planner,
  selected: Selected,
  source: Source,
  where: readonly Expression[],
  link?: PageField,
): Page {
  const args = planner.args[selected.site!]!;
  const { filters, orders, only, through: ownThrough } = source.list!;
  const order = orders[args.order as string]!;
  const filtered = filtersOf(planner, selected.site!, filters, link?.without);
  const counted = [
    ...where,
    ...scopeOf(planner, source),
    ...(ownThrough ? throughScope(planner, source) : viaScope(planner, source)),
    ...onlyListed(planner, source, only),
    ...filtered.where,
  ];
  const through = link?.through ?? filtered.through ?? ownThrough;
  return {
    rows: {
      table: tableOf(planner, source, selected.site),
      through,
      where: [...counted, ...afterCursor(selected.site!, args, order, idIn(through))],
      order: [
        { by: order.by, descending: order.descending },
        { by: idIn(through), descending: order.descending },
      ],
      fields: [],
      ...(link && { foreign: link.foreign }),
    },
    first: args.first as number,
    isContinued: args.after != null,
    cursor: (row, through) =>
      sql`translate(encode(convert_to('["' || ${instantText(order.by(row, through))} || '","' || ${row("id")} || '"]', 'UTF8'), 'base64'), E'+/=\n', '-_')`,
    counted,
    parts: partsOf(planner, selected, source),
  };
}

function onlyListed(
  planner: Planner,
  source: Source,
  only: NonNullable<Source["list"]>["only"] = () => [],
): Expression[] {
  return only(planner.ctx).map(
    ({ holds }, index) =>
      (row) =>
        holds(
          row,
          bind(({ ctx }) => source.list!.only!(ctx)[index]!.value),
        ),
  );
}

function filtersOf(
  planner: Planner,
  site: number,
  filters: NonNullable<Source["list"]>["filters"],
  without: readonly string[] = [],
): { where: Expression[]; through: Rows["through"] } {
  let through: Rows["through"];
  const where: Expression[] = [];
  for (const [name, filter] of Object.entries(filters)) {
    if (without.includes(name)) continue;
    const isGiven = planner.args[site]![name] != null;
    if (!isGiven && filter.fallback?.(planner.ctx) === undefined) continue;
    const read = (given: unknown) => (filter.read ? filter.read(given as never) : given);
    const value = bind(({ args, ctx }) => (isGiven ? read(args[site]![name]) : filter.fallback!(ctx)));
    if (filter.through) through = filter.through;
    if (filter.isPlannedEachTime) planner.isPlannedEachTime = true;
    const { holds, holdsForOne } = filter;
    if (holdsForOne && isListOfOne(planner.args[site]![name])) where.push((row) => holdsForOne(row, value));
    else where.push((row, via) => holds(row, via, value));
  }
  return { where, through };
}

/** Such a list has plans of its own. */
export function isListOfOne(value: unknown): boolean {
  return Array.isArray(value) && value.length === 1;
}

/** The identifier where an index has it beside the order: on the way to the row, where the row is reached by it. */
function idIn(through: Rows["through"]): Expression {
  return through?.target === "id" ? (_row, via) => via(through.own) : column("id");
}

function afterCursor(site: number, args: Record<string, unknown>, order: ListOrder, id: Expression): Expression[] {
  if (args.after == null) return [];
  const part = (index: 0 | 1) => bind((bound) => decodeCursor(String(bound.args[site]!.after))[index]);
  const sign = order.descending ? sql`<` : sql`>`;
  // The first condition goes without saying, but for an order that is in one table and identifiers that are in another.
  return [
    (row, through) => sql`${order.by(row, through)} ${sign}= ${part(0)}`,
    (row, through) => sql`(${order.by(row, through)}, ${id(row, through)}) ${sign} (${part(0)}, ${part(1)})`,
  ];
}

function partsOf(planner: Planner, selected: Selected, source: Source): PagePart[] {
  const connection = `${source.name}Connection`;
  return selected.on.get(connection)!.map((part): PagePart => {
    const { key, name } = part;
    switch (name) {
      case "totalCount":
        return { kind: name, key };
      case "nodes":
        return { kind: name, key, fields: fieldsOf(planner, part.on.get(source.name)!, source) };
      case "edges":
        return { kind: name, key, parts: edgeParts(planner, part, source) };
      case "pageInfo":
        return { kind: name, key, parts: part.on.get("PageInfo")!.map(infoPart) };
      default:
        return { kind: "literal", key, text: connection };
    }
  });
}

function edgeParts(planner: Planner, edges: Selected, source: Source): EdgePart[] {
  const edge = `${source.name}Edge`;
  return edges.on.get(edge)!.map((part): EdgePart => {
    const { key, name } = part;
    if (name === "cursor") return { kind: name, key };
    if (name === "node") return { kind: name, key, fields: fieldsOf(planner, part.on.get(source.name)!, source) };
    return { kind: "literal", key, text: edge };
  });
}

function infoPart({ key, name }: Selected): PageInfoPart {
  if (name === "__typename") return { kind: "literal", key, text: "PageInfo" };
  return { kind: name as Exclude<PageInfoPart["kind"], "literal">, key };
}
