import type { WAITING_LIST_STATUSES } from "../../domain/waiting-list/waiting-list-entry.ts";
import { waitingListScope } from "../../domain/waiting-list/waiting-list.scope.ts";
import { sql } from "../../domain/shared/sql.ts";
import { builder } from "../builder.ts";
import { findRoot, listRoot } from "../reading/declare.ts";
import { column, conditionsOf, value, type Condition, type Shape, type Source } from "../reading/source.ts";
import { Booking } from "./booking.ts";
import { EventType } from "./event-type.ts";
import { creationOrders } from "./list-orders.ts";
import { Member } from "./member.ts";

const WaitingListStatus = builder.enumType("WaitingListStatus", {
  description: "Where somebody is who waits for a time.",
  values: {
    waiting: { description: "Nothing that fits has freed yet." },
    offered: { description: "A time is held for him." },
    booked: { description: "He took it." },
    left: { description: "He no longer waits." },
    expired: { description: "He did not take it in time, or nothing has freed until it was too late." },
  } satisfies Record<(typeof WAITING_LIST_STATUSES)[number], object>,
});

const WaitingListOffer: Shape = {
  name: "WaitingListOffer",
  description: "A time that was held for somebody who waited.",
  reads: "columns",
  fields: () => ({
    startsAt: value("Instant", "When it starts.", { of: column("offered_starts_at") }),
    expiresAt: value("Instant", "Until when it can be accepted.", { of: column("offer_expires_at") }),
  }),
};

function hostedBy(memberId: string): Condition {
  return {
    value: memberId,
    holds: (row, value) =>
      sql`EXISTS (SELECT FROM event_type_host WHERE event_type_id = ${row("event_type_id")} AND member_id = ${value})`,
  };
}

export const WaitingListEntry: Source = {
  name: "WaitingListEntry",
  description: "Somebody's place in the waiting list of an event type.",
  reads: "columns",
  table: "waiting_list_entry",
  idPrefix: "wle",
  scope(ctx) {
    const { organisationId, hostId } = waitingListScope(ctx, "read waiting lists");
    return [...conditionsOf({ organisationId }), ...(hostId === null ? [] : [hostedBy(hostId)])];
  },
  fields: () => ({
    id: value("ID", "Its identifier."),
    status: value(WaitingListStatus, "Where he is."),
    eventTypeId: value("ID", "What is waited for."),
    startsAt: value("Instant", "The one time that is waited for; null for a day.", { nullable: true }),
    date: value("LocalDate", "The day, any time of which is waited for; null for one time.", { nullable: true }),
    timeZone: value("String", "The IANA time zone of whoever waits."),
    durationMinutes: value("Int", "How long it is to last."),
    hostId: value("ID", "The host that was asked for; null for any.", { nullable: true }),
    name: value("String", "Who waits."),
    email: value("String", "The address that offers go to."),
    phone: value("String", "In E.164 form.", { nullable: true }),
    locale: value("String", "A BCP 47 language tag.", { nullable: true }),
    answers: value("JSON", "What was answered, by the questions' keys."),
    offer: {
      kind: "object",
      nullable: true,
      shape: WaitingListOffer,
      present: (row) => sql`${row("hold_id")} IS NOT NULL`,
      description: "What is or was offered; null where nothing was.",
    },
    createdAt: value("Instant", "When he joined."),
    updatedAt: value("Instant", "When it was last changed."),
    endedAt: value("Instant", "When it was over; null while it is not.", { nullable: true }),
    eventType: {
      kind: "one",
      nullable: true,
      description: "What is waited for, as it is now.",
      source: () => EventType,
      local: column("event_type_id"),
      foreign: column("id"),
    },
    host: {
      kind: "one",
      nullable: true,
      description: "The host that was asked for.",
      source: () => Member,
      local: column("host_id"),
      foreign: column("id"),
    },
    booking: {
      kind: "one",
      nullable: true,
      description: "What came of it; null where the viewer may not see it.",
      source: () => Booking,
      local: column("booking_id"),
      foreign: column("id"),
    },
  }),
  list: {
    filters: {
      status: {
        type: WaitingListStatus,
        isList: true,
        description: "Only entries in one of these states.",
        holds: (row, _through, value) => sql`${row("status")} = ANY(${value})`,
      },
      eventTypeId: {
        type: "ID",
        description: "Only entries of this event type.",
        holds: (row, _through, value) => sql`${row("event_type_id")} = ${value}`,
      },
    },
    orders: creationOrders("Who joined"),
  },
};

findRoot("waitingListEntry", WaitingListEntry, "One entry that the viewer may see; null when there is none.");
listRoot(
  "waitingListEntries",
  WaitingListEntry,
  "Who waits for times that are taken: a plain member sees those of event types that he hosts.",
);
