import { value, type Shape } from "../reading/source.ts";

const amounts = () => ({
  per: value("String", "What is counted together: `day`, `week` (from Monday) or `month`."),
  bookings: value("Int", "How many bookings may start in it; null for any number.", { nullable: true }),
  minutes: value("Int", "How many minutes they may take together; null for any number.", { nullable: true }),
});

export const MemberLimit: Shape = {
  name: "MemberLimit",
  description: "How much a host may be booked, whatever the event type.",
  reads: "properties",
  fields: amounts,
};

export const EventTypeLimit: Shape = {
  name: "EventTypeLimit",
  description: "How much of an event type may be booked.",
  reads: "properties",
  fields: () => ({
    scope: value(
      "String",
      "Whose bookings are counted: those of each `host`, all (`event_type`), or each `attendee`'s.",
    ),
    ...amounts(),
  }),
};
