import { writeFileSync } from "node:fs";
import path from "node:path";
import { request } from "undici";
import { offeredSlots } from "../src/domain/availability/offered-slots.ts";
import { alternate, assertEqual, median, type Bench, type Figure } from "./harness/bench.ts";
import { addClaims } from "./harness/claims.ts";
import { runHttpLoad, type HttpRequest } from "./harness/load.ts";
import { plot } from "./harness/plot.ts";
import { busyTimeOf, freeStarts, hoursOf, teamQuery, type TeamQueryInput } from "./harness/teams.ts";
import type { World } from "./harness/world.ts";

const HOSTS = [1, 10, 50, 100, 500];
const DAYS = [1, 7, 31, 62];
const BUSY_BLOCKS = [25, 50, 100, 200, 300];
const USUAL = { days: 31, busyBlocks: 200 };
/** Milliseconds of the function alone, and the p99 over HTTP. */
const TARGETS: Record<number, { alone?: number; p99?: number }> = {
  1: { alone: 0.2 },
  50: { p99: 40 },
  100: { alone: 10 },
  500: { alone: 50, p99: 250 },
};
const CONNECTIONS = 16;
const DAY_MS = 86_400_000;
const PLOT = path.join(import.meta.dirname, "../docs/availability-growth.svg");

const bench: Bench = {
  title: `availability of round robins, ${USUAL.days} days, every quarter, ${USUAL.busyBlocks} busy blocks a host, five zones`,
  async run(world) {
    const alone = timesAlone();
    const overHttp = await timesOverHttp(world);
    writeFileSync(PLOT, growthPlot(alone, overHttp));
    return [...alone.map(({ figure }) => figure), ...overHttp.flatMap(({ figures }) => figures)];
  },
};

export default bench;

/** What was measured of the function alone: along what it grows, and how far. */
interface Alone {
  along: string;
  at: number;
  figure: Figure;
}

function timesAlone(): Alone[] {
  const from = mondayAfterNext();
  const time = (along: string, at: number, asked: Omit<TeamQueryInput, "from">): Alone => {
    const { hosts, days, busyBlocks, habit } = asked;
    const atMost = along.startsWith("hosts") ? TARGETS[hosts]?.alone : undefined;
    const name = `the function alone: ${hosts} hosts (hours ${habit}), ${days} days, ${busyBlocks} blocks`;
    const target = atMost === undefined ? undefined : { of: "value" as const, atMost };
    return { along, at, figure: { name, unit: "ms", ...timeAlone({ ...asked, from }), target } };
  };
  const some = { hosts: 100, ...USUAL, habit: "each his own" } as const;
  return [
    ...HOSTS.map((hosts) => time("hosts, hours alike", hosts, { hosts, ...USUAL, habit: "alike" })),
    ...HOSTS.map((hosts) => time("hosts, each his own", hosts, { hosts, ...USUAL, habit: "each his own" })),
    ...DAYS.map((days) => time("days", days, { ...some, days })),
    ...BUSY_BLOCKS.map((busyBlocks) => time("busy blocks", busyBlocks, { ...some, busyBlocks })),
  ];
}

/** The median of a second's calls in ms, and of thirty at least, after as many that do not count; and the least, for a busy machine. */
function timeAlone(asked: TeamQueryInput): Pick<Figure, "details"> & { value: number } {
  const query = teamQuery(asked);
  const times = (): number[] => {
    const taken: number[] = [];
    const startedAt = performance.now();
    while (performance.now() - startedAt < 1_000 || taken.length < 30) {
      const calledAt = performance.now();
      offeredSlots(query);
      taken.push(performance.now() - calledAt);
    }
    return taken;
  };
  times();
  const taken = times();
  return { value: median(taken), details: { least: Math.min(...taken) } };
}

interface OverHttp {
  hosts: number;
  p50: number;
  figures: Figure[];
}

/**
 * Requests for one range, which the server may answer from what it has worked out; and each for another, by minutes, so that
 * none can share an answer; and the same where what is remembered of busy time has changed before each.
 */
async function timesOverHttp({ pool, organisation, startServer }: World): Promise<OverHttp[]> {
  const from = mondayAfterNext();
  const to = from + USUAL.days * DAY_MS;
  const hosts = Array.from({ length: Math.max(...HOSTS) }, (_, index) => {
    const hours = hoursOf(index, "alike");
    return { hours, busy: busyTimeOf(index, hours, from, to + 7 * DAY_MS, USUAL.busyBlocks) };
  });
  const memberIds: string[] = [];
  for (const { hours, busy } of hosts) {
    const memberId = await organisation.addMember(hours);
    await addClaims(pool, memberId, busy);
    memberIds.push(memberId);
  }
  await pool.query("VACUUM ANALYZE");
  const server = await startServer("prebuilt-server.ts");
  const headers = { authorization: `Bearer ${organisation.apiKey}` };
  let minute = 0;
  const requestOf = (eventTypeId: string, later: number): HttpRequest => {
    const [first, last] = [from, to].map((ms) => new Date(ms + later * 60_000).toISOString());
    return {
      method: "GET",
      path: `/v1/availability?eventTypeId=${eventTypeId}&from=${first}&to=${last}&timeZone=Europe/Berlin`,
      headers,
    };
  };
  const ask = async (connections: number, requests: HttpRequest[]) => {
    const result = await runHttpLoad({ origin: server.origin, connections, requests });
    assertEqual("answers", result.outcomes, { 200: requests.length });
    return result;
  };
  const askAfterChanges = async (requests: HttpRequest[]) => {
    const took: number[] = [];
    for (const asked of requests) {
      await pool.query("INSERT INTO availability_change (subject_id) VALUES (NULL)"); // of everybody
      const askedAt = performance.now();
      const { statusCode, body } = await request(server.origin + asked.path, { headers, reset: true });
      await body.arrayBuffer();
      took.push(performance.now() - askedAt);
      assertEqual("answers after a change", statusCode, 200);
    }
    return took;
  };

  const measured: OverHttp[] = [];
  for (const count of HOSTS) {
    const eventTypeId = await organisation.addRoundRobin(memberIds.slice(0, count));
    const first = await request(server.origin + requestOf(eventTypeId, 0).path, { headers, reset: true });
    const body = await first.body.text();
    assertEqual(`the free times of ${count}`, startsIn(body), freeStarts(hosts.slice(0, count), from, to));
    await (await request(`${server.origin}/prebuilt`, { method: "PUT", body, reset: true })).body.dump();
    const others = (length: number) =>
      Array.from({ length }, () => requestOf(eventTypeId, (minute = (minute + 1) % (6 * 1440))));
    const many = Math.max(100, Math.round(2_000 / count ** 0.5));
    const again = (request: HttpRequest) => Array<HttpRequest>(many).fill(request);
    const [computed, ready, oneByOne, repeated, afterChanges] = await alternate(
      () => ask(CONNECTIONS, others(many)),
      () => ask(CONNECTIONS, again({ method: "GET", path: "/prebuilt", headers })),
      () => ask(1, others(100)),
      () => ask(CONNECTIONS, again(requestOf(eventTypeId, 0))),
      () => askAfterChanges(others(50)),
    );
    const unremembered = afterChanges.flat().sort((a, b) => a - b);
    const p50 = median(oneByOne.map(({ latencyMs }) => latencyMs.p50));
    const atMost = TARGETS[count]?.p99;
    const beside = {
      name: `a prebuilt body of the same ${body.length} bytes`,
      value: median(ready.map(({ perSecond }) => perSecond)),
    };
    const figures: Figure[] = [
      {
        name: `${count} hosts over HTTP, ${CONNECTIONS} connections, one range`,
        unit: "/s",
        value: median(repeated.map(({ perSecond }) => perSecond)),
        beside,
        target: count === 1 ? { of: "ratio", atLeast: 0.5 } : undefined,
      },
      {
        name: `${count} hosts over HTTP, ${CONNECTIONS} connections, each another range`,
        unit: "/s",
        value: median(computed.map(({ perSecond }) => perSecond)),
        beside,
        details: {
          p50: median(computed.map((r) => r.latencyMs.p50)),
          p99: median(computed.map((r) => r.latencyMs.p99)),
        },
      },
      {
        name: `${count} hosts over HTTP, one by one: p99`,
        unit: "ms",
        value: median(oneByOne.map(({ latencyMs }) => latencyMs.p99)),
        target: atMost === undefined ? undefined : { of: "value", atMost },
        details: { p50 },
      },
      {
        name: `${count} hosts over HTTP, one by one, each after a change of all: p99`,
        unit: "ms",
        value: unremembered[Math.ceil(unremembered.length * 0.99) - 1]!,
        target: atMost === undefined ? undefined : { of: "value", atMost },
        details: { p50: median(unremembered) },
      },
    ];
    measured.push({ hosts: count, p50, figures });
  }
  return measured;
}

function growthPlot(alone: Alone[], overHttp: OverHttp[]): string {
  const lineOf = (along: string, name: string) => ({
    name,
    points: alone.filter((each) => each.along === along).map(({ at, figure }) => [at, figure.value!] as const),
  });
  const http = { name: "over HTTP, p50", points: overHttp.map(({ hosts, p50 }) => [hosts, p50] as const) };
  return plot([
    {
      title: "hosts",
      unit: "ms",
      lines: [lineOf("hosts, hours alike", "alike"), lineOf("hosts, each his own", "his own"), http],
    },
    { title: "days (100 hosts, each his own)", unit: "ms", lines: [lineOf("days", "the function")] },
    { title: "busy blocks a host (the same)", unit: "ms", lines: [lineOf("busy blocks", "the function")] },
  ]);
}

/** A Monday, so that the range has the same number of workdays whenever the bench runs; midnight UTC. */
function mondayAfterNext(): number {
  const today = Math.floor(Date.now() / DAY_MS);
  return (today + 14 - ((today + 3) % 7)) * DAY_MS;
}

function startsIn(body: string): number[] {
  const { days } = JSON.parse(body) as { days: { slots: { startsAt: string }[] }[] };
  return days.flatMap(({ slots }) => slots.map(({ startsAt }) => Date.parse(startsAt)));
}
