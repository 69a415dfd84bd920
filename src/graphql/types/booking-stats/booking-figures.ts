import type { Expression, Row } from "../../../domain/shared/projection.ts";
import { sql, type Sql } from "../../../domain/shared/sql.ts";
import { value, type Field, type ObjectField, type Shape, type Source } from "../../reading/source.ts";
import { Money } from "../money.ts";

/** A sum of `figuresOf`, 0 where there is nothing to add up. */
export function count(row: Row, name: string): Sql {
  return sql`coalesce(${row(name)}, 0)`;
}

const counted = (name: string): Expression => {
  return (row) => count(row, name);
};

/** Rounded to four places, and the same number in JSON whoever writes it. */
export function ratio(part: Sql, whole: Sql): Sql {
  return sql`round(${part}::numeric / nullif(${whole}, 0)::numeric, 4)::float8`;
}

/** Halves are rounded up. */
function wholeMinutes(seconds: Sql): Sql {
  return sql`floor(${seconds} / 60 + 0.5)::bigint`;
}

/** Columns of `figuresOf`. */
const fields = (): Record<string, Field> => ({
  total: value("Int", "All bookings, whatever became of them.", { of: counted("n") }),
  pending: value("Int", "Those that wait for something.", { of: counted("pending") }),
  confirmed: value("Int", "Those that are to take place.", { of: counted("confirmed") }),
  declined: value("Int", "Those that a host declined, or that expired.", { of: counted("declined") }),
  cancelled: value("Int", "Those that were called off.", { of: counted("cancelled") }),
  completed: value("Int", "Those that took place.", { of: counted("completed") }),
  noShow: value("Int", "Those to which the attendee did not come.", { of: counted("no_show") }),
  bookedMinutes: value("Int", "How long those that take time last together: all but declined and cancelled ones.", {
    of: (row) => wholeMinutes(count(row, "seconds")),
  }),
  cancellationRate: value("Float", "`cancelled / (total - declined)`, to four places; null where that is 0 / 0.", {
    nullable: true,
    of: (row) => ratio(count(row, "cancelled"), sql`(${row("n")} - ${count(row, "declined")})`),
  }),
  noShowRate: value("Float", "`noShow / (completed + noShow)`, to four places; null where that is 0 / 0.", {
    nullable: true,
    of: (row) => ratio(count(row, "no_show"), sql`(${count(row, "completed")} + ${count(row, "no_show")})`),
  }),
  revenue: {
    kind: "elements",
    shape: Money,
    description:
      "The prices of those that are confirmed or completed, as they were when booked; a sum for each currency.",
    of: (row) => sql`coalesce(${row("revenue")}, '[]')`,
  },
  averageLeadTimeMinutes: value("Int", "From `createdAt` to `startsAt` on average, of all that were not declined.", {
    nullable: true,
    of: (row) => wholeMinutes(sql`${row("lead_seconds")} / nullif(${row("n")} - ${count(row, "declined")}, 0)::float8`),
  }),
});

const BookingFigures: Shape = {
  name: "BookingFigures",
  description: "What became of a set of bookings, in numbers.",
  reads: "columns",
  fields,
};

/** Figures that are a row by themselves. */
export function figuresSource(table: Source["table"]): Source {
  return { ...BookingFigures, name: "BookingFigures", reads: "columns", table, scope: () => [] };
}

/** Figures beside what they are grouped by. */
export const figuresField: ObjectField = {
  kind: "object",
  shape: BookingFigures,
  present: () => sql`true`,
  description: "Its figures.",
};
