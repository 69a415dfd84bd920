import { formatInstant, parseInstant } from "../domain/shared/instants.ts";

/** `YYYY-MM-DDTHH:mm:ss.sssZ` */
export function instant(date: Date): string {
  return formatInstant(date.getTime());
}

export function instantOrNull(date: Date | null): string | null {
  return date && instant(date);
}

/** An RFC 3339 instant that the contract's validator has let through. */
export function toDate(text: string): Date {
  return new Date(parseInstant(text) ?? NaN);
}

export function toDateIfGiven(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : toDate(text);
}
