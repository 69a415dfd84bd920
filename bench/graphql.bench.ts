import { readFileSync } from "node:fs";
import path from "node:path";
import { buildSchema, parse, validate } from "graphql";
import { BOOKINGS, fill, MONTHS } from "./graphql/fill.ts";
import type { Documents } from "./graphql/documents.ts";
import { installPeers } from "./graphql/install-peers.ts";
import { startSides, type Side } from "./graphql/sides.ts";
import { toRows } from "./graphql/to-rows.ts";
import { alternate, assertEqual, median, type Bench, type Figure } from "./harness/bench.ts";
import { runHttpLoad, type HttpRequest, type LoadResult } from "./harness/load.ts";
import { postgresCpuMs } from "./harness/postgres-cpu.ts";
import type { World } from "./harness/world.ts";

const CONNECTIONS = 16;
/** As long for the slow ones as for the fast, warm-up too, and as long on a machine that is busy. */
const ROUND_MS = 3_000;

type Question = keyof Documents;
type Sides = Awaited<ReturnType<typeof startSides>>;
type Round = LoadResult & { nodeMs: number; postgresMs: number | null };

const QUESTIONS: Record<Question, string> = {
  Dashboard: "dashboard",
  Agendas: "three levels",
  Month: "aggregate",
};

const contract = buildSchema(readFileSync(path.join(import.meta.dirname, "../contracts/schema.graphql"), "utf8"));

const bench: Bench = {
  title: `three GraphQL queries on ${BOOKINGS} bookings`,
  async run(world) {
    installPeers();
    await fill(world.pool);
    const sides = await startSides(world);
    const figures: Figure[] = [];
    for (const question of Object.keys(QUESTIONS) as Question[]) {
      const asked = Object.values(sides).filter((side) => hasRoots(side, question));
      const requests = new Map(asked.map((side) => [side, requestsOf(world, side, question)]));
      const bytes = await assertSameRows(requests);
      const rounds = await alternate<Round[]>(...asked.map((side) => () => measure(world, side, requests.get(side)!)));
      figures.push(...toFigures(question, sides, new Map(asked.map((side, index) => [side, rounds[index]!])), bytes));
    }
    return figures;
  },
};

export default bench;

/** Whether the contract has what our document asks for. */
function hasRoots({ documents, isOurs }: Side, question: Question): boolean {
  return !isOurs || validate(contract, parse(documents[question])).length === 0;
}

/** One for each month: no two in a row are alike. */
function requestsOf({ organisation }: World, { documents, isOurs }: Side, question: Question): HttpRequest[] {
  const { id: organisationId, apiKey } = organisation;
  return MONTHS.map(({ from, to }) => ({
    method: "POST",
    path: "/graphql",
    headers: {
      accept: "application/json",
      "content-type": "application/json",
      ...(isOurs && { authorization: `Bearer ${apiKey}` }),
    },
    body: JSON.stringify({
      operationName: question,
      query: documents[question],
      variables: { ...(!isOurs && { organisationId }), from, ...(question === "Month" && { to }) },
    }),
  }));
}

/** Every side's answer to every request holds the same rows. @returns the bytes of each side's first answer */
async function assertSameRows(requests: ReadonlyMap<Side, HttpRequest[]>): Promise<Map<Side, number>> {
  const bytes = new Map<Side, number>();
  const expected: unknown[] = [];
  for (const [side, own] of requests) {
    for (const [index, { path, ...request }] of own.entries()) {
      const text = await (await fetch(side.server.origin + path, request)).text();
      const { data, errors } = JSON.parse(text) as { data: unknown; errors?: unknown };
      assertEqual(`errors of ${side.name}`, errors, undefined);
      expected[index] ??= toRows(data);
      assertEqual(`rows of ${side.name}`, toRows(data), expected[index]);
      if (index === 0) bytes.set(side, Buffer.byteLength(text));
    }
  }
  return bytes;
}

async function measure({ pool }: World, { name, server }: Side, requests: HttpRequest[]): Promise<Round> {
  const [nodeBefore, postgresBefore] = [await server.cpuMs(), await postgresCpuMs(pool)];
  const load = { origin: server.origin, connections: CONNECTIONS, requests, forMs: ROUND_MS, failure: '"errors"' };
  const result = await runHttpLoad(load);
  const [nodeAfter, postgresAfter] = [await server.cpuMs(), await postgresCpuMs(pool)];
  assertEqual(`answers of ${name}`, result.outcomes, { 200: result.count });
  return {
    ...result,
    nodeMs: (nodeAfter - nodeBefore) / result.count,
    postgresMs: postgresAfter === null ? null : (postgresAfter - postgresBefore!) / result.count,
  };
}

function toFigures(question: Question, sides: Sides, rounds: Map<Side, Round[]>, bytes: Map<Side, number>): Figure[] {
  const { text, besideResolver, postgraphile, pothos, statement } = sides;
  const of = (side: Side, value: (round: Round) => number) => median(rounds.get(side)!.map(value));
  const rate = (side: Side) => (rounds.has(side) ? of(side, ({ perSecond }) => perSecond) : null);
  const told = new Set<Side>();
  const detailsOnce = (side: Side) => {
    if (told.has(side) || !rounds.has(side)) return undefined;
    told.add(side);
    return detailsOf(side);
  };
  const figure = (side: Side, beside?: Side, atLeast?: number): Figure => ({
    name: `${QUESTIONS[question]}, ${side.name}`,
    value: rate(side),
    unit: "/s",
    beside: beside && { name: beside.name, value: rate(beside)! },
    target: atLeast === undefined ? undefined : { of: "ratio", atLeast },
    details: detailsOnce(side),
  });
  const detailsOf = (side: Side) => ({
    "p50 ms": of(side, ({ latencyMs }) => latencyMs.p50),
    "p99 ms": of(side, ({ latencyMs }) => latencyMs.p99),
    "Node CPU ms": of(side, ({ nodeMs }) => nodeMs),
    ...(rounds.get(side)![0]!.postgresMs !== null && {
      "PostgreSQL CPU ms": of(side, ({ postgresMs }) => postgresMs!),
    }),
    kB: bytes.get(side)! / 1000,
  });
  return [
    figure(text, postgraphile, 1.4),
    figure(text, statement, 0.7),
    figure(text, pothos),
    figure(besideResolver, postgraphile, 1.4),
    figure(besideResolver, statement, 0.45),
    figure(postgraphile, statement),
    figure(pothos, statement),
    figure(statement),
  ];
}
