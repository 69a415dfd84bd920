import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { setTimeout as sleep } from "node:timers/promises";
import { bookingRequest } from "../support/booking-request.ts";
import { makeDataDir, removeDataDir, startServer, type JourneyServer } from "./journey-server.ts";
import { startSwallowingProxy } from "./swallowing-proxy.ts";

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

test("killed between commit and answer: the retry gets the booking, hold and block that were made, and there is one of each", async () => {
  const { demo, baseUrl } = server;
  const [eventTypeId, memberId] = [demo.eventTypes[0]!.id, demo.hosts[0]!.memberId];
  const authorization = { Authorization: `Bearer ${demo.apiKey}` };
  const free = await findFreeTimes(baseUrl, eventTypeId, authorization);
  const [startsAt, held] = [free[0]!, free.at(-1)!];
  const blocked = { memberId, startsAt: "2099-01-01T00:00:00.000Z", endsAt: "2099-01-02T00:00:00.000Z" };
  const commands: [string, object][] = [
    ["bookings", bookingRequest(eventTypeId, startsAt)],
    ["holds", { eventTypeId, startsAt: held }],
    ["blocks", blocked],
  ];
  const send = (url: string, path: string, body: object) =>
    fetch(`${url}/v1/${path}`, {
      method: "POST",
      headers: { ...authorization, "Content-Type": "application/json", "Idempotency-Key": "from-the-phone" },
      body: JSON.stringify(body),
    });
  const list = async (path: string) => {
    const answer = await fetch(`${server.baseUrl}/v1/${path}&limit=100`, { headers: authorization });
    return ((await answer.json()) as { data: { id: string; startsAt: string }[] }).data;
  };

  const proxies = await Promise.all(commands.map(() => startSwallowingProxy(baseUrl)));
  const lost = commands.map(([path, body], n) => expect(send(proxies[n]!.baseUrl, path, body)).rejects.toThrow());
  const unseen = await Promise.all(proxies.map(({ swallowed }) => swallowed));
  for (const answer of unseen) expect(answer).toMatch(/^HTTP\/1\.1 201 /);
  await server.process.end("SIGKILL");
  await Promise.all(lost);
  await Promise.all(proxies.map((proxy) => proxy.close()));

  server = await startServer(dataDir);
  for (const [n, [path, body]] of commands.entries()) {
    const retried = await send(server.baseUrl, path, body);
    expect([path, retried.status]).toEqual([path, 201]);
    expect(retried.headers.get("idempotency-replayed")).toBe("true");
    expect(await retried.text()).toBe(unseen[n]!.split("\r\n\r\n")[1]);
  }
  const booked = await list(`bookings?from=${startsAt}&eventTypeId=${eventTypeId}`);
  expect(booked.filter((booking) => booking.startsAt === startsAt)).toHaveLength(1);
  expect(await list(`blocks?memberId=${memberId}&from=${blocked.startsAt}`)).toHaveLength(1);

  const hold = JSON.parse(unseen[1]!.split("\r\n\r\n")[1]!) as { id: string; hostIds: string[] };
  const converted = await fetch(`${server.baseUrl}/v1/bookings`, {
    method: "POST",
    headers: { ...authorization, "Content-Type": "application/json" },
    body: JSON.stringify({ ...bookingRequest(eventTypeId, held), holdId: hold.id }),
  });
  expect(converted.status).toBe(201);
  expect(((await converted.json()) as { hostIds: string[] }).hostIds).toEqual(hold.hostIds);
});

test("killed while it books a series: the retry finds all of it or nothing, and there is one", async () => {
  const { demo } = server;
  const authorization = { Authorization: `Bearer ${demo.apiKey}` };
  const eventTypeId = demo.eventTypes[0]!.id;
  const [startsAt] = await findFreeTimes(server.baseUrl, eventTypeId, authorization);
  const recurrence = { rrule: "FREQ=DAILY;COUNT=50" };
  const attendee = { name: "Ada Byron", email: "series@example.com" };
  const book = () =>
    fetch(`${server.baseUrl}/v1/series`, {
      method: "POST",
      headers: { ...authorization, "Content-Type": "application/json", "Idempotency-Key": "a-series" },
      body: JSON.stringify(bookingRequest(eventTypeId, startsAt!, { recurrence, attendee, mode: "best_effort" })),
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

test("killed between the release of a time and its offer: the first who waits is offered it after the restart, once", async () => {
  const { demo } = server;
  const headers = { Authorization: `Bearer ${demo.apiKey}`, "Content-Type": "application/json" };
  const call = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${server.baseUrl}${path}`, {
      method,
      headers,
      body: body ? JSON.stringify(body) : null,
    });
    expect([path, answer.ok]).toEqual([path, true]);
    return (await answer.json()) as { id: string; status: string; data: { holds: { nodes: object[] } } };
  };
  const post = (path: string, body: object) => call("POST", path, body);
  const wanted = { title: "Sought after", slug: "sought-after", hosts: [{ memberId: demo.hosts[0]!.memberId }] };
  const { id: eventTypeId } = await post("/v1/event-types", wanted);
  const startsAt = (await findFreeTimes(server.baseUrl, eventTypeId, headers)).at(-1)!;
  const { id: bookingId } = await post("/v1/bookings", bookingRequest(eventTypeId, startsAt));
  const entries: string[] = [];
  for (const name of ["first", "second"]) {
    const attendee = { name, email: `${name}@example.com` };
    entries.push((await post("/v1/waiting-list-entries", { eventTypeId, startsAt, timeZone: "UTC", attendee })).id);
  }
  await post(`/v1/bookings/${bookingId}/cancel`, {});
  await server.process.end("SIGKILL");

  server = await startServer(dataDir);
  const statuses = async () =>
    Promise.all(entries.map(async (id) => (await call("GET", `/v1/waiting-list-entries/${id}`)).status));
  for (let tries = 0; tries < 200 && (await statuses())[0] === "waiting"; tries++) await sleep(100);
  expect(await statuses()).toEqual(["offered", "waiting"]);
  const query = `{ holds(eventTypeId: "${eventTypeId}") { nodes { status startsAt } } }`;
  expect((await post("/graphql", { query })).data.holds.nodes).toEqual([{ status: "live", startsAt }]);
  expect(await findFreeTimes(server.baseUrl, eventTypeId, headers)).not.toContain(startsAt);
});

async function findFreeTimes(baseUrl: string, eventTypeId: string, headers: Record<string, string>): Promise<string[]> {
  const from = Date.now();
  const to = new Date(from + 30 * 86_400_000).toISOString();
  const query = `eventTypeId=${eventTypeId}&from=${new Date(from).toISOString()}&to=${to}&timeZone=UTC`;
  const answer = await fetch(`${baseUrl}/v1/availability?${query}`, { headers });
  const { days } = (await answer.json()) as { days: { slots: { startsAt: string }[] }[] };
  return days.flatMap(({ slots }) => slots).map(({ startsAt }) => startsAt);
}
