import { addAccounts, wrongLogIn } from "./harness/accounts.ts";
import { assertEqual, median, type Bench, type Figure } from "./harness/bench.ts";
import { runPacedLoad, type HttpRequest, type LoadResult } from "./harness/load.ts";
import { bookingRequest } from "./harness/requests.ts";
import type { ServerProcess } from "./harness/server-process.ts";
import type { World } from "./harness/world.ts";

const STORM_MS = 20_000;
const LOG_INS_A_SECOND = 20;
const BOOKINGS_A_SECOND = 50;
const ROUNDS = 3;
/** 127.0.0.1 to 127.0.0.200. */
const ADDRESSES = Array.from({ length: 200 }, (_, index) => `127.0.0.${index + 1}`);
const DAY_MS = 86_400_000;
const SLOT_MINUTES = 5;
const ALL_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

const bench: Bench = {
  title: "a storm of log-ins beside bookings",
  async run(world) {
    const emails = await addAccounts(world, ADDRESSES.length);
    const bookings = await toBookings(world);
    const server = await world.startServer();
    return stormFigures(server, emails, bookings);
  },
};

export default bench;

/** By turns without and with the storm, after a round of both that is not counted. */
async function stormFigures(
  { origin }: ServerProcess,
  emails: readonly string[],
  bookings: (count: number) => HttpRequest[],
): Promise<Figure[]> {
  const book = async (forMs: number) => {
    const requests = bookings(Math.ceil((BOOKINGS_A_SECOND * forMs) / 1_000));
    const load = { origin, perSecond: BOOKINGS_A_SECOND, forMs, requests, addresses: ["127.0.0.1"] };
    const result = await runPacedLoad(load);
    assertEqual("answers to bookings of free slots", result.outcomes, { 201: requests.length });
    return result;
  };
  const storm = (forMs: number) => {
    const requests = emails.map((email) => wrongLogIn(email));
    return runPacedLoad({ origin, perSecond: LOG_INS_A_SECOND, forMs, requests, addresses: ADDRESSES });
  };
  await Promise.all([book(STORM_MS / 2), storm(STORM_MS / 2)]);
  const calm: LoadResult[] = [];
  const stormy: LoadResult[] = [];
  const shed: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    calm.push(await book(STORM_MS));
    const [booked, loggedIn] = await Promise.all([book(STORM_MS), storm(STORM_MS)]);
    shed.push(shedOf(loggedIn));
    stormy.push(booked);
  }
  return (["p50", "p99"] as const).map((which) => ({
    name: `${which} of a booking, ${BOOKINGS_A_SECOND} a second, beside ${LOG_INS_A_SECOND} log-ins a second`,
    value: median(stormy.map(({ latencyMs }) => latencyMs[which])),
    unit: "ms",
    beside: { name: "without log-ins", value: median(calm.map(({ latencyMs }) => latencyMs[which])) },
    target: which === "p99" ? { of: "ratio", atMost: 2 } : undefined,
    details: { shedLogIns: median(shed) },
  }));
}

/** The share of log-ins that the server had no time for. All others must be told that the password is wrong. */
function shedOf({ count, outcomes: { 401: refused = 0, 503: shed = 0, ...others } }: LoadResult): number {
  assertEqual("other answers to wrong passwords", others, {});
  assertEqual("answers to wrong passwords", refused + shed, count);
  return shed / count;
}

/** Requests for slots that nobody has asked for yet. */
async function toBookings({ organisation }: World): Promise<(count: number) => HttpRequest[]> {
  const weekly = [{ days: [...ALL_DAYS], start: "00:00", end: "24:00" }];
  const { eventTypeId } = await organisation.addHost({ timeZone: "UTC", weekly, durationMinutes: SLOT_MINUTES });
  let startsAt = (Math.floor(Date.now() / DAY_MS) + 1) * DAY_MS;
  const next = () => bookingRequest(organisation.apiKey, eventTypeId, (startsAt += SLOT_MINUTES * 60_000));
  return (count) => Array.from({ length: count }, next);
}
