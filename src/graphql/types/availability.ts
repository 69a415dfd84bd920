import {
  getAvailabilities,
  getAvailability,
  type Availability,
  type AvailabilityDay,
} from "../../domain/availability/get-availability.ts";
import type { AskedTime, Explanation, UnavailableTime } from "../../domain/availability/explain-offer.ts";
import { hostsOfSlots } from "../../domain/availability/hosts-of-slots.ts";
import type { Reason } from "../../domain/availability/refusal.ts";
import { assertValid } from "../../domain/shared/errors.ts";
import { DAY_MS, MINUTE_MS } from "../../domain/shared/local-date.ts";
import { builder } from "../builder.ts";
import { PRICES } from "../reading/price.ts";

interface Slot {
  startsAt: number;
  endsAt: number;
  seatsLeft: number | null;
  hostIds: () => readonly string[];
}

interface Day extends AvailabilityDay {
  slots: Slot[];
}

const ReasonType = builder.enumType("UnavailableReason", {
  description: "Why a time is not offered. Where several apply, the first one in the order of this list is told.",
  values: {
    past: { description: "It is over." },
    notice: { description: "It is sooner than the minimum notice allows." },
    window: { description: "It is outside the booking window." },
    day_off: { description: "The host does not work on that date." },
    outside_hours: { description: "It is not, or not wholly, in the host's working time." },
    off_grid: { description: "It is not one of the starts that the host's hours and the interval make." },
    external_busy: { description: "The host's own calendar has something there." },
    booked: { description: "The host is booked." },
    held: { description: "Somebody is about to book it." },
    blocked: { description: "The host keeps it free." },
    buffer: { description: "It would leave too little time before or after something else." },
    limit: { description: "The host has as many bookings as he takes." },
    resource: { description: "A room or a thing that it needs is taken." },
    seats: { description: "All places are taken." },
  } satisfies Record<Reason, object>,
});

const SlotType = builder.objectRef<Slot>("Slot").implement({
  description: "A time that the next caller can book.",
  fields: (t) => ({
    startsAt: t.expose("startsAt", { type: "Instant", description: "Its first moment: what a booking is asked with." }),
    endsAt: t.expose("endsAt", { type: "Instant", description: "The first moment after it." }),
    seatsLeft: t.exposeInt("seatsLeft", {
      nullable: true,
      description: "Of a group event: how many places one booking can take there.",
    }),
    hostIds: t.idList({
      description: "The members who could serve: in a round robin those who are free, and who is fixed.",
      resolve: ({ hostIds }) => [...hostIds()],
    }),
  }),
});

const HostReasonsType = builder.objectRef<Explanation["hosts"][number]>("HostReasons").implement({
  description: "What stands in the way of one host.",
  fields: (t) => ({
    hostId: t.exposeID("hostId", { description: "The member." }),
    reasons: t.field({
      type: [ReasonType],
      description: "All that are true of him, in the order of the list; none where he could serve.",
      resolve: ({ reasons }) => [...reasons],
    }),
  }),
});

const MISSING =
  "Where too little is to be had of what is needed, the resources that are taken or closed; null elsewhere, and for those who do not work in the organisation.";

const UnavailableType = builder.objectRef<UnavailableTime>("UnavailableTime").implement({
  description: "A time that is not offered, although the schedule might lead one to expect it.",
  fields: (t) => ({
    startsAt: t.expose("startsAt", { type: "Instant", description: "When it would begin." }),
    reason: t.field({
      type: ReasonType,
      nullable: true,
      description: "Why it is not offered; null for those who do not work in the organisation.",
      resolve: ({ reason }) => reason,
    }),
    hosts: t.field({
      type: [HostReasonsType],
      nullable: true,
      description: "Why, host by host; null for those who do not work in the organisation.",
      resolve: ({ hosts }) => hosts && [...hosts],
    }),
    resourceIds: t.idList({
      nullable: true,
      description: MISSING,
      resolve: ({ resourceIds }) => resourceIds && [...resourceIds],
    }),
  }),
});

const AskedTimeType = builder.objectRef<AskedTime>("AskedTime").implement({
  description: "One time, and whether it is offered.",
  fields: (t) => ({
    startsAt: t.expose("startsAt", { type: "Instant", description: "When it would begin." }),
    offered: t.exposeBoolean("offered", { description: "Whether the next caller can book it." }),
    reason: t.field({
      type: ReasonType,
      nullable: true,
      description: "Why not; null where it is offered, and for those who do not work in the organisation.",
      resolve: ({ reason }) => reason,
    }),
    hosts: t.field({
      type: [HostReasonsType],
      nullable: true,
      description: "Why, host by host; null for those who do not work in the organisation.",
      resolve: ({ hosts }) => hosts && [...hosts],
    }),
    resourceIds: t.idList({
      nullable: true,
      description: MISSING,
      resolve: ({ resourceIds }) => resourceIds && [...resourceIds],
    }),
  }),
});

const DayType = builder.objectRef<Day>("AvailabilityDay").implement({
  description: "The free times of one date of the asked zone.",
  fields: (t) => ({
    date: t.expose("date", { type: "LocalDate", description: "The date." }),
    slots: t.field({
      type: [SlotType],
      description: "What can be booked, in order; empty where nothing is free.",
      resolve: ({ slots }) => slots,
    }),
    unavailable: t.field({
      type: [UnavailableType],
      nullable: true,
      description: "What is not offered; null unless `explain` asked for it.",
      resolve: ({ unavailable }) => unavailable && [...unavailable],
    }),
  }),
});

const AvailabilityType = builder.objectRef<Availability>("Availability").implement({
  description: "When an event type can be booked.",
  fields: (t) => ({
    eventTypeId: t.exposeID("eventTypeId", { description: "What can be booked." }),
    timeZone: t.exposeString("timeZone", { description: "The IANA time zone whose dates the days are." }),
    durationMinutes: t.exposeInt("durationMinutes", { description: "How long the slots are." }),
    hostIds: t.idList({
      description: "The members who could serve at some time.",
      resolve: ({ pool, alwaysServing }) => [...pool, ...alwaysServing],
    }),
    asked: t.field({
      type: AskedTimeType,
      nullable: true,
      description: "The time that `at` asked about; null where none was.",
      resolve: ({ asked }) => asked,
    }),
    days: t.field({ type: [DayType], description: "Every date that the range touches.", resolve: toDays }),
  }),
});

function toDays(availability: Availability): Day[] {
  const lengthMs = availability.durationMinutes * MINUTE_MS;
  let hostsOf: ((startsAt: number) => readonly string[]) | undefined;
  const hostIds = (startsAt: number) => (hostsOf ??= hostsOfSlots(availability, "days.slots.hostIds"))(startsAt);
  return availability.days.map((day) => ({
    ...day,
    slots: day.startsAt.map((startsAt) => ({
      startsAt,
      endsAt: startsAt + lengthMs,
      seatsLeft: availability.seatsLeftAt?.(startsAt) ?? null,
      hostIds: () => hostIds(startsAt),
    })),
  }));
}

const LONGEST_RANGE_DAYS = 62;

/** Each day of each event type; twice where it is explained. A range that is too long is refused when it is read. */
function priceOfDays({ from, to, explain, eventTypeIds = [""] }: Record<string, unknown>): number {
  const days = Math.ceil(((to as Date).getTime() - (from as Date).getTime()) / DAY_MS);
  const counted = Math.min(Math.max(days, 1), LONGEST_RANGE_DAYS) * (explain === true ? 2 : 1);
  return PRICES.lookUp + PRICES.availabilityDay * counted * (eventTypeIds as string[]).length;
}

const RANGE = {
  from: "from <= startsAt.",
  to: `startsAt < to; at most ${LONGEST_RANGE_DAYS} days after \`from\`.`,
  timeZone: "The IANA time zone of the viewer: days are its dates.",
};

builder.queryField("availability", (t) =>
  t.field({
    type: AvailabilityType,
    description: "When an event type can be booked.",
    extensions: { isPublicRead: true, price: priceOfDays },
    args: {
      eventTypeId: t.arg.id({ required: true, description: "What is to be booked." }),
      from: t.arg({ type: "Instant", required: true, description: RANGE.from }),
      to: t.arg({ type: "Instant", required: true, description: RANGE.to }),
      timeZone: t.arg.string({ required: true, description: RANGE.timeZone }),
      durationMinutes: t.arg.int({ description: "One of the event type's lengths; its first where left out." }),
      hostId: t.arg.id({ description: "Only with this host." }),
      bookingId: t.arg.id({
        description:
          "A booking that is to be moved: its own time counts as free. For members; it needs `bookings:read`.",
      }),
      holdId: t.arg.id({ description: "A hold that is to be converted: its time counts as free." }),
      explain: t.arg.boolean({
        defaultValue: false,
        description: "Whether to tell what is not offered too. Costs as much again.",
      }),
      at: t.arg({ type: "Instant", description: "One time of the range to be told about, on the grid or not." }),
    },
    resolve(_root, { durationMinutes, hostId, bookingId, holdId, explain, at, ...args }, { domain, statements }) {
      const input = {
        ...args,
        durationMinutes: durationMinutes ?? undefined,
        hostId: hostId ?? undefined,
        bookingId: bookingId ?? undefined,
        holdId: holdId ?? undefined,
        explain: explain ?? false,
        at: at ?? undefined,
      };
      return statements(() => getAvailability(domain, input));
    },
  }),
);

const MOST_EVENT_TYPES = 10;

builder.queryField("availabilities", (t) =>
  t.field({
    type: [AvailabilityType],
    description: "When each of several event types can be booked, in the order in which they are named.",
    extensions: { isPublicRead: true, price: priceOfDays },
    args: {
      eventTypeIds: t.arg.idList({ required: true, description: `What is to be booked: 1 to ${MOST_EVENT_TYPES}.` }),
      from: t.arg({ type: "Instant", required: true, description: RANGE.from }),
      to: t.arg({ type: "Instant", required: true, description: RANGE.to }),
      timeZone: t.arg.string({ required: true, description: RANGE.timeZone }),
    },
    resolve(_root, { eventTypeIds, ...range }, { domain, statements }) {
      const { length } = eventTypeIds;
      const message = `must be 1 to ${MOST_EVENT_TYPES} identifiers`;
      assertValid(length < 1 || length > MOST_EVENT_TYPES ? [{ pointer: "?eventTypeIds", message }] : []);
      return statements(() => getAvailabilities(domain, { ...range, eventTypeIds }));
    },
  }),
);
