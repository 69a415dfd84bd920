import { GraphQLError } from "graphql";
import { formatInstant, parseInstant } from "../../domain/shared/instants.ts";
import { builder } from "../builder.ts";

/** The contract's bounds: whatever is added to an instant still has a year of four digits. */
const EARLIEST = Date.UTC(1000, 0);
const LATEST = Date.UTC(9000, 0);

builder.scalarType("Instant", {
  description: "An instant, `YYYY-MM-DDTHH:mm:ss.sssZ`. Any RFC 3339 offset may be sent.",
  serialize: (value) => (typeof value === "number" ? formatInstant(value) : value),
  parseValue: (value) => {
    const instant = typeof value === "string" ? parseInstant(value) : null;
    if (instant === null || instant < EARLIEST || instant >= LATEST)
      throw new GraphQLError("must be an RFC 3339 instant such as 2026-12-01T09:00:00Z", {
        extensions: { code: "validation_failed" },
      });
    return new Date(instant);
  },
});

builder.scalarType("LocalDate", { description: "A date of a time zone, `YYYY-MM-DD`.", serialize: (value) => value });

builder.scalarType("JSON", { description: "Any JSON value.", serialize: (value) => value });

builder.scalarType("SafeInt", {
  description: "An integer that JSON carries exactly: up to 9,007,199,254,740,991.",
  serialize: (value) => value,
});
