import { alternate, assertEqual, median, type Bench } from "./harness/bench.ts";
import { captureStatements } from "./harness/capture-statements.ts";
import { runHttpLoad, runStatementLoad, type HttpRequest } from "./harness/load.ts";
import { bookingRequest } from "./harness/requests.ts";
import type { World } from "./harness/world.ts";

const CONNECTIONS = 16;
const BOOKINGS_A_ROUND = 4_000;
/** So many have room for all rounds of both sides in five weeks. */
const HOSTS = 4;
const SLOT_MINUTES = 5;
const DAY_MS = 86_400_000;
const ALL_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

const bench: Bench = {
  title: "bookings on distinct slots",
  async run(world) {
    const batches = await toBatches(world);
    const server = await world.startServer();
    const overHttp = async () => {
      const cpuBefore = await server.cpuMs();
      const load = { origin: server.origin, connections: CONNECTIONS, requests: batches.next() };
      const result = await runHttpLoad(load);
      assertEqual("answers to bookings of free slots", result.outcomes, { 201: BOOKINGS_A_ROUND });
      return { ...result, cpuMs: ((await server.cpuMs()) - cpuBefore) / BOOKINGS_A_ROUND };
    };
    const byStatement = async () => {
      const captured = await captureStatements(world.connectionString, "create_booking", batches.next());
      const { connectionString } = world;
      const load = { connectionString, connections: CONNECTIONS, callers: CONNECTIONS, ...captured };
      const result = await runStatementLoad(load);
      assertEqual("outcomes of bookings of free slots", result.outcomes, { done: BOOKINGS_A_ROUND });
      return result;
    };

    const [http, statement] = await alternate(overHttp, byStatement);
    const rate = (results: { perSecond: number }[]) => median(results.map(({ perSecond }) => perSecond));
    return [
      {
        name: `bookings over HTTP, ${CONNECTIONS} connections`,
        value: rate(http),
        unit: "/s",
        beside: { name: "the same statement, plain pg", value: rate(statement) },
        target: { of: "ratio", atLeast: 0.5 },
      },
      {
        name: "p99 of a booking over HTTP",
        value: median(http.map(({ latencyMs }) => latencyMs.p99)),
        unit: "ms",
        beside: { name: "of the statement", value: median(statement.map(({ latencyMs }) => latencyMs.p99)) },
      },
      { name: "Node CPU a booking", value: median(http.map(({ cpuMs }) => cpuMs)), unit: "ms" },
    ];
  },
};

export default bench;

/** Batches of requests, no slot twice. */
async function toBatches({ organisation }: World): Promise<{ next(): HttpRequest[] }> {
  const eventTypeIds: string[] = [];
  for (let i = 0; i < HOSTS; i++) {
    const weekly = [{ days: [...ALL_DAYS], start: "00:00", end: "24:00" }];
    eventTypeIds.push(
      (await organisation.addHost({ timeZone: "UTC", weekly, durationMinutes: SLOT_MINUTES })).eventTypeId,
    );
  }
  const tomorrow = (Math.floor(Date.now() / DAY_MS) + 1) * DAY_MS;
  let slot = 0;
  const nextRequest = () => {
    const startsAt = tomorrow + Math.floor(slot / HOSTS) * SLOT_MINUTES * 60_000;
    return bookingRequest(organisation.apiKey, eventTypeIds[slot++ % HOSTS]!, startsAt);
  };
  return { next: () => Array.from({ length: BOOKINGS_A_ROUND }, nextRequest) };
}
