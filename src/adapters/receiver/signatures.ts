import { timingSafeEqual } from "node:crypto";

/** Takes the same time wherever the two differ. */
export function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Whether a time in whole seconds since 1970, as text, lies no farther from now, before or after. */
export function isLately(seconds: string | undefined, now: Date, toleranceSeconds: number): boolean {
  if (seconds === undefined || !/^\d{1,12}$/.test(seconds)) return false;
  return Math.abs(now.getTime() / 1000 - Number(seconds)) <= toleranceSeconds;
}

/** A text that names something: not empty, of no more than 255 characters, none of which is a control. */
export function isName(value: unknown): value is string {
  return typeof value === "string" && /^[^\p{Cc}]{1,255}$/u.test(value);
}

/** Seconds since 1970, with or without a fraction; null for anything else. */
export function toDate(seconds: unknown): Date | null {
  if (typeof seconds !== "number" || !(seconds >= 0 && seconds < 1e11)) return null;
  return new Date(Math.floor(seconds * 1000));
}

/** What providers of JSON are answered. */
export const JSON_ANSWER = { contentType: "application/json; charset=utf-8", body: '{"received":true}' };
