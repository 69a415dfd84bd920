import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { bookingRequest } from "../support/booking-request.ts";
import { makeDataDir, removeDataDir, startServer, type JourneyServer } from "./journey-server.ts";
import { startSwallowingProxy } from "./swallowing-proxy.ts";

jest.setTimeout(60_000);

let dataDir: string;
let server: JourneyServer;

beforeAll(async () => {
  dataDir = makeDataDir();
  server = await startServer(dataDir);
});

afterAll(async () => {
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

test("killed while it books a series: the retry finds all of it or nothing, and there is one", async () => {
  const { demo } = server;
  const authorization = { Authorization: `Bearer ${demo.apiKey}` };
  const eventTypeId = demo.eventTypes[0]!.id;
  const startsAt = await findFreeTime(server.baseUrl, eventTypeId, authorization);
  const recurrence = { rrule: "FREQ=DAILY;COUNT=50" };
  const attendee = { name: "Ada Byron", email: "series@example.com" };
  const book = () =>
    fetch(`${server.baseUrl}/v1/series`, {
      method: "POST",
      headers: { ...authorization, "Content-Type": "application/json", "Idempotency-Key": "a-series" },
      body: JSON.stringify(bookingRequest(eventTypeId, startsAt, { recurrence, attendee, mode: "best_effort" })),
    });

  const lost = book().catch(() => null);
  await new Promise((resolve) => setTimeout(resolve, 40));
  await server.process.end("SIGKILL");
  await lost;

  server = await startServer(dataDir);
  const retried = await book();
  expect(retried.status).toBe(201);
  const { id, occurrences } = (await retried.json()) as { id: string; occurrences: { bookingId: string }[] };
  expect(occurrences.length).toBeGreaterThan(10);
  const list = async (query: string) => {
    const answer = await fetch(`${server.baseUrl}/v1/bookings?${query}&limit=100`, { headers: authorization });
    return ((await answer.json()) as { data: { id: string; attendees: { email: string }[] }[] }).data;
  };
  const booked = (await list(`seriesId=${id}`)).map((booking) => booking.id);
  expect(booked).toEqual(occurrences.map(({ bookingId }) => bookingId));
  const all = await list(`eventTypeId=${eventTypeId}&from=${startsAt}`);
  const his = all.filter(({ attendees }) => attendees.some(({ email }) => email === attendee.email));
  expect(his.map((booking) => booking.id)).toEqual(booked);
});

async function findFreeTime(baseUrl: string, eventTypeId: string, headers: Record<string, string>): Promise<string> {
  const from = Date.now();
  const to = new Date(from + 30 * 86_400_000).toISOString();
  const query = `eventTypeId=${eventTypeId}&from=${new Date(from).toISOString()}&to=${to}&timeZone=UTC`;
  const answer = await fetch(`${baseUrl}/v1/availability?${query}`, { headers });
  const { days } = (await answer.json()) as { days: { slots: { startsAt: string }[] }[] };
  return days.flatMap(({ slots }) => slots)[0]!.startsAt;
}
