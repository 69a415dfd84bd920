/** Prints one fixed availability computation. Run under several server zones by server-zone.test.ts. */
import { explainRange, offeredSlots } from "./one-host.ts";
import { slotsByDate } from "../../../src/domain/availability/slots-by-date.ts";
import { formatInstant, parseInstant } from "../../../src/domain/shared/instants.ts";
import { ZONES } from "./zones.ts";

const from = parseInstant("2026-03-01T00:00:00Z")!;
const to = parseInstant("2026-04-30T00:00:00+02:00")!;

const answers = ZONES.map((zone, i) => {
  const query = {
    schedule: {
      timeZone: zone,
      weekly: [
        { days: ["monday", "thursday", "sunday"] as const, start: "00:30", end: "03:30" },
        { days: ["friday", "saturday"] as const, start: "21:00", end: "24:00" },
      ],
      overrides: [{ date: "2026-03-30", intervals: [{ start: "02:00", end: "12:00" }] }],
      rules: [{ rrule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", startsOn: "2026-01-07", start: "01:00", end: "04:00" }],
      breaks: [{ rrule: "FREQ=DAILY", startsOn: "2026-01-07", start: "01:30", end: "01:45" }],
      holidays: { country: "EG", region: null, types: ["public"] as const },
      travel: [{ from: "2026-03-27", to: "2026-03-29", timeZone: "Pacific/Apia" }],
    },
    terms: {
      durationMinutes: 30,
      slotIntervalMinutes: 20,
      slotOffsetMinutes: 5,
      bufferBeforeMinutes: 5,
      bufferAfterMinutes: 10,
      minimumNoticeMinutes: 600,
      timeZone: ZONES[(i + 7) % ZONES.length]!,
      bookingWindow: { type: "rolling" as const, days: 50 },
    },
    busy: [{ kind: "booked" as const, start: from + 3 * 86_400_000, end: from + 5 * 86_400_000 }],
    from,
    to,
    now: from + 86_400_000,
  };
  const days = slotsByDate(offeredSlots(query), from, to, ZONES[(i + 3) % ZONES.length]!);
  return {
    zone,
    days: days.map(({ date, startsAt }) => [date, ...startsAt.map(formatInstant)]),
    refused: explainRange(query).map(({ startsAt, reason }) => `${formatInstant(startsAt)} ${reason}`),
  };
});

process.stdout.write(
  JSON.stringify({ serverZone: process.env["TZ"], offset: new Date(from).getTimezoneOffset() }) + "\n",
);
process.stdout.write(JSON.stringify(answers) + "\n");
