import { alternate, assertEqual, median, type Bench, type Figure } from "./harness/bench.ts";
import { runHttpLoad, type HttpRequest } from "./harness/load.ts";
import type { BenchHost } from "./harness/organisation.ts";

const CONNECTIONS = 16;
/** For the second figure: twice as many, so that no two connections ask for the same one at the same time. */
const HOSTS = 2 * CONNECTIONS;
const REQUESTS_A_ROUND = 6_000;
const DAYS = 31;
const BOOKINGS = 200;
const SLOT_MINUTES = 30;
const TIME_ZONE = "Europe/Berlin";
const DAY_MS = 86_400_000;
const WORKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;

const bench: Bench = {
  title: `availability of one host, ${DAYS} days, ${BOOKINGS} bookings`,
  async run({ organisation, startServer }) {
    const weekly = [{ days: [...WORKDAYS], start: "09:00", end: "17:00" }];
    const from = mondayAfterNext();
    const starts = workingStarts(from, from + DAYS * DAY_MS);
    const [first, last] = [from, from + DAYS * DAY_MS].map((ms) => new Date(ms).toISOString());
    const headers = { authorization: `Bearer ${organisation.apiKey}` };
    const lives: HttpRequest[] = [];
    let free: number[] = [];
    for (let i = 0; i < HOSTS; i++) {
      const host = await organisation.addHost({ timeZone: TIME_ZONE, weekly, durationMinutes: SLOT_MINUTES });
      free = await bookSome(host, starts);
      const query = `eventTypeId=${host.eventTypeId}&from=${first}&to=${last}&timeZone=${TIME_ZONE}`;
      lives.push({ method: "GET", path: `/v1/availability?${query}`, headers });
    }
    const prebuilt: HttpRequest = { method: "GET", path: "/prebuilt", headers };

    const server = await startServer("prebuilt-server.ts");
    const body = await (await fetch(server.origin + lives[0]!.path, { headers })).text();
    assertEqual("the free times", startsIn(body), free);
    await fetch(`${server.origin}/prebuilt`, { method: "PUT", body });

    const ask = async (asked: HttpRequest[]) => {
      const cpuBefore = await server.cpuMs();
      const requests = Array.from({ length: REQUESTS_A_ROUND }, (_, index) => asked[index % asked.length]!);
      const result = await runHttpLoad({ origin: server.origin, connections: CONNECTIONS, requests });
      assertEqual("answers", result.outcomes, { 200: REQUESTS_A_ROUND });
      assertEqual("the free times answered", startsIn(result.samples["200"]!), free);
      return { ...result, cpuMs: ((await server.cpuMs()) - cpuBefore) / REQUESTS_A_ROUND };
    };
    const besidePrebuilt = async (name: string, asked: HttpRequest[], target?: Figure["target"]): Promise<Figure[]> => {
      const [computed, ready] = await alternate(
        () => ask(asked),
        () => ask([prebuilt]),
      );
      const beside = (value: (result: (typeof computed)[number]) => number) => ({
        value: median(computed.map(value)),
        beside: { name: `a prebuilt body of the same ${body.length} bytes`, value: median(ready.map(value)) },
      });
      return [
        { name: `${name}, ${CONNECTIONS} connections`, unit: "/s", ...beside(({ perSecond }) => perSecond), target },
        { name: `${name}: p99 of an answer`, unit: "ms", ...beside(({ latencyMs }) => latencyMs.p99) },
        { name: `${name}: Node CPU an answer`, unit: "ms", ...beside(({ cpuMs }) => cpuMs) },
      ];
    };
    return [
      ...(await besidePrebuilt("all ask for one host", lives.slice(0, 1), { of: "ratio", atLeast: 0.5 })),
      ...(await besidePrebuilt("each asks for another", lives)),
    ];
  },
};

export default bench;

/** A Monday, so that the range has the same number of workdays whenever the bench runs; midnight UTC. */
function mondayAfterNext(): number {
  const today = Math.floor(Date.now() / DAY_MS);
  return (today + 14 - ((today + 3) % 7)) * DAY_MS;
}

/** Every half hour at which the local clock shows 9:00 to 16:30 of a workday, by asking Intl of each. */
function workingStarts(from: number, to: number): number[] {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: TIME_ZONE, weekday: "short", hour: "2-digit" });
  const starts: number[] = [];
  for (let start = from; start < to; start += SLOT_MINUTES * 60_000) {
    const [weekday, hour] = format.format(start).split(" ");
    if (!/Sat|Sun/.test(weekday!) && Number(hour) >= 9 && Number(hour) < 17) starts.push(start);
  }
  return starts;
}

/** Books as many as the bench says, evenly spread. @returns the others */
async function bookSome(host: BenchHost, starts: number[]): Promise<number[]> {
  const isBooked = (index: number) =>
    Math.floor((index * BOOKINGS) / starts.length) !== Math.floor(((index - 1) * BOOKINGS) / starts.length);
  const booked = starts.filter((_, index) => isBooked(index));
  assertEqual("bookings", booked.length, BOOKINGS);
  for (const start of booked) await host.book(new Date(start));
  return starts.filter((_, index) => !isBooked(index));
}

function startsIn(body: string): number[] {
  const { days } = JSON.parse(body) as { days: { slots: { startsAt: string }[] }[] };
  return days.flatMap(({ slots }) => slots.map(({ startsAt }) => Date.parse(startsAt)));
}
