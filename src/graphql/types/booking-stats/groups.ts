import { CLAIMING_STATUSES } from "../../../domain/booking/booking.ts";
import { countedBookings } from "../../../domain/booking-stats/figures.ts";
import { workingMinutes } from "../../../domain/booking-stats/working-minutes.ts";
import type { ScheduleHours } from "../../../domain/schedule/schedule.ts";
import { sql, type Sql } from "../../../domain/shared/sql.ts";
import { DEFAULT_FIRST, MOST_FIRST } from "../../reading/declare.ts";
import { PRICES } from "../../reading/price.ts";
import {
  column,
  throughColumn,
  value,
  type Argument,
  type AsideField,
  type ComputedField,
  type Source,
  type TableInput,
} from "../../reading/source.ts";
import { BookingLocation } from "../booking.ts";
import { EventType } from "../event-type.ts";
import { Member } from "../member.ts";
import { bookedRows, localStart, rangeOf } from "./booked-rows.ts";
import { countingFor, figuresField, total } from "./booking-figures.ts";

const groupSource = { reads: "columns", price: PRICES.group, scope: () => [] } as const;

const first: Argument = {
  type: "Int",
  defaultValue: DEFAULT_FIRST,
  description: `How many at most: 0 to ${MOST_FIRST}.`,
};

/** The groups with most bookings. @param key the column that they are grouped by */
function groupField(source: Source, key: string, description: string): AsideField {
  return {
    kind: "aside",
    isList: true,
    description: `${description} Most bookings first.`,
    source: () => source,
    args: { first },
    limit: (own) => own.first as number,
    expected: (own) => own.first as number,
    order: [(row) => sql`-${total(row, "n")}`, column(key)],
  };
}

/** Of the agenda where one host was asked for; else everybody's agenda of that time, so that no other tenant's is read. */
function hostRows(input: TableInput): Sql {
  const rows = bookedRows(input);
  const counting = countingFor(input.asked);
  if (input.asked.has("utilisation")) counting.byStatus = true;
  if (rows.isThrough) {
    const key = { name: "member", by: rows.column("member_id", throughColumn("member_id")) };
    return countedBookings(rows.name, { ...counting, key });
  }
  const { bind } = input;
  const members = sql`SELECT id FROM member WHERE organisation_id = ${bind(({ ctx }) => ctx.actor.organisationId)}`;
  const agenda = sql`SELECT member_id, booking_id FROM booking_host WHERE member_id = ANY(ARRAY(${members}))
    AND starts_at >= ${bind(({ root }) => root.from)} AND starts_at < ${bind(({ root }) => root.to)}`;
  const id = rows.column("id", column("id"));
  const hosted = sql`${rows.name} JOIN (${agenda}) AS agenda ON booking_id = ${id}`;
  return countedBookings(hosted, { ...counting, key: { name: "member", by: sql`member_id` } });
}

/** The hours of a host's default schedule, as the domain reads them. */
const hours = (
  key: Sql,
) => sql`(SELECT jsonb_build_object('timeZone', s.time_zone, 'weekly', s.weekly, 'overrides', s.overrides,
    'rules', s.rules, 'breaks', s.breaks, 'holidays', s.holidays, 'travel', s.travel)
  FROM member m JOIN schedule s ON s.id = m.default_schedule_id WHERE m.id = ${key})`;

const ofHours = { kind: "computed", nullable: true, price: PRICES.hours } as const;

const workingMinutesField: ComputedField = {
  ...ofHours,
  type: "Int",
  description: "How long the host works in the range by his default schedule; null where he has none.",
  of: (row) => hours(row("member")),
  compute: (schedule: ScheduleHours | null, root) => (schedule ? workingMinutes(schedule, rangeOf(root)) : null),
};

const utilisationField: ComputedField = {
  ...ofHours,
  type: "Float",
  description: "`bookedMinutes / workingMinutes`, to four places; null where the host has no schedule or no hours.",
  of: (row) => sql`json_build_object('hours', ${hours(row("member"))}, 'seconds', ${total(row, "seconds")})`,
  compute({ hours, seconds }: { hours: ScheduleHours | null; seconds: number }, root) {
    const working = hours ? workingMinutes(hours, rangeOf(root)) : 0;
    return working > 0 ? Number((seconds / 60 / working).toFixed(4)) : null;
  },
};

const HostFigures: Source = {
  ...groupSource,
  name: "HostFigures",
  description: "The bookings that one member hosts.",
  table: hostRows,
  groupBy: [column("member")],
  fields: () => ({
    hostId: value("ID", "Who hosts them.", { of: column("member") }),
    host: {
      kind: "one",
      nullable: true,
      description: "Who hosts them.",
      source: () => Member,
      local: column("member"),
      foreign: column("id"),
    },
    figures: figuresField,
    workingMinutes: workingMinutesField,
    utilisation: utilisationField,
  }),
};

const EventTypeFigures: Source = {
  ...groupSource,
  name: "EventTypeFigures",
  description: "The bookings of one event type.",
  table(input) {
    const rows = bookedRows(input);
    const key = { name: "event_type_id", by: rows.column("event_type_id", column("event_type_id")) };
    return countedBookings(rows.name, { ...countingFor(input.asked), key });
  },
  groupBy: [column("event_type_id")],
  fields: () => ({
    eventTypeId: value("ID", "What was booked."),
    eventType: {
      kind: "one",
      nullable: true,
      description: "What was booked, as it is now, also when it was deleted since.",
      source: () => EventType,
      local: column("event_type_id"),
      foreign: column("id"),
    },
    figures: figuresField,
  }),
};

const LocationFigures: Source = {
  ...groupSource,
  name: "LocationFigures",
  description: "The bookings that take place somewhere.",
  table(input) {
    const rows = bookedRows(input);
    // Attendees give numbers of their own: those are no places.
    const place = rows.column("location", (row) => {
      const location = row("location");
      return sql`CASE WHEN ${location} ->> 'type' = 'phone' THEN ${location} - 'value' ELSE ${location} END`;
    });
    return countedBookings(rows.name, { ...countingFor(input.asked), key: { name: "location", by: place } });
  },
  groupBy: [column("location")],
  fields: () => ({
    location: {
      kind: "object",
      nullable: true,
      shape: BookingLocation,
      present: (row) => sql`jsonb_typeof(${row("location")}) = 'object'`,
      description: "Where they take place, without telephone numbers; null for those that say nothing of it.",
    },
    figures: figuresField,
  }),
};

const BusyHour: Source = {
  ...groupSource,
  name: "BusyHour",
  description: "An hour of the week by the clocks of the asked zone.",
  table(input) {
    const rows = bookedRows(input);
    const local = localStart(input, rows);
    const claiming = sql.join(CLAIMING_STATUSES.map((each) => sql.lit(each)));
    return sql`SELECT date_part('isodow', ${local}) AS weekday, date_part('hour', ${local}) AS hour, count(*) AS bookings
      FROM ${rows.name} WHERE status IN (${claiming}) GROUP BY 1, 2`;
  },
  fields: () => ({
    weekday: value("Int", "1 for Monday to 7 for Sunday."),
    hour: value("Int", "0 to 23."),
    bookings: value("Int", "How many begin in it and take time: all but declined and cancelled ones."),
  }),
};

export const groupFields = {
  byHost: groupField(
    HostFigures,
    "member",
    "The figures of each host. A plain member, and who asks for one host, sees that one.",
  ),
  byEventType: groupField(EventTypeFigures, "event_type_id", "The figures of each event type."),
  byLocation: groupField(LocationFigures, "location", "The figures of each place."),
  busiestHours: {
    kind: "aside",
    isList: true,
    description:
      "The hours of the week in which bookings begin, the busiest first: a heat map's cells, without the empty ones.",
    source: () => BusyHour,
    expected: () => 7 * 24,
    order: [(row) => sql`-${row("bookings")}`, column("weekday"), column("hour")],
  },
} satisfies Record<string, AsideField>;
