import { memberScope } from "../../domain/identity/member.scope.ts";
import type { ROLES } from "../../domain/shared/actor.ts";
import { sql } from "../../domain/shared/sql.ts";
import { builder } from "../builder.ts";
import { findRoot, listRoot } from "../reading/declare.ts";
import { column, conditionsOf, throughColumn, value, type Source } from "../reading/source.ts";
import { Block } from "./block.ts";
import { MemberLimit } from "./booking-limit.ts";
import { Booking } from "./booking.ts";
import { EventType } from "./event-type.ts";
import { deletedFilter } from "./deleted-filter.ts";
import { creationOrders } from "./list-orders.ts";
import { Schedule } from "./schedule.ts";

export const MemberRole = builder.enumType("MemberRole", {
  description: "What a member may do.",
  values: {
    owner: { description: "Everything." },
    admin: { description: "Everything but to make owners." },
    member: { description: "What concerns himself." },
  } satisfies Record<(typeof ROLES)[number], object>,
});

export const Member: Source = {
  name: "Member",
  description: "A person in one organisation. Hosts are members; a member needs no log-in.",
  reads: "columns",
  table: "member",
  idPrefix: "mem",
  scope: (ctx, rule) => conditionsOf(memberScope(ctx, rule)),
  fields: () => ({
    id: value("ID", "Its identifier."),
    name: value("String", "The name that others see."),
    email: value("String", "Lower case, unique in the organisation."),
    role: value(MemberRole, "What the member may do."),
    timeZone: value("String", "An IANA time zone."),
    locale: value("String", "A BCP 47 language tag."),
    defaultScheduleId: value("ID", "The schedule that is used where none is named.", { nullable: true }),
    limits: {
      kind: "elements",
      shape: MemberLimit,
      description: "How much he may be booked, whatever the event type.",
    },
    canLogIn: value("Boolean", "Whether the member logs in. A managed host does not.", {
      of: (row) => sql`${row("user_id")} IS NOT NULL`,
    }),
    version: value("Int", "Rises with every change."),
    createdAt: value("Instant", "When the member was added."),
    updatedAt: value("Instant", "When the member was last changed."),
    deletedAt: value("Instant", "When the member left; null before.", { nullable: true }),
    defaultSchedule: {
      kind: "one",
      nullable: true,
      description: "The schedule that is used where none is named. Null where the viewer may not see it.",
      source: () => Schedule,
      local: column("default_schedule_id"),
      foreign: column("id"),
    },
    schedules: {
      kind: "page",
      description: "When the member works.",
      source: () => Schedule,
      local: column("id"),
      foreign: column("member_id"),
      without: ["memberId"],
    },
    eventTypes: {
      kind: "many",
      description: "What can be booked with the member.",
      source: () => EventType,
      local: column("id"),
      through: { table: "event_type_host", own: "event_type_id", target: "id" },
      foreign: throughColumn("member_id"),
      only: (row) => sql`${row("deleted_at")} IS NULL`,
      order: [column("created_at"), column("id")],
    },
    bookings: {
      kind: "page",
      description: "The bookings that the member hosts.",
      source: () => Booking,
      local: column("id"),
      through: { table: "booking_host", own: "booking_id", target: "id" },
      foreign: throughColumn("member_id"),
      without: ["hostId"],
    },
    blocks: {
      kind: "page",
      description: "When the member is out of office, by the start. Empty where the viewer may not see it.",
      source: () => Block,
      local: column("id"),
      foreign: column("member_id"),
      without: ["memberId"],
    },
  }),
  list: { filters: { deleted: deletedFilter }, orders: creationOrders("The member added") },
};

findRoot("member", Member, "One member; null when there is none.");
listRoot("members", Member, "The members of the organisation.");
