import { assertValid } from "../shared/errors.ts";
import { sql, type Sql } from "../shared/sql.ts";
import type { Booking } from "./booking.ts";

/** Shorter ones are in too many texts for an index to help: it knows texts by three letters at a time. */
const SHORTEST_SEARCH = 3;
const LONGEST_SEARCH = 100;

/**
 * What a booking is found by, a line each: the names, addresses and numbers of all who take part, an empty line, and its
 * title. What stands before the empty line is somebody's. Empty it when they are forgotten.
 */
export function searchTextOf({ title, attendees }: Pick<Booking, "title" | "attendees">): string {
  const people = attendees.flatMap(({ name, email, phone }) =>
    [name, email, phone].map((part) => comparable(part ?? "")),
  );
  return `${people.filter((part) => part !== "").join("\n")}\n\n${comparable(title)}`;
}

/** The LIKE pattern of texts that contain what is looked for, as it is typed but for its case. @throws validation_failed */
export function searchPattern(search: string): string {
  const text = comparable(search);
  const { length } = text;
  const message = `must have ${SHORTEST_SEARCH} to ${LONGEST_SEARCH} characters`;
  assertValid(length < SHORTEST_SEARCH || length > LONGEST_SEARCH ? [{ pointer: "?search", message }] : []);
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}

/** The pattern for what somebody is called by, given that for all. */
export function ofSomebody(pattern: Sql): Sql {
  return sql`${pattern} || E'\n\n%'`;
}

/** Letters in one case, accents in one spelling, words one blank apart. */
function comparable(text: string): string {
  return text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
}
