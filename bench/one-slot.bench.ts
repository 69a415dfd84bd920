import { alternate, assertEqual, median, type Bench } from "./harness/bench.ts";
import { captureStatements } from "./harness/capture-statements.ts";
import { runHttpLoad, runStatementLoad, type LoadResult } from "./harness/load.ts";
import { bookingRequest } from "./harness/requests.ts";

const REQUESTS = 1_000;
const CONNECTIONS = 64;
/** The server's default. */
const POOL_SIZE = 10;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WORKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;

const bench: Bench = {
  title: "many for one slot",
  async run({ organisation, connectionString, startServer }) {
    const weekly = [{ days: [...WORKDAYS], start: "09:00", end: "17:00" }];
    const { eventTypeId } = await organisation.addHost({ timeZone: "UTC", weekly, durationMinutes: 30 });
    const slots = freeSlots();
    const server = await startServer();
    const rush = (count: number) => {
      const slot = slots.next().value;
      return Array.from({ length: count }, () => bookingRequest(organisation.apiKey, eventTypeId, slot));
    };
    const overHttp = async (count: number, connections: number) => {
      const cpuBefore = await server.cpuMs();
      const result = await runHttpLoad({ origin: server.origin, connections, requests: rush(count) });
      assertEqual("answers to a rush on one slot", result.outcomes, { 201: 1, 409: count - 1 });
      assertEqual("alternatives to the slot", alternativesIn(result.samples["409"]!), 3);
      return { ...result, cpuMs: ((await server.cpuMs()) - cpuBefore) / count };
    };
    const byStatement = async () => {
      const captured = await captureStatements(connectionString, "create_booking", rush(REQUESTS));
      const load = { connectionString, connections: POOL_SIZE, callers: CONNECTIONS, ...captured };
      const result = await runStatementLoad(load);
      assertEqual("outcomes of a rush on one slot", result.outcomes, { conflict: REQUESTS - 1, done: 1 });
      return result;
    };

    const [http, statement] = await alternate(() => overHttp(REQUESTS, CONNECTIONS), byStatement);
    const [all, few] = await alternate(
      () => overHttp(REQUESTS, REQUESTS),
      () => overHttp(CONNECTIONS, CONNECTIONS),
    );
    const latency = (results: LoadResult[], which: "p50" | "p99" | "max") =>
      median(results.map(({ latencyMs }) => latencyMs[which]));
    const last = (results: LoadResult[]) => median(results.map(({ lastMs }) => lastMs));
    return [
      ...(["p50", "p99", "max"] as const).map((which) => ({
        name: `${which}, ${REQUESTS} requests, ${CONNECTIONS} connections`,
        value: latency(http, which),
        unit: "ms" as const,
        beside: { name: `the statement alone, pool of ${POOL_SIZE}`, value: latency(statement, which) },
        target: which === "p99" ? { of: "value" as const, atMost: 100 } : undefined,
      })),
      {
        name: `last answer, ${REQUESTS} at once`,
        value: last(all),
        unit: "ms",
        target: { of: "value", atMost: 5_000 },
      },
      {
        name: `last answer, ${CONNECTIONS} at once`,
        value: last(few),
        unit: "ms",
        target: { of: "value", atMost: 1_000 },
      },
      { name: "Node CPU a refusal", value: median(http.map(({ cpuMs }) => cpuMs)), unit: "ms" },
    ];
  },
};

export default bench;

/** A slot for each rush: noon of one workday after the other. */
function* freeSlots(): Generator<number, never> {
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  for (let day = today + DAY_MS; ; day += DAY_MS) {
    const weekday = new Date(day).getUTCDay();
    if (weekday >= 1 && weekday <= 5) yield day + 12 * HOUR_MS;
  }
}

function alternativesIn(problem: string): number {
  return (JSON.parse(problem) as { alternatives: unknown[] }).alternatives.length;
}
