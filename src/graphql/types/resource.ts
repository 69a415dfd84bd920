import { resourceScope } from "../../domain/resource/resource.scope.ts";
import type { Row } from "../../domain/shared/projection.ts";
import { sql } from "../../domain/shared/sql.ts";
import { findRoot, listRoot } from "../reading/declare.ts";
import { conditionsOf, value, type Shape, type Source } from "../reading/source.ts";
import { deletedFilter } from "./deleted-filter.ts";
import { creationOrders } from "./list-orders.ts";
import { DateOverride, holidayFields, RecurringHours, WeeklyHours } from "./schedule.ts";

const hours = (part: string) => (row: Row) => sql`${row("hours")} -> ${sql.lit(part)}`;

const ResourceHolidays: Shape = {
  name: "ResourceHolidays",
  description: "On whose holidays a resource cannot be used.",
  reads: "columns",
  fields: () => holidayFields(hours("holidays")),
};

const ResourceHours: Shape = {
  name: "ResourceHours",
  description: "When a resource can be used, in its zone.",
  reads: "columns",
  fields: () => ({
    weekly: {
      kind: "elements",
      shape: WeeklyHours,
      description: "The hours of every week.",
      of: hours("weekly"),
    },
    overrides: {
      kind: "elements",
      shape: DateOverride,
      description: "The dates with hours of their own, in place of all others and of a holiday.",
      of: hours("overrides"),
    },
    rules: {
      kind: "elements",
      shape: RecurringHours,
      description: "Hours on dates that come back by a rule.",
      of: hours("rules"),
    },
    breaks: {
      kind: "elements",
      shape: RecurringHours,
      description: "What is taken out of the hours on dates that come back by a rule.",
      of: hours("breaks"),
    },
    holidays: {
      kind: "object",
      nullable: true,
      shape: ResourceHolidays,
      present: (row) => sql`jsonb_typeof(${hours("holidays")(row)}) = 'object'`,
      description: "Whose holidays are days off, where no override says otherwise; null for nobody's.",
    },
  }),
};

export const Resource: Source = {
  name: "Resource",
  description: "A room or a piece of equipment, which bookings take beside their hosts.",
  reads: "columns",
  table: "resource",
  idPrefix: "res",
  scope: (ctx, rule) => conditionsOf(resourceScope(ctx, rule)),
  fields: () => ({
    id: value("ID", "Its identifier."),
    name: value("String", "What people call it."),
    kind: value("String", "Resources of one kind stand in for each other."),
    description: value("String", "What members should know of it.", { nullable: true }),
    timeZone: value("String", "The IANA time zone of its hours."),
    hours: {
      kind: "object",
      nullable: true,
      shape: ResourceHours,
      present: (row) => sql`jsonb_typeof(${row("hours")}) = 'object'`,
      description: "When it can be used; null for always.",
    },
    version: value("Int", "Rises with every change."),
    createdAt: value("Instant", "When it was made."),
    updatedAt: value("Instant", "When it was last changed."),
    deletedAt: value("Instant", "When it was deleted; null while it is in use.", { nullable: true }),
  }),
  list: {
    filters: {
      kind: {
        type: "String",
        description: "Only resources of this kind.",
        holds: (row, _through, value) => sql`${row("kind")} = ${value}`,
      },
      deleted: deletedFilter,
    },
    orders: creationOrders("The resource made"),
  },
};

findRoot("resource", Resource, "One resource of the organisation; null when there is none.");
listRoot("resources", Resource, "The rooms and the equipment of the organisation.");
