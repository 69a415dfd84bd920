import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { bookingRequest } from "../../support/booking-request.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

const FULL = {
  title: "First consultation",
  slug: "first-consultation",
  description: "We get to know each other.",
  assignment: "solo",
  timeZone: "Europe/London",
  durationsMinutes: [30, 60],
  slotIntervalMinutes: 15,
  slotOffsetMinutes: 5,
  bufferBeforeMinutes: 5,
  bufferAfterMinutes: 10,
  minimumNoticeMinutes: 120,
  bookingWindow: { type: "range", from: "2026-12-01", to: "2026-12-31" },
  requiresConfirmation: true,
  visibility: "unlisted",
  locations: [{ type: "address", value: "Hauptstr. 1", label: "Practice" }, { type: "phone" }],
  questions: [
    { key: "first_visit", label: "Is this your first visit?", type: "boolean", required: true },
    { key: "topics", label: "What is it about?", type: "multiple_choice", required: false, options: ["sleep", "diet"] },
  ],
  price: { amountMinor: 4500, currency: "EUR" },
  cancellationCutoffMinutes: 1440,
  rescheduleCutoffMinutes: 720,
};

function create(body: object, key = world.clinic.owner.key) {
  return world.call("POST", "/v1/event-types", { body, key });
}

test("an event type is answered with every field as it was given, and read back and listed the same", async () => {
  const created = await create(FULL);
  expect(created.status).toBe(201);
  expect(created.headers.location).toBe(`/v1/event-types/${created.body.id}`);
  expect(created.body).toMatchObject({ ...FULL, version: 1, deletedAt: null });
  const read = await world.call("GET", created.headers.location!);
  expect(read.body).toEqual(created.body);
  const listed = await world.call("GET", "/v1/event-types?slug=first-consultation");
  expect(listed.body.data).toEqual([created.body]);
});

test("a change touches what is given alone, and null sets back", async () => {
  const { body: eventType } = await create({ ...FULL, slug: "changing" });
  world.clock.advance(1_000);
  const path = `/v1/event-types/${eventType.id}`;
  const body = { price: null, description: null, bookingWindow: null, slotIntervalMinutes: null, questions: [] };
  const changed = await world.call("PATCH", path, { body });
  expect(changed.body).toEqual({
    ...eventType,
    ...body,
    slotIntervalMinutes: 30,
    version: 2,
    updatedAt: world.clock.now().toISOString(),
  });
});

test.each<[string, object]>([
  ["/title", { title: "" }],
  ["/slug", { slug: "Not A Slug" }],
  ["/timeZone", { timeZone: "Mars/Olympus" }],
  ["/durationsMinutes", { durationsMinutes: [] }],
  ["/durationsMinutes", { durationsMinutes: [30, 30] }],
  ["/durationsMinutes/0", { durationsMinutes: [0] }],
  ["/bookingWindow/to", { bookingWindow: { type: "range", from: "2026-12-02", to: "2026-12-01" } }],
  ["/bookingWindow/type", { bookingWindow: { type: "sliding" } }],
  ["/questions/1/key", { questions: [question("a"), question("a")] }],
  ["/questions/0/options", { questions: [{ ...question("a"), type: "choice" }] }],
  ["/questions/0/options", { questions: [{ ...question("a"), options: ["x"] }] }],
  ["/locations/0/value", { locations: [{ type: "link" }] }],
  ["/price/currency", { price: { amountMinor: 1, currency: "ZZZ" } }],
  ["/price/amountMinor", { price: { amountMinor: -1, currency: "EUR" } }],
  ["/assignment", { assignment: "by_lot" }],
  ["/colour", { colour: "red" }],
  ["/reminders/1/minutesBefore", { reminders: [{ minutesBefore: 60 }, { minutesBefore: 60, channels: ["sms"] }] }],
  ["/reminders/0/minutesBefore", { reminders: [{ minutesBefore: 4 }] }],
  ["/reminders/0/channels/0", { reminders: [{ minutesBefore: 60, channels: ["push"] }] }],
])("what is wrong is told at its place: %s", async (pointer, wrong) => {
  const { status, body } = await create({ ...FULL, slug: undefined, ...wrong });
  expect(status).toBe(422);
  expect(body.errors.map((error) => error.pointer)).toEqual([pointer]);
});

function question(key: string): object {
  return { key, label: "?", type: "text" };
}

test("a taken slug is 409; one that is left out is made from the title, with a number where it is taken", async () => {
  expect((await create({ title: "Übung", slug: "taken" })).status).toBe(201);
  const taken = await create({ title: "Other", slug: "taken" });
  expect(taken.status).toBe(409);
  expect(taken.body).toMatchObject({ code: "slug_taken", errors: [{ pointer: "/slug" }] });
  expect((await create({ title: "Taken" })).body.slug).toBe("taken-2");
});

test("a plain member manages those whose only host he is, and no others", async () => {
  const { member, owner } = world.clinic;
  const own = await create({ title: "Mine" }, member.key);
  expect(own.body).toMatchObject({ hosts: [{ memberId: member.memberId }] });
  expect((await create({ title: "His", hosts: [{ memberId: owner.memberId }] }, member.key)).status).toBe(403);
  const others = await world.clinic.addEventType();
  for (const [method, body] of [["PATCH", { title: "Mine now" }], ["DELETE"]] as const)
    expect((await world.call(method, `/v1/event-types/${others.id}`, { key: member.key, body })).status).toBe(403);
  expect((await world.call("DELETE", `/v1/event-types/${own.body.id}`, { key: member.key })).status).toBe(204);
});

describe("a deleted event type", () => {
  test("is gone, but listed with the deleted ones, and its slug is free", async () => {
    const { id, slug } = await world.clinic.addEventType({ slug: "short-lived" });
    const path = `/v1/event-types/${id}`;
    expect((await world.call("DELETE", path)).status).toBe(204);
    for (const [method, body] of [["GET"], ["PATCH", { title: "x" }], ["DELETE"]] as const)
      expect((await world.call(method, path, { body })).status).toBe(404);
    const ids = async (query: string) =>
      (await world.call("GET", `/v1/event-types?limit=100${query}`)).body.data.map((each) => each.id);
    expect(await ids("")).not.toContain(id);
    expect(await ids("&deleted=true")).toContain(id);
    expect((await create({ title: "Next", slug })).status).toBe(201);
  });

  test("can neither be asked for times nor booked, and its bookings stay", async () => {
    const { id } = await world.clinic.addEventType();
    const booking = await world.book(id, "2026-12-01T09:00:00Z");
    await world.call("DELETE", `/v1/event-types/${id}`);
    const range = "from=2026-12-01T00:00:00Z&to=2026-12-02T00:00:00Z&timeZone=UTC";
    expect((await world.call("GET", `/v1/availability?eventTypeId=${id}&${range}`)).status).toBe(404);
    const body = bookingRequest(id, "2026-12-01T10:00:00Z");
    expect((await world.call("POST", "/v1/bookings", { body })).status).toBe(404);
    expect((await world.call("GET", `/v1/bookings/${booking.id}`)).body).toEqual(booking);
    expect((await world.call("GET", `/v1/bookings?eventTypeId=${id}`)).body.data).toEqual([booking]);
    // It still takes the host's time.
    const other = await world.clinic.addEventType();
    await expect(world.book(other.id, "2026-12-01T09:00:00Z")).rejects.toThrow("slot_unavailable");
  });
});

test("lists come page by page, oldest first, also where several were made at one instant", async () => {
  const all: string[] = [];
  for (let cursor = ""; ;) {
    const { body } = await world.call("GET", `/v1/event-types?limit=3${cursor}`);
    all.push(...body.data.map(({ id }) => id));
    if (!body.page.hasMore) break;
    cursor = `&cursor=${body.page.nextCursor!}`;
  }
  const { body } = await world.call("GET", "/v1/event-types?limit=100");
  expect(all).toEqual(body.data.map(({ id }) => id));
  expect(all.length).toBeGreaterThan(5);
});

describe("hosts", () => {
  const host = (memberId: string, more: object = {}) => ({ memberId, ...more });

  test("are kept with all that is said of them, in their order", async () => {
    const { owner, admin, member } = world.clinic;
    const hosts = [
      { memberId: member.memberId, scheduleId: member.scheduleId, fixed: true, weight: 1, priority: 0 },
      { memberId: owner.memberId, scheduleId: null, fixed: false, weight: 3, priority: 2 },
      { memberId: admin.memberId, scheduleId: null, fixed: false, weight: 1, priority: 0 },
    ].map((each, i) => ({ ...each, bufferBeforeMinutes: i === 1 ? 20 : null, bufferAfterMinutes: i === 1 ? 0 : null }));
    const created = await create({ title: "Round", assignment: "round_robin", hosts });
    expect(created.body).toMatchObject({ assignment: "round_robin", hosts });
    const read = await world.call("GET", created.headers.location!);
    expect(read.body).toEqual(created.body);
  });

  test.each<[string, string, (ids: string[]) => object[], { pointer: string; message: string }]>([
    [
      "two of a solo event type",
      "solo",
      ([one, two]) => [host(one!), host(two!)],
      { pointer: "/hosts", message: "must name exactly one host where the assignment is solo" },
    ],
    [
      "a round robin of fixed ones alone",
      "round_robin",
      ([one]) => [host(one!, { fixed: true })],
      { pointer: "/hosts", message: "must name a host who is not fixed where the assignment is round_robin" },
    ],
    [
      "one who is named twice",
      "collective",
      ([one, two]) => [host(one!), host(two!), host(one!)],
      { pointer: "/hosts/2/memberId", message: "is a host already" },
    ],
    [
      "a member of another organisation",
      "collective",
      ([one]) => [host(one!), host(world.stranger.owner.memberId)],
      { pointer: "/hosts/1/memberId", message: "is not a member of the organisation" },
    ],
    [
      "the schedule of another member",
      "collective",
      ([one, two]) => [host(one!), host(two!, { scheduleId: world.clinic.owner.scheduleId })],
      { pointer: "/hosts/1/scheduleId", message: "is not a schedule of this member" },
    ],
  ])("%s is refused, with the place", async (_, assignment, hosts, error) => {
    const { owner, admin } = world.clinic;
    const ids = [owner.memberId, admin.memberId];
    const { status, body } = await create({ title: "Wrong", assignment, hosts: hosts(ids) });
    expect(status).toBe(422);
    expect(body.errors).toEqual([error]);
  });

  test("another assignment is refused where the hosts that there are do not suit it", async () => {
    const { owner, admin } = world.clinic;
    const hosts = [host(owner.memberId), host(admin.memberId)];
    const { headers } = await create({ title: "Together", assignment: "collective", hosts });
    const change = (body: object) => world.call("PATCH", headers.location!, { body });
    expect((await change({ assignment: "solo" })).body.errors).toEqual([
      { pointer: "/hosts", message: "must name exactly one host where the assignment is solo" },
    ]);
    expect((await change({ assignment: "solo", hosts: [hosts[1]] })).body).toMatchObject({
      assignment: "solo",
      hosts: [hosts[1]],
    });
  });
});
