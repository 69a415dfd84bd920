import pg from "pg";
import { migrate } from "../src/main/migrate.ts";
import { fillWithBookings } from "../test/support/seeded-bookings.ts";
import { alternate, assertEqual, median, type Bench } from "./harness/bench.ts";
import { addClaims } from "./harness/claims.ts";
import { runHttpLoad, type HttpRequest } from "./harness/load.ts";
import { addOrganisation } from "./harness/organisation.ts";
import { busyTimeOf, hoursOf } from "./harness/teams.ts";
import type { World } from "./harness/world.ts";

const FEW = 10_000;
const MANY = 1_000_000;
const BOOKINGS_A_MEMBER = 500;
const HOSTS = 10;
const DAYS = 31;
const BUSY_BLOCKS = 200;
const REQUESTS = 400;
const DAY_MS = 86_400_000;

const bench: Bench = {
  title: `availability of ${HOSTS} hosts among ${MANY} bookings of others, and among ${FEW}`,
  async run(world) {
    const few = await askAmong(world, FEW);
    const many = await askAmong(world, MANY);
    const [ofFew, ofMany] = await alternate(few, many);
    const at = (share: "p50" | "p99", results: typeof ofFew) => median(results.map((each) => each.latencyMs[share]));
    return (["p50", "p99"] as const).map((share) => ({
      name: `one by one, each another range: ${share} among ${MANY} bookings`,
      unit: "ms",
      value: at(share, ofMany),
      beside: { name: `among ${FEW}`, value: at(share, ofFew) },
      target: share === "p50" ? { of: "ratio", atMost: 1.2 } : undefined,
    }));
  },
};

export default bench;

/** A database of its own with so many bookings of others, and a server on it. @returns what asks it for some hundred answers */
async function askAmong({ pool, connectionString, startServer }: World, bookings: number) {
  const name = `bookings_${bookings}`;
  await pool.query(`CREATE DATABASE ${name}`);
  const url = new URL(connectionString);
  url.pathname = `/${name}`;
  await migrate(url.href);
  const from = Math.floor(Date.now() / DAY_MS) * DAY_MS + 14 * DAY_MS;
  const to = from + DAYS * DAY_MS;
  const own = new pg.Pool({ connectionString: url.href });
  try {
    const organisation = await addOrganisation(own);
    const memberIds: string[] = [];
    for (let index = 0; index < HOSTS; index++) {
      const hours = hoursOf(index, "alike");
      const memberId = await organisation.addMember(hours);
      await addClaims(own, memberId, busyTimeOf(index, hours, from, to + DAY_MS, BUSY_BLOCKS));
      memberIds.push(memberId);
    }
    const eventTypeId = await organisation.addRoundRobin(memberIds);
    await fill(url.href, bookings);
    const server = await startServer(undefined, { DATABASE_URL: url.href });
    let minute = 0;
    const request = (): HttpRequest => {
      minute = (minute + 1) % 1440;
      const [first, last] = [from, to].map((ms) => new Date(ms + minute * 60_000).toISOString());
      return {
        method: "GET",
        path: `/v1/availability?eventTypeId=${eventTypeId}&from=${first}&to=${last}&timeZone=Europe/Berlin`,
        headers: { authorization: `Bearer ${organisation.apiKey}` },
      };
    };
    return async () => {
      const requests = Array.from({ length: REQUESTS }, request);
      const result = await runHttpLoad({ origin: server.origin, connections: 1, requests });
      assertEqual("answers", result.outcomes, { 200: REQUESTS });
      return result;
    };
  } finally {
    await own.end();
  }
}

async function fill(connectionString: string, bookings: number): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const members = bookings / BOOKINGS_A_MEMBER;
    await fillWithBookings(client, {
      bookings,
      organisations: 5,
      members,
      busyMembers: members,
      now: new Date().toISOString(),
    });
    await client.query("VACUUM ANALYZE");
  } finally {
    await client.end();
  }
}
