import type { FieldError } from "../shared/errors.ts";

export type LocationType = "address" | "phone" | "link";

/** Where a booking takes place. A `phone` without a value is a number that the attendee gives. */
export interface Location {
  type: LocationType;
  value?: string;
  label?: string;
}

/**
 * The place of a booking: the asked one, which must be on offer, or the only one that is.
 * An event type that offers no place leaves the choice free.
 */
export function chooseLocation(
  offered: readonly Location[],
  asked: Location | null | undefined,
): { location: Location | null; errors: FieldError[] } {
  if (!asked) return { location: offered.length === 1 ? offered[0]! : null, errors: [] };
  if (offered.length === 0) return { location: asked, errors: [] };

  const match = offered.find((place) => place.type === asked.type && (!place.value || sameOrLeftOut(place, asked)));
  if (match) {
    const value = match.value ?? asked.value;
    return { location: value === undefined ? match : { ...match, value }, errors: [] };
  }
  return { location: null, errors: [{ pointer: "/location", message: "is not a place that this event type offers" }] };
}

function sameOrLeftOut(place: Location, asked: Location): boolean {
  return !asked.value || asked.value === place.value;
}
