import { list, value, type Shape } from "../reading/source.ts";

export const Reminder: Shape = {
  name: "Reminder",
  description: "A message to those who take part, before it begins.",
  reads: "properties",
  fields: () => ({
    minutesBefore: value("Int", "How long before the start."),
    channels: list("String", "By which ways: `email`, `sms`."),
  }),
};
