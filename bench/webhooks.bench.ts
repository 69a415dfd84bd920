import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { assertEqual, type Bench } from "./harness/bench.ts";
import { runPacedLoad, type HttpRequest } from "./harness/load.ts";
import { bookingRequest } from "./harness/requests.ts";
import type { World } from "./harness/world.ts";

const BOOKINGS_A_SECOND = 50;
const WARM_UP_MS = 10_000;
const CALM_MS = 20_000;
/** A thousand events. */
const OUTAGE_LOAD_MS = 20_000;
const OUTAGE_MS = 60_000;
const LONGEST_WAIT_MS = 180_000;
const DAY_MS = 86_400_000;
const SLOT_MINUTES = 5;
const ALL_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

const bench: Bench = {
  title: "webhooks, from a booking to its receiver",
  async run(world) {
    const bookings = await toBookings(world);
    const { origin, cpuMs } = await world.startServer(undefined, { WEBHOOK_ALLOWED_NETWORKS: "127.0.0.0/8" });
    const up = await startReceiver();
    const down = await startReceiver();
    try {
      const book = async (forMs: number) => {
        up.delaysMs.length = 0;
        const requests = bookings((BOOKINGS_A_SECOND * forMs) / 1_000);
        const load = { origin, perSecond: BOOKINGS_A_SECOND, forMs, requests, addresses: ["127.0.0.1"] };
        const result = await runPacedLoad(load);
        assertEqual("answers to bookings of free slots", result.outcomes, { 201: requests.length });
        await until(() => up.delaysMs.length === requests.length);
        return up.delaysMs.toSorted((a, b) => a - b);
      };
      await listenTo(world, origin, up.url);
      await book(WARM_UP_MS);
      const cpuBefore = await cpuMs();
      const calm = await book(CALM_MS);
      const cpuMsEach = ((await cpuMs()) - cpuBefore) / calm.length;

      await listenTo(world, origin, down.url);
      await down.stop();
      const downUntil = Date.now() + OUTAGE_MS;
      const besideOutage = await book(OUTAGE_LOAD_MS);
      await sleep(Math.max(0, downUntil - Date.now()));
      await down.start();
      await until(() => down.ids.size === besideOutage.length);

      const beside = { name: "while another receiver is down", value: at(besideOutage, 0.99) };
      const details = { deliveredAfterOutage: down.ids.size, secondsAfterOutage: (Date.now() - downUntil) / 1_000 };
      return [
        { name: p("p50"), value: at(calm, 0.5), unit: "ms", target: { of: "value", atMost: 15 } },
        { name: p("p99"), value: at(calm, 0.99), unit: "ms", beside, target: { of: "value", atMost: 150 }, details },
        { name: "Node CPU a booking, with its webhook and its mails", value: cpuMsEach, unit: "ms" },
      ];
    } finally {
      await Promise.all([up.stop(), down.stop()]);
    }
  },
};

export default bench;

const p = (which: string) =>
  `${which} from the beginning of a booking until its webhook is received, ${BOOKINGS_A_SECOND} a second`;

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(sorted.length * share) - 1]!;
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + LONGEST_WAIT_MS;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error("Not all webhooks have come.");
    await sleep(20);
  }
}

async function listenTo({ organisation }: World, origin: string, url: string): Promise<void> {
  const headers = { authorization: `Bearer ${organisation.apiKey}`, "content-type": "application/json" };
  const body = JSON.stringify({ url, eventTypes: ["booking.created"] });
  const { status } = await fetch(`${origin}/v1/webhook-endpoints`, { method: "POST", headers, body });
  assertEqual("the answer to an endpoint", status, 201);
}

/** Takes the time at which each webhook has come, less the time at which its command began. */
async function startReceiver() {
  const delaysMs: number[] = [];
  const ids = new Set<string>();
  let server: Server;
  let port = 0;
  const start = async () => {
    server = createServer((request, response) => {
      void json(request).then((event) => {
        const { id, occurredAt } = event as { id: string; occurredAt: string };
        response.writeHead(204).end();
        if (ids.has(id)) return;
        ids.add(id);
        delaysMs.push(Date.now() - Date.parse(occurredAt));
      });
    }).listen(port, "127.0.0.1");
    await once(server, "listening");
    ({ port } = server.address() as AddressInfo);
  };
  await start();
  return {
    url: `http://127.0.0.1:${port}/`,
    delaysMs,
    ids,
    start,
    async stop() {
      server.closeAllConnections();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Requests for slots that nobody has asked for yet. */
async function toBookings({ organisation }: World): Promise<(count: number) => HttpRequest[]> {
  const weekly = [{ days: [...ALL_DAYS], start: "00:00", end: "24:00" }];
  const { eventTypeId } = await organisation.addHost({ timeZone: "UTC", weekly, durationMinutes: SLOT_MINUTES });
  let startsAt = (Math.floor(Date.now() / DAY_MS) + 1) * DAY_MS;
  const next = () => bookingRequest(organisation.apiKey, eventTypeId, (startsAt += SLOT_MINUTES * 60_000));
  return (count) => Array.from({ length: count }, next);
}
