const PARTS = {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "numeric",
  minute: "2-digit",
} as const satisfies Intl.DateTimeFormatOptions;

interface Reading {
  /** BCP 47: by whose customs it is written. */
  format: string;
  /** IANA: by whose clock. */
  timeZone: string;
}

/**
 * `Tuesday, December 1, 2026, 9:00 – 9:30 AM (Central European Standard Time)`: by the reader's clock, with its name; with both
 * names where it is changed between. Intl's own ranges know zones by their letters alone, such as IST, which are several.
 */
export function writeRange(reading: Reading, startsAt: Date, endsAt: Date): string {
  const { format, timeZone } = reading;
  const range = new Intl.DateTimeFormat(format, { ...PARTS, timeZone }).formatRange(startsAt, endsAt);
  const names = new Set([startsAt, endsAt].map((at) => zoneNameAt(reading, at)));
  return `${range} (${[...names].join(" – ")})`;
}

export function writeInstant(reading: Reading, at: Date): string {
  const { format, timeZone } = reading;
  return `${new Intl.DateTimeFormat(format, { ...PARTS, timeZone }).format(at)} (${zoneNameAt(reading, at)})`;
}

function zoneNameAt({ format, timeZone }: Reading, at: Date): string {
  const parts = new Intl.DateTimeFormat(format, { timeZone, timeZoneName: "long" }).formatToParts(at);
  return parts.find(({ type }) => type === "timeZoneName")!.value;
}

/** `Ada, Grace and Emmy`, in the language's own way. */
export function writeList(format: string, names: readonly string[]): string {
  return new Intl.ListFormat(format, { type: "conjunction" }).format(names);
}
