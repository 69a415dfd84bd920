import { bookingScope } from "../../domain/booking/booking.scope.ts";
import type { GROUP_SESSION_STATUSES } from "../../domain/group-session/group-session.ts";
import type { Row } from "../../domain/shared/projection.ts";
import { sql, type Sql } from "../../domain/shared/sql.ts";
import { builder } from "../builder.ts";
import { findRoot, listRoot } from "../reading/declare.ts";
import { column, conditionsOf, list, throughColumn, value, type Source } from "../reading/source.ts";
import { Booking } from "./booking.ts";
import { EventType } from "./event-type.ts";
import { startOrders } from "./list-orders.ts";
import { Member } from "./member.ts";
import { Resource } from "./resource.ts";

const GroupSessionStatus = builder.enumType("GroupSessionStatus", {
  description: "Whether anybody has places of a group session.",
  values: {
    open: { description: "Somebody has: it has its time." },
    over: { description: "Nobody has any more: its time was given back." },
  } satisfies Record<(typeof GROUP_SESSION_STATUSES)[number], object>,
});

const isHeldBy = (row: Row, memberId: Sql) =>
  sql`${row("claims")} @> jsonb_build_array(jsonb_build_object('member_id', ${memberId}::text))`;

/** Read as bookings are. What holds have that have expired is free already. */
export const GroupSession: Source = {
  name: "GroupSession",
  description: "One time of a group event, which bookings share.",
  reads: "columns",
  table: ({ bind }) => sql`SELECT s.*, (s.taken - (SELECT coalesce(sum(h.places), 0) FROM hold h
      WHERE h.group_session_id = s.id AND h.keeps_places
        AND h.expires_at <= ${bind(({ ctx }) => ctx.clock.now())}::timestamptz))::int AS places_taken
    FROM group_session s`,
  idPrefix: "gse",
  scope(ctx, rule) {
    const { organisationId, hostId } = bookingScope(ctx, rule);
    return [...conditionsOf({ organisationId }), ...(hostId === null ? [] : [{ value: hostId, holds: isHeldBy }])];
  },
  fields: () => ({
    id: value("ID", "Its identifier."),
    status: value(GroupSessionStatus, "Whether anybody has places of it.", {
      of: (row) => sql`CASE WHEN ${row("places_taken")} > 0 THEN 'open' ELSE 'over' END`,
    }),
    eventTypeId: value("ID", "What is booked."),
    startsAt: value("Instant", "Its first moment, without the buffer."),
    endsAt: value("Instant", "The first moment after it."),
    hostIds: list("ID", "The members who hold it, in order.", {
      of: (row) =>
        sql`ARRAY(SELECT h.member_id FROM group_session_host h WHERE h.group_session_id = ${row("id")} ORDER BY h.position)`,
    }),
    resourceIds: list("ID", "The resources that it takes, in order.", {
      of: (row) =>
        sql`ARRAY(SELECT r.resource_id FROM group_session_resource r WHERE r.group_session_id = ${row("id")} ORDER BY r.position)`,
    }),
    places: value("Int", "The seats of the event type when it was opened.", { of: column("capacity") }),
    placesTaken: value("Int", "By bookings and by holds that are live."),
    placesLeft: value("Int", "None where it is over.", {
      of: (row) =>
        sql`CASE WHEN ${row("places_taken")} > 0 THEN ${row("capacity")} - ${row("places_taken")} ELSE 0 END`,
    }),
    createdAt: value("Instant", "When it was opened."),
    eventType: {
      kind: "one",
      nullable: true,
      description: "What is booked, as it is now, also when it was deleted since.",
      source: () => EventType,
      local: column("event_type_id"),
      foreign: column("id"),
    },
    hosts: {
      kind: "many",
      description: "The members who hold it, in order.",
      source: () => Member,
      local: column("id"),
      through: { table: "group_session_host", own: "member_id", target: "id" },
      foreign: throughColumn("group_session_id"),
      order: [throughColumn("position")],
      expected: 2,
    },
    resources: {
      kind: "many",
      description: "The resources that it takes, in order.",
      source: () => Resource,
      local: column("id"),
      through: { table: "group_session_resource", own: "resource_id", target: "id" },
      foreign: throughColumn("group_session_id"),
      order: [throughColumn("position")],
      expected: 2,
    },
    bookings: {
      kind: "page",
      description: "Its bookings, those that were cancelled too, by their start.",
      source: () => Booking,
      local: column("id"),
      foreign: column("group_session_id"),
      without: ["groupSessionId", "eventTypeId"],
    },
  }),
  list: {
    filters: {
      status: {
        type: GroupSessionStatus,
        isList: true,
        description: "Only sessions in one of these states.",
        holds: (row, _through, value) =>
          sql`CASE WHEN ${row("places_taken")} > 0 THEN 'open' ELSE 'over' END = ANY(${value})`,
      },
      eventTypeId: {
        type: "ID",
        description: "Only sessions of this event type.",
        holds: (row, _through, value) => sql`${row("event_type_id")} = ${value}`,
      },
      hostId: {
        type: "ID",
        description: "Only sessions that this member holds.",
        holds: (row, _through, value) => isHeldBy(row, value),
      },
      from: {
        type: "Instant",
        description: "from <= startsAt.",
        holds: (row, _through, value) => sql`${row("starts_at")} >= ${value}`,
      },
      to: {
        type: "Instant",
        description: "startsAt < to.",
        holds: (row, _through, value) => sql`${row("starts_at")} < ${value}`,
      },
    },
    orders: startOrders,
  },
};

findRoot("groupSession", GroupSession, "One group session that the viewer may see; null when there is none.");
listRoot(
  "groupSessions",
  GroupSession,
  "The times of group events that the viewer may see, by their start: a plain member sees those that he holds.",
);
