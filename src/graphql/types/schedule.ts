import { scheduleScope } from "../../domain/schedule/schedule.scope.ts";
import { sql } from "../../domain/shared/sql.ts";
import { findRoot, listRoot } from "../reading/declare.ts";
import type { Expression } from "../../domain/shared/projection.ts";
import { column, conditionsOf, list, value, type Field, type Shape, type Source } from "../reading/source.ts";
import { deletedFilter } from "./deleted-filter.ts";
import { creationOrders } from "./list-orders.ts";
import { Member } from "./member.ts";

const LocalInterval: Shape = {
  name: "LocalInterval",
  description: "Part of a local day, half-open.",
  reads: "properties",
  fields: () => ({
    start: value("String", "`HH:mm`."),
    end: value("String", "`HH:mm`, later than the start; `24:00` is the next midnight."),
  }),
};

export const WeeklyHours: Shape = {
  name: "WeeklyHours",
  description: "Hours that come back every week on these days.",
  reads: "properties",
  fields: () => ({
    days: list("String", "`monday` to `sunday`."),
    ...LocalInterval.fields(),
  }),
};

export const DateOverride: Shape = {
  name: "DateOverride",
  description: "Takes the place of all other hours on one date.",
  reads: "properties",
  fields: () => ({
    date: value("LocalDate", "A date of the schedule's zone."),
    intervals: { kind: "elements", shape: LocalInterval, description: "The hours of that date; none for a day off." },
  }),
};

export const RecurringHours: Shape = {
  name: "RecurringHours",
  description: "Hours on the dates that a rule names: of work, on top of the weekly ones, or of a break.",
  reads: "properties",
  fields: () => ({
    rrule: value("String", "An RRULE over dates (RFC 5545 3.3.10), without its name."),
    startsOn: value("LocalDate", "The date from which the rule is counted."),
    ...LocalInterval.fields(),
  }),
};

/** Whose holidays, of the JSON object that says it. */
export function holidayFields(choice: Expression): Record<string, Field> {
  return {
    country: value("String", "A country of ISO 3166-1.", {
      of: (row, through) => sql`${choice(row, through)} ->> 'country'`,
    }),
    region: value("String", "A region of the country; null for what holds in all of it.", {
      nullable: true,
      of: (row, through) => sql`${choice(row, through)} ->> 'region'`,
    }),
    types: list("String", "The types of holiday: `public`, `bank`, `school`, `optional`, `observance`.", {
      of: (row, through) => sql`${choice(row, through)} -> 'types'`,
    }),
  };
}

const HolidayChoice: Shape = {
  name: "HolidayChoice",
  description: "Whose holidays are days off.",
  reads: "columns",
  fields: () => holidayFields(column("holidays")),
};

const Travel: Shape = {
  name: "Travel",
  description: "Dates on which the hours are read in another zone.",
  reads: "properties",
  fields: () => ({
    from: value("LocalDate", "The first date."),
    to: value("LocalDate", "The last date."),
    timeZone: value("String", "The IANA time zone of the hours on these dates."),
  }),
};

export const Schedule: Source = {
  name: "Schedule",
  description: "When a member works.",
  reads: "columns",
  table: "schedule",
  idPrefix: "sch",
  scope: (ctx, rule) => conditionsOf(scheduleScope(ctx, rule)),
  fields: () => ({
    id: value("ID", "Its identifier."),
    name: value("String", "The name that its member gave it."),
    memberId: value("ID", "Whose it is."),
    isDefault: value("Boolean", "Whether it is used where the member hosts and no schedule is named.", {
      of: (row) =>
        sql`EXISTS (SELECT FROM member WHERE id = ${row("member_id")} AND default_schedule_id = ${row("id")})`,
    }),
    timeZone: value("String", "The IANA time zone of its hours."),
    weekly: { kind: "elements", shape: WeeklyHours, description: "The hours of every week." },
    overrides: {
      kind: "elements",
      shape: DateOverride,
      description: "The dates with hours of their own, in place of all others and of a holiday.",
    },
    rules: { kind: "elements", shape: RecurringHours, description: "Hours on dates that come back by a rule." },
    breaks: {
      kind: "elements",
      shape: RecurringHours,
      description: "What is taken out of the hours on dates that come back by a rule.",
    },
    holidays: {
      kind: "object",
      nullable: true,
      shape: HolidayChoice,
      present: (row) => sql`jsonb_typeof(${row("holidays")}) = 'object'`,
      description: "Whose holidays are days off, where no override says otherwise; null for nobody's.",
    },
    travel: { kind: "elements", shape: Travel, description: "When its member is in another zone; no date twice." },
    version: value("Int", "Rises with every change."),
    createdAt: value("Instant", "When it was made."),
    updatedAt: value("Instant", "When it was last changed."),
    deletedAt: value("Instant", "When it was deleted; null while it is in use.", { nullable: true }),
    member: {
      kind: "one",
      description: "Whose it is.",
      source: () => Member,
      local: column("member_id"),
      foreign: column("id"),
    },
  }),
  list: {
    filters: {
      memberId: {
        type: "ID",
        description: "Only schedules of this member.",
        holds: (row, _through, value) => sql`${row("member_id")} = ${value}`,
      },
      deleted: deletedFilter,
    },
    orders: creationOrders("The schedule made"),
  },
};

findRoot("schedule", Schedule, "One schedule that the viewer may see; null when there is none.");
listRoot("schedules", Schedule, "The schedules that the viewer may see: a plain member sees his own.");
