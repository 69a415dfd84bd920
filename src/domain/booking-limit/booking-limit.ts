import type { FieldError } from "../shared/errors.ts";

/** What is counted together: local days, ISO weeks (from Monday) and months. */
export const LIMIT_PERIODS = ["day", "week", "month"] as const;
export type LimitPeriod = (typeof LIMIT_PERIODS)[number];

/** So many bookings, or minutes of bookings, start within a period; either or both are given. */
export interface MemberLimit {
  per: LimitPeriod;
  bookings?: number;
  minutes?: number;
}

/** Whose bookings of an event type are counted together: those of each host, all, or those of each booker. */
export const LIMIT_SCOPES = ["host", "event_type", "attendee"] as const;
export type LimitScope = (typeof LIMIT_SCOPES)[number];

export interface EventTypeLimit extends MemberLimit {
  scope: LimitScope;
}

/** Types and bounds are the edges' to check. */
export function limitErrors(limits: readonly (MemberLimit & { scope?: LimitScope })[]): FieldError[] {
  const seen = new Set<string>();
  return limits.flatMap(({ scope, per, bookings, minutes }, index) => {
    const errors: FieldError[] = [];
    const key = `${scope ?? ""} ${per}`;
    if (seen.has(key)) errors.push({ pointer: `/limits/${index}/per`, message: "is limited already" });
    seen.add(key);
    if (bookings === undefined && minutes === undefined)
      errors.push({ pointer: `/limits/${index}`, message: "must say bookings or minutes" });
    return errors;
  });
}
