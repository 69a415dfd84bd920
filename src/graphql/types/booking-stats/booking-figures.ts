import { countedBookings, type Counting } from "../../../domain/booking-stats/figures.ts";
import type { Expression, Row } from "../../../domain/shared/projection.ts";
import { sql, type Sql } from "../../../domain/shared/sql.ts";
import {
  column,
  value,
  type Field,
  type ObjectField,
  type Shape,
  type SharedTable,
  type Source,
  type TableInput,
} from "../../reading/source.ts";
import { Money } from "../money.ts";

/** A sum of `countedBookings` over a group of its rows, 0 where there is nothing to add up. */
export function total(row: Row, name: string): Sql {
  return sql`coalesce(sum(${row(name)}), 0)`;
}

const counted = (name: string): Expression => {
  return (row) => total(row, name);
};

/** Rounded to four places, and the same number in JSON whoever writes it. */
export function ratio(part: Sql, whole: Sql): Sql {
  return sql`round(${part}::numeric / nullif(${whole}, 0)::numeric, 4)::float8`;
}

/** Halves are rounded up. */
function wholeMinutes(seconds: Sql): Sql {
  return sql`floor(${seconds} / 60 + 0.5)::bigint`;
}

/** Figures that need no other count than one of all bookings. */
const WHATEVER_THE_STATE = {
  total: value("Int", "All bookings, whatever became of them.", { of: counted("n") }),
  revenue: {
    kind: "grouped",
    shape: Money,
    description:
      "The prices of those that are confirmed or completed, as they were when booked; a sum for each currency.",
    only: (row) => sql`${row("price_amount_minor")} IS NOT NULL`,
    order: column("price_currency"),
  },
} satisfies Record<string, Field>;

const BY_STATUS = {
  pending: value("Int", "Those that wait for something.", { of: counted("pending") }),
  confirmed: value("Int", "Those that are to take place.", { of: counted("confirmed") }),
  declined: value("Int", "Those that a host declined, or that expired.", { of: counted("declined") }),
  cancelled: value("Int", "Those that were called off.", { of: counted("cancelled") }),
  completed: value("Int", "Those that took place.", { of: counted("completed") }),
  noShow: value("Int", "Those to which the attendee did not come.", { of: counted("no_show") }),
  bookedMinutes: value("Int", "How long those that take time last together: all but declined and cancelled ones.", {
    of: (row) => wholeMinutes(total(row, "seconds")),
  }),
  cancellationRate: value("Float", "`cancelled / (total - declined)`, to four places; null where that is 0 / 0.", {
    nullable: true,
    of: (row) => ratio(total(row, "cancelled"), notDeclined(row)),
  }),
  noShowRate: value("Float", "`noShow / (completed + noShow)`, to four places; null where that is 0 / 0.", {
    nullable: true,
    of: (row) => ratio(total(row, "no_show"), sql`(${total(row, "completed")} + ${total(row, "no_show")})`),
  }),
  averageLeadTimeMinutes: value("Int", "From `createdAt` to `startsAt` on average, of all that were not declined.", {
    nullable: true,
    of: (row) => wholeMinutes(sql`${total(row, "lead_seconds")} / nullif(${notDeclined(row)}, 0)::float8`),
  }),
} satisfies Record<string, Field>;

/** Of groups of rows of `countedBookings`. */
const BookingFigures: Shape = {
  name: "BookingFigures",
  description: "What became of a set of bookings, in numbers.",
  reads: "columns",
  fields: () => {
    const { total, revenue } = WHATEVER_THE_STATE;
    const { averageLeadTimeMinutes, ...byStatus } = BY_STATUS;
    return { total, ...byStatus, revenue, averageLeadTimeMinutes };
  },
};

/** What has to be told apart for the figures that are asked for. */
export function countingFor(asked: ReadonlySet<string>): Pick<Counting, "byStatus" | "byCurrency"> {
  return {
    byStatus: Object.keys(BY_STATUS).some((name) => asked.has(name)),
    byCurrency: asked.has("revenue"),
  };
}

/** Figures that are a row by themselves. */
export function figuresSource(rows: (input: TableInput) => SharedTable): Source {
  return {
    ...BookingFigures,
    name: "BookingFigures",
    reads: "columns",
    table: (input) => countedBookings(rows(input).name, countingFor(input.asked)),
    groupBy: [],
    scope: () => [],
  };
}

/** Figures beside what they are grouped by. */
export const figuresField: ObjectField = { kind: "object", shape: BookingFigures, description: "Its figures." };

function notDeclined(row: Row): Sql {
  return sql`(${total(row, "n")} - ${total(row, "declined")})`;
}
