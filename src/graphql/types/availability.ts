import { getAvailability, type Availability } from "../../domain/availability/get-availability.ts";
import { assertScope } from "../../domain/shared/actor.ts";
import { MINUTE_MS } from "../../domain/shared/local-date.ts";
import { builder } from "../builder.ts";

interface Slot {
  startsAt: number;
  endsAt: number;
}

interface Day {
  date: string;
  slots: Slot[];
}

const SlotType = builder.objectRef<Slot>("Slot").implement({
  description: "A time that the next caller can book.",
  fields: (t) => ({
    startsAt: t.expose("startsAt", { type: "Instant" }),
    endsAt: t.expose("endsAt", { type: "Instant" }),
  }),
});

const DayType = builder.objectRef<Day>("AvailabilityDay").implement({
  description: "The free times of one date of the asked zone.",
  fields: (t) => ({
    date: t.expose("date", { type: "LocalDate" }),
    slots: t.field({ type: [SlotType], resolve: ({ slots }) => slots }),
  }),
});

const AvailabilityType = builder.objectRef<Availability>("Availability").implement({
  description: "When an event type can be booked.",
  fields: (t) => ({
    eventTypeId: t.exposeID("eventTypeId"),
    timeZone: t.exposeString("timeZone", { description: "The IANA time zone whose dates the days are." }),
    durationMinutes: t.exposeInt("durationMinutes"),
    hostIds: t.exposeIDList("hostIds", { description: "Who would serve." }),
    days: t.field({ type: [DayType], resolve: toDays }),
  }),
});

function toDays({ days, durationMinutes }: Availability): Day[] {
  return days.map(({ date, startsAt }) => ({
    date,
    slots: startsAt.map((start) => ({ startsAt: start, endsAt: start + durationMinutes * MINUTE_MS })),
  }));
}

builder.queryField("availability", (t) =>
  t.field({
    type: AvailabilityType,
    description: "The free times of an event type: from <= startsAt < to, at most 62 days.",
    extensions: { isPublicRead: true },
    args: {
      eventTypeId: t.arg.id({ required: true }),
      from: t.arg({ type: "Instant", required: true }),
      to: t.arg({ type: "Instant", required: true }),
      timeZone: t.arg.string({ required: true }),
      durationMinutes: t.arg.int(),
      hostId: t.arg.id(),
    },
    resolve: (_root, { durationMinutes, hostId, ...args }, { domain }) => {
      assertScope(domain.actor, "availability:read");
      return getAvailability(domain, {
        ...args,
        durationMinutes: durationMinutes ?? undefined,
        hostId: hostId ?? undefined,
      });
    },
  }),
);
