import type { RuleName } from "../../domain/access/rules.ts";
import type {
  EdgePart,
  Expression,
  LinkedRows,
  Page,
  PageInfoPart,
  PagePart,
  ProjectedField,
  Rows,
} from "../../domain/shared/projection.ts";
import { sql } from "../../domain/shared/sql.ts";
import { afterCursor, filtersOf, idIn } from "./plan-filters.ts";
import { scopeOf, throughScope, viaScope } from "./plan-scope.ts";
import { tableOf } from "./plan-tables.ts";
import { assertMayRead, bind, ruleOfField, type Bound, type Planner } from "./planner.ts";
import type { Selected } from "./selection.ts";
import {
  column,
  instantText,
  snakeCase,
  type AsideField,
  type Field,
  type LinkField,
  type PageField,
  type Shape,
  type Source,
} from "./source.ts";

export function fieldsOf(planner: Planner, selected: readonly Selected[], shape: Shape): ProjectedField[] {
  return selected.map((each) => fieldOf(planner, each, shape));
}

function fieldOf(planner: Planner, selected: Selected, shape: Shape): ProjectedField {
  const { key, field } = selected;
  if (!field) return { kind: "literal", key, text: shape.name };
  const declared = field.extensions.declared!;
  const rule = ruleOfField(shape.name, field.name);
  if (rule) assertMayRead(planner, rule);
  const own = (): Expression => column(shape.reads === "columns" ? snakeCase(field.name) : field.name);
  switch (declared.kind) {
    case "value":
      return { kind: "value", key, of: written(declared, declared.of ?? own(), shape) };
    case "computed":
      planner.computes = true;
      return { kind: "value", key, of: declared.of };
    case "object": {
      const fields = fieldsOf(planner, selected.on.get(declared.shape.name)!, declared.shape);
      return { kind: "object", key, present: declared.present, fields };
    }
    case "grouped": {
      const fields = fieldsOf(planner, selected.on.get(declared.shape.name)!, declared.shape);
      return { kind: "grouped", key, only: declared.only, order: declared.order, fields };
    }
    case "elements": {
      const fields = fieldsOf(planner, selected.on.get(declared.shape.name)!, declared.shape);
      return { kind: "elements", key, of: declared.of ?? own(), fields };
    }
    case "aside":
      return { kind: "aside", key, isList: declared.isList, rows: rowsAside(planner, selected, declared, rule) };
    case "one":
    case "many":
      return {
        kind: declared.kind,
        key,
        local: declared.local,
        rows: linkedRows(planner, selected, declared, shape, rule),
      };
    case "page": {
      const page = pageOf(planner, selected, declared.source(), rule, declared) as Page<LinkedRows>;
      return { kind: "page", key, local: declared.local, page };
    }
  }
}

/** Instants leave as text. */
function written(declared: Field & { kind: "value" }, of: Expression, shape: Shape): Expression {
  if (declared.type !== "Instant" || shape.reads === "properties") return of;
  return (row, through) => instantText(of(row, through));
}

function rowsAside(
  planner: Planner,
  selected: Selected,
  { source: of, order = [], limit }: AsideField,
  rule: RuleName | undefined,
): Rows {
  const source = of();
  const own = ({ args }: Bound) => args[selected.site!]!;
  return {
    table: tableOf(planner, source, selected),
    where: scopeOf(planner, source, rule),
    groupBy: source.groupBy,
    order: order.map((by) => ({ by, descending: false })),
    limit: limit && bind((bound) => limit(own(bound))),
    fields: fieldsOf(planner, selected.on.get(source.name)!, source),
  };
}

function linkedRows(
  planner: Planner,
  selected: Selected,
  link: LinkField,
  parent: Shape,
  rule: RuleName | undefined,
): LinkedRows {
  const source = link.source();
  const where = scopeOf(planner, source, rule);
  if (source.via?.source() !== parent) where.push(...viaScope(planner, source));
  if (link.only) where.push(link.only);
  return {
    table: tableOf(planner, source, selected),
    through: link.through,
    where,
    foreign: link.foreign,
    order: (link.order ?? []).map((by) => ({ by, descending: false })),
    fields: fieldsOf(planner, selected.on.get(source.name)!, source),
  };
}

/** @param rule that of the root or relation, where it has one @param link how the page hangs on a parent; none for a root */
export function pageOf(
  planner: Planner,
  selected: Selected,
  source: Source,
  rule: RuleName | undefined,
  link?: PageField,
): Page {
  const args = planner.args[selected.site!]!;
  const { filters, orders, through: ownThrough } = source.list!;
  const order = orders[args.order as string]!;
  const filtered = filtersOf(planner, selected.site!, filters, link?.without);
  const counted = [
    ...scopeOf(planner, source, rule),
    ...(ownThrough ? throughScope(planner, source) : viaScope(planner, source)),
    ...filtered.where,
  ];
  const through = link?.through ?? filtered.through ?? ownThrough;
  return {
    rows: {
      table: tableOf(planner, source, selected),
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
