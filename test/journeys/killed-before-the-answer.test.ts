import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { bookingRequest } from "../support/booking-request.ts";
import { makeDataDir, removeDataDir, startServer, type JourneyServer } from "./journey-server.ts";
import { startSwallowingProxy } from "./swallowing-proxy.ts";

jest.setTimeout(60_000);

let dataDir: string;
let server: JourneyServer;

beforeEach(async () => {
  dataDir = makeDataDir();
  server = await startServer(dataDir);
});

afterEach(async () => {
  await server.process.end("SIGTERM");
  removeDataDir(dataDir);
});

test("killed between commit and answer: the retry gets the booking that was made, and there is one", async () => {
  const { demo, baseUrl } = server;
  const authorization = { Authorization: `Bearer ${demo.apiKey}` };
  const startsAt = await findFreeTime(baseUrl, demo.eventTypes[0]!.id, authorization);
  const book = (url: string) =>
    fetch(`${url}/v1/bookings`, {
      method: "POST",
      headers: { ...authorization, "Content-Type": "application/json", "Idempotency-Key": "from-the-phone" },
      body: JSON.stringify(bookingRequest(demo.eventTypes[0]!.id, startsAt)),
    });

  const proxy = await startSwallowingProxy(baseUrl);
  const lost = expect(book(proxy.baseUrl)).rejects.toThrow();
  const unseen = await proxy.swallowed;
  expect(unseen).toMatch(/^HTTP\/1\.1 201 /);
  await server.process.end("SIGKILL");
  await lost;
  await proxy.close();

  server = await startServer(dataDir);
  const retried = await book(server.baseUrl);
  expect(retried.status).toBe(201);
  expect(retried.headers.get("idempotency-replayed")).toBe("true");
  expect(await retried.text()).toBe(unseen.split("\r\n\r\n")[1]);

  const list = await fetch(`${server.baseUrl}/v1/bookings?from=${startsAt}&limit=100`, { headers: authorization });
  const { data } = (await list.json()) as { data: { startsAt: string; eventTypeId: string }[] };
  expect(data.filter((booking) => booking.startsAt === startsAt)).toHaveLength(1);
});

async function findFreeTime(baseUrl: string, eventTypeId: string, headers: Record<string, string>): Promise<string> {
  const from = Date.now();
  const to = new Date(from + 30 * 86_400_000).toISOString();
  const query = `eventTypeId=${eventTypeId}&from=${new Date(from).toISOString()}&to=${to}&timeZone=UTC`;
  const answer = await fetch(`${baseUrl}/v1/availability?${query}`, { headers });
  const { days } = (await answer.json()) as { days: { slots: { startsAt: string }[] }[] };
  return days.flatMap(({ slots }) => slots)[0]!.startsAt;
}
