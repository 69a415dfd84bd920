import { EVENT_VERSIONS, type EventType } from "../../generated/events.ts";
import type { FieldError } from "../shared/errors.ts";

/** Goes to the endpoint that it is about, whatever it wants to be told of, and to no other. */
export const PING = "webhook_endpoint.pinged";

const TYPES = Object.keys(EVENT_VERSIONS) as EventType[];
const NOUNS = new Set(TYPES.map(nounOf));

function nounOf(type: string): string {
  return type.slice(0, type.indexOf("."));
}

/** @param filter `*` for all, `booking.*` for all of a noun, or the names of types */
export function matches(filter: readonly string[], type: string): boolean {
  if (type === PING) return false;
  return filter.includes("*") || filter.includes(`${nounOf(type)}.*`) || filter.includes(type);
}

/** All types that a filter names. */
export function typesOf(filter: readonly string[]): EventType[] {
  return TYPES.filter((type) => matches(filter, type));
}

/** A name that there is none of would never be told of anything. */
export function eventTypeErrors(filter: readonly string[] | undefined): FieldError[] {
  return (filter ?? []).flatMap((entry, index) =>
    isFilter(entry) ? [] : [{ pointer: `/eventTypes/${index}`, message: `is no type of event, and no noun with .*` }],
  );
}

function isFilter(entry: string): boolean {
  if (entry === "*") return true;
  if (entry.endsWith(".*")) return NOUNS.has(entry.slice(0, -2));
  return entry !== PING && (TYPES as string[]).includes(entry);
}
