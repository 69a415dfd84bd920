import { OURS } from "./graphql/documents.ts";
import { fill, MONTHS } from "./graphql/fill.ts";
import { hostileDocuments } from "./graphql/hostile.ts";
import { assertEqual, median, type Bench, type Figure } from "./harness/bench.ts";
import { runHttpLoad, type HttpRequest, type LoadResult } from "./harness/load.ts";
import type { World } from "./harness/world.ts";

const HONEST_CONNECTIONS = 4;
const HOSTILE_CONNECTIONS = 4;
const HOSTILE_DOCUMENTS = 10_000;
const ROUND_MS = 3_000;
const ROUNDS = 3;
/** What a refusal may take, HTTP and its turn in the queue with it. */
const MOST_REFUSAL_MS = 50;

const bench: Bench = {
  title: `a dashboard beside ${HOSTILE_DOCUMENTS} distinct hostile documents`,
  async run(world) {
    await fill(world.pool);
    const server = await world.startServer(undefined, {
      DATABASE_POOL_SIZE: "10",
      GRAPHQL_POINTS_PER_MINUTE: "1000000000",
    });
    const honest = () =>
      runHttpLoad({
        origin: server.origin,
        connections: HONEST_CONNECTIONS,
        requests: dashboards(world),
        forMs: ROUND_MS,
        failure: '"errors"',
      });
    await honest();
    const before = await server.rssBytes();

    const alone: LoadResult[] = [];
    const beside: LoadResult[] = [];
    const attacks: LoadResult[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      alone.push(await honest());
      const requests = hostileDocuments(HOSTILE_DOCUMENTS, `round ${round}`).map((query) => request(world, { query }));
      const attack = runHttpLoad({ origin: server.origin, connections: HOSTILE_CONNECTIONS, requests });
      beside.push(await honest());
      attacks.push(await attack);
    }
    for (const { outcomes, count } of [...alone, ...beside]) assertEqual("honest answers", outcomes, { 200: count });
    const after = await server.rssBytes();
    return [...toFigures(alone, beside, attacks), memory("memory before", before), memory("memory after", after)];
  },
};

export default bench;

function dashboards(world: World): HttpRequest[] {
  return MONTHS.map(({ from }) =>
    request(world, { operationName: "Dashboard", query: OURS.Dashboard, variables: { from } }),
  );
}

function request({ organisation }: World, body: object): HttpRequest {
  return {
    method: "POST",
    path: "/graphql",
    headers: {
      accept: "application/json",
      "content-type": "application/json",
      authorization: `Bearer ${organisation.apiKey}`,
    },
    body: JSON.stringify(body),
  };
}

function toFigures(alone: LoadResult[], beside: LoadResult[], attacks: LoadResult[]): Figure[] {
  const of = (rounds: LoadResult[], which: "p50" | "p99") => median(rounds.map(({ latencyMs }) => latencyMs[which]));
  const latency = (which: "p50" | "p99"): Figure => ({
    name: `dashboard beside hostile documents, ${which}`,
    value: of(beside, which),
    unit: "ms",
    beside: { name: "alone", value: of(alone, which) },
    target: which === "p99" ? { of: "ratio", atMost: 2 } : undefined,
  });
  return [
    latency("p50"),
    latency("p99"),
    {
      name: "hostile documents refused",
      value: median(attacks.map(({ perSecond }) => perSecond)),
      unit: "/s",
      details: { "p50 ms": of(attacks, "p50"), "p99 ms": of(attacks, "p99") },
    },
    {
      name: "refusal of a hostile document, p99",
      value: of(attacks, "p99"),
      unit: "ms",
      target: { of: "value", atMost: MOST_REFUSAL_MS },
    },
  ];
}

function memory(name: string, value: number): Figure {
  return { name, value, unit: "bytes" };
}
