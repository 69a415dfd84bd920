import { bookingScope } from "../../domain/booking/booking.scope.ts";
import type { HOLD_STATUSES } from "../../domain/hold/hold.ts";
import { sql } from "../../domain/shared/sql.ts";
import { builder } from "../builder.ts";
import { findRoot, listRoot } from "../reading/declare.ts";
import { column, conditionsOf, list, throughColumn, value, type Condition, type Source } from "../reading/source.ts";
import { Booking } from "./booking.ts";
import { EventType } from "./event-type.ts";
import { GroupSession } from "./group-session.ts";
import { creationOrders } from "./list-orders.ts";
import { Member } from "./member.ts";
import { Resource } from "./resource.ts";

const HoldStatus = builder.enumType("HoldStatus", {
  description: "Where a hold is in its life.",
  values: {
    live: { description: "Its time is taken." },
    expired: { description: "It is over: its time is free." },
    released: { description: "It was given back." },
    converted: { description: "It has become a booking." },
  } satisfies Record<(typeof HOLD_STATUSES)[number], object>,
});

const heldBy = (memberId: string): Condition => ({
  value: memberId,
  holds: (row, value) => sql`${row("host_ids")} @> ARRAY[${value}::text]`,
});

/** Read as bookings are: it says when somebody is about to be booked. */
export const Hold: Source = {
  name: "Hold",
  description: "A time that is kept for somebody for some minutes. It can be read for a day after it is over.",
  reads: "columns",
  table: ({ bind }) => sql`SELECT h.*, CASE
      WHEN h.outcome IS NOT NULL THEN h.outcome
      WHEN h.expires_at > ${bind(({ ctx }) => ctx.clock.now())}::timestamptz THEN 'live'
      ELSE 'expired'
    END AS status FROM hold h`,
  idPrefix: "hld",
  scope(ctx, rule) {
    const { organisationId, hostId } = bookingScope(ctx, rule);
    return [...conditionsOf({ organisationId }), ...(hostId === null ? [] : [heldBy(hostId)])];
  },
  fields: () => ({
    id: value("ID", "Its identifier."),
    status: value(HoldStatus, "Where it is in its life."),
    eventTypeId: value("ID", "What is to be booked."),
    startsAt: value("Instant", "The first moment that is held, without the buffer."),
    endsAt: value("Instant", "The first moment after it."),
    hostIds: list("ID", "The members whose time is held."),
    resourceIds: list("ID", "The resources that are held."),
    groupSessionId: value("ID", "Of a group event: the session that it holds places of.", { nullable: true }),
    places: value("Int", "Of a group event: how many places it holds.", { nullable: true }),
    bookingId: value("ID", "The booking that it is to move, or that it has become.", { nullable: true }),
    createdAt: value("Instant", "When it was made."),
    expiresAt: value("Instant", "Until when it holds."),
    eventType: {
      kind: "one",
      nullable: true,
      description: "What is to be booked, as it is now.",
      source: () => EventType,
      local: column("event_type_id"),
      foreign: column("id"),
    },
    booking: {
      kind: "one",
      nullable: true,
      description: "The booking that it is to move, or that it has become.",
      source: () => Booking,
      local: column("booking_id"),
      foreign: column("id"),
    },
    groupSession: {
      kind: "one",
      nullable: true,
      description: "The group session that it holds places of.",
      source: () => GroupSession,
      local: column("group_session_id"),
      foreign: column("id"),
    },
    hosts: {
      kind: "many",
      description: "The members whose time is held, in order.",
      source: () => Member,
      local: column("id"),
      through: { table: "hold_host", own: "member_id", target: "id" },
      foreign: throughColumn("hold_id"),
      order: [throughColumn("position")],
      expected: 2,
    },
    resources: {
      kind: "many",
      description: "The resources that are held, in order.",
      source: () => Resource,
      local: column("id"),
      through: { table: "hold_resource", own: "resource_id", target: "id" },
      foreign: throughColumn("hold_id"),
      order: [throughColumn("position")],
      expected: 2,
    },
  }),
  list: {
    filters: {
      eventTypeId: {
        type: "ID",
        description: "Only holds of this event type.",
        holds: (row, _through, value) => sql`${row("event_type_id")} = ${value}`,
      },
      status: {
        type: HoldStatus,
        isList: true,
        description: "Only holds in one of these states.",
        holds: (row, _through, value) => sql`${row("status")} = ANY(${value})`,
      },
    },
    orders: creationOrders("The hold made"),
  },
};

findRoot("hold", Hold, "One hold that the viewer may see; null when there is none.");
listRoot("holds", Hold, "The holds that the viewer may see: a plain member sees those of his own time.");
