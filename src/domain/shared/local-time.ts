/**
 * Minutes since local midnight of a wall clock time "HH:mm", or null when the text is none. "24:00" is the end of the
 * day, 1440; whether an end is meant is for the caller to say.
 */
export function parseLocalTime(text: string): number | null {
  if (text === "24:00") return 1440;
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? Number(text.slice(0, 2)) * 60 + Number(text.slice(3)) : null;
}
