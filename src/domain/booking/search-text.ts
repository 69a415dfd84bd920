import { assertValid } from "../shared/errors.ts";
import type { Booking } from "./booking.ts";

/** Shorter ones are in too many texts for an index to help: it knows texts by three letters at a time. */
const SHORTEST_SEARCH = 3;
const LONGEST_SEARCH = 100;

/** What a booking is found by: its title, and the names, addresses and numbers of all who take part. Empty it with them. */
export function searchTextOf({ title, attendees }: Pick<Booking, "title" | "attendees">): string {
  const parts = [title, ...attendees.flatMap(({ name, email, phone }) => [name, email, phone])];
  return comparable(parts.filter((part) => part !== null).join("\n"));
}

/** The LIKE pattern of texts that contain what is looked for, as it is typed but for its case. @throws validation_failed */
export function searchPattern(search: string): string {
  const text = comparable(search.trim());
  const { length } = text;
  const message = `must have ${SHORTEST_SEARCH} to ${LONGEST_SEARCH} characters`;
  assertValid(length < SHORTEST_SEARCH || length > LONGEST_SEARCH ? [{ pointer: "?search", message }] : []);
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}

/** Letters in one case, accents in one spelling. */
function comparable(text: string): string {
  return text.normalize("NFC").toLowerCase();
}
