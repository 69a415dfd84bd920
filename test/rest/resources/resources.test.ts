import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { EventTypeInput } from "../../../src/domain/event-type/event-type-input.ts";
import { bookingRequest } from "../../support/booking-request.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

const NINE = Date.parse("2026-12-01T08:00:00Z"); // 09:00 in Berlin, a Tuesday
const at = (minutes: number) => new Date(NINE + minutes * 60_000).toISOString();
const NO_HOURS = { weekly: [], overrides: [], rules: [], breaks: [], holidays: null };
const MORNING = { weekly: [{ days: ["tuesday"], start: "09:00", end: "10:00" }] };

/** `HOLDFAST_RACE_ROUNDS=500` asks for more; the run of all tests makes do with these. */
const ROUNDS = Number(process.env["HOLDFAST_RACE_ROUNDS"] ?? 40);

let world: RestWorld;
let kinds = 0;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

/** A kind that nobody else has. */
const newKind = () => `kind-${++kinds}`;

async function addResource(kind: string, more: object = {}): Promise<string> {
  const body = { name: "A thing", kind, timeZone: "Europe/Berlin", ...more };
  const answer = await world.call("POST", "/v1/resources", { body });
  expect(answer.status).toBe(201);
  return answer.body.id;
}

/** An event type with a host whom nobody else books. */
async function needing(resources: EventTypeInput["resources"], more: Partial<EventTypeInput> = {}): Promise<string> {
  const { memberId } = await world.clinic.addPerson();
  return (await world.clinic.addEventType({ hosts: [{ memberId }], resources, ...more })).id;
}

const create = (eventTypeId: string, startsAt: string, more: object = {}, key?: string) =>
  world.call("POST", "/v1/bookings", {
    body: bookingRequest(eventTypeId, startsAt, more),
    ...(key && { headers: { "Idempotency-Key": key } }),
  });
const move = (id: string, body: object) => world.call("POST", `/v1/bookings/${id}/reschedule`, { body });

interface Day {
  slots: { startsAt: string }[];
  unavailable?: { startsAt: string; reason?: string }[];
}

async function day(eventTypeId: string, more = ""): Promise<Day> {
  const range = `from=2026-12-01T00:00:00Z&to=2026-12-02T00:00:00Z&timeZone=Europe/Berlin`;
  const { status, body } = await world.call("GET", `/v1/availability?eventTypeId=${eventTypeId}&${range}${more}`);
  expect(status).toBe(200);
  return body.days[0] as never;
}

const starts = async (eventTypeId: string, more?: string) =>
  (await day(eventTypeId, more)).slots.map(({ startsAt }) => startsAt);

async function expectNoOverlap(): Promise<void> {
  const overlapping = await world.sql(
    `SELECT FROM claim a JOIN claim b ON a.id < b.id AND a.subject_id = b.subject_id AND a.during && b.during`,
  );
  expect(overlapping).toEqual([]);
}

describe("a resource", () => {
  test("is made, read, listed by kind, changed by version, and deleted", async () => {
    const kind = newKind();
    const body = { name: "Room 1", kind, description: "Big", timeZone: "Europe/Berlin", hours: MORNING };
    const made = await world.call("POST", "/v1/resources", { body });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ ...body, hours: { ...NO_HOURS, ...MORNING }, version: 1, deletedAt: null });
    const path = `/v1/resources/${made.body.id}`;
    expect(made.headers["location"]).toBe(path);
    expect((await world.call("GET", path)).body).toEqual(made.body);
    expect((await world.call("GET", `/v1/resources?kind=${kind}`)).body.data).toEqual([made.body]);

    const changed = await world.call("PATCH", path, {
      body: { hours: null, name: "Room 2" },
      headers: { "If-Match": '"1"' },
    });
    expect(changed.body).toMatchObject({ name: "Room 2", hours: null, version: 2 });
    const late = await world.call("PATCH", path, { body: { name: "Room 3" }, headers: { "If-Match": '"1"' } });
    expect(late.status).toBe(412);

    expect((await world.call("DELETE", path)).status).toBe(204);
    expect((await world.call("GET", path)).status).toBe(404);
    const deleted = await world.call("GET", `/v1/resources?kind=${kind}&deleted=true`);
    expect(deleted.body.data).toMatchObject([{ id: made.body.id, name: "Room 2" }]);
  });

  test.each([
    [{ timeZone: "Europe/Atlantis" }, "/timeZone"],
    [{ hours: { weekly: [{ days: ["monday"], start: "10:00", end: "09:00" }] } }, "/hours/weekly/0/end"],
    [{ hours: { overrides: [{ date: "2026-02-30", intervals: [] }] } }, "/hours/overrides/0/date"],
    [
      { hours: { breaks: [{ rrule: "FREQ=HOURLY", startsOn: "2026-12-01", start: "09:00", end: "10:00" }] } },
      "/hours/breaks/0/rrule",
    ],
    [{ hours: { holidays: { country: "XX" } } }, "/hours/holidays/country"],
    [{ hours: { travel: [] } }, "/hours"],
    [{ kind: "Room 1" }, "/kind"],
    [{ hours: { timeZone: "UTC" } }, "/hours"],
  ])("with %j is refused at %s", async (wrong, pointer) => {
    const body = { name: "Room", kind: "room", timeZone: "Europe/Berlin", ...wrong };
    const answer = await world.call("POST", "/v1/resources", { body });
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0]!.pointer.startsWith(pointer)).toBe(true);
  });

  test("that an event type needs by name, or that a booking takes, cannot be deleted", async () => {
    const kind = newKind();
    const [named, any] = [await addResource(kind), await addResource(kind)];
    const byName = await needing([{ resourceId: named }]);
    const byKind = await needing([{ kind }]);
    const refused = await world.call("DELETE", `/v1/resources/${named}`);
    expect(refused.body).toMatchObject({
      status: 409,
      code: "resource_in_use",
      detail: `The event type ${byName} needs it.`,
    });

    await world.book(byKind, at(0));
    const { resourceIds, id } = await world.book(byKind, at(60));
    expect(resourceIds).toEqual([named]);
    await world.call("POST", `/v1/bookings/${id}/cancel`, { body: {} });
    const taken = await world.sql<{ resource_id: string }>(
      "SELECT resource_id FROM booking_resource r JOIN booking b ON b.id = booking_id WHERE status = 'confirmed' AND resource_id = ANY($1)",
      [[named, any]],
    );
    expect((await world.call("DELETE", `/v1/resources/${taken[0]!.resource_id}`)).body.code).toBe("resource_in_use");
  });
});

test("a resource that is held cannot be deleted before the hold is over", async () => {
  const kind = newKind();
  const room = await addResource(kind);
  const eventTypeId = await needing([{ kind }]);
  const held = await world.call("POST", "/v1/holds", { body: { eventTypeId, startsAt: at(0), ttlSeconds: 60 } });
  expect((await world.call("DELETE", `/v1/resources/${room}`)).body.code).toBe("resource_in_use");
  world.clock.moveTo(held.body.expiresAt);
  expect((await world.call("DELETE", `/v1/resources/${room}`)).status).toBe(204);
});

describe("an event type", () => {
  test("tells members what it needs, and not the public", async () => {
    const kind = newKind();
    const resources = [{ resourceId: await addResource(kind) }, { kind, count: 1 }];
    await addResource(kind);
    const id = await needing([resources[0] as { resourceId: string }, { kind }]);
    expect((await world.call("GET", `/v1/event-types/${id}`)).body.resources).toEqual(resources);
    const key = world.clinic.publishableKey;
    expect((await world.call("GET", `/v1/event-types/${id}`, { key })).body).not.toHaveProperty("resources");
    const cleared = await world.call("PATCH", `/v1/event-types/${id}`, { body: { resources: [] } });
    expect(cleared.body).toMatchObject({ resources: [], version: 2 });
  });

  test("cannot need a thing twice, nor what there is not", async () => {
    const kind = newKind();
    const resourceId = await addResource(kind);
    const refused = async (resources: object[]) => {
      const body = { title: "Visit", resources };
      const { status, body: problem } = await world.call("POST", "/v1/event-types", { body });
      expect(status).toBe(422);
      return problem.errors;
    };
    expect(await refused([{ kind }, { kind }])).toMatchObject([{ pointer: "/resources/1/kind" }]);
    expect(await refused([{ resourceId }, { resourceId }])).toMatchObject([{ pointer: "/resources/1/resourceId" }]);
    expect(await refused([{ kind, count: 2 }])).toMatchObject([{ pointer: "/resources/0/kind" }]);
    expect(await refused([{ resourceId }, { kind }])).toMatchObject([{ pointer: "/resources/1/kind" }]);
    await world.call("DELETE", `/v1/resources/${resourceId}`);
    expect(await refused([{ resourceId }])).toMatchObject([{ pointer: "/resources/0/resourceId" }]);
    expect((await refused([{ resourceId, kind }]))[0]!.pointer).toMatch("/resources/0");
  });
});

describe("a booking", () => {
  test("takes what is needed by name with its buffers, and nobody else can meanwhile: the reason is resource", async () => {
    const kind = newKind();
    const room = await addResource(kind);
    const one = await needing([{ resourceId: room }], { bufferAfterMinutes: 15 });
    const other = await needing([{ resourceId: room }], { slotIntervalMinutes: 15 });
    const booked = await world.book(one, at(0));
    expect(booked.resourceIds).toEqual([room]);
    expect((await world.call("GET", `/v1/bookings/${booked.id}`)).body).toEqual(booked);

    const { slots, unavailable } = await day(other, "&explain=true");
    expect(slots[0]!.startsAt).toBe(at(45));
    expect(unavailable!.filter(({ startsAt }) => startsAt >= at(0) && startsAt < at(45))).toMatchObject(
      [0, 15, 30].map((minutes) => ({ startsAt: at(minutes), reason: "resource", resourceIds: [room] })),
    );
    const refused = await create(other, at(30));
    expect(refused.body).toMatchObject({
      status: 409,
      code: "slot_unavailable",
      detail: `The time ${at(30)} is not available: there is too little of ${room}.`,
      reason: "resource",
      resourceIds: [room],
    });
    const key = world.clinic.publishableKey;
    const body = bookingRequest(other, at(30));
    const publicly = await world.call("POST", "/v1/bookings", { body, key });
    expect(publicly.body).toMatchObject({ code: "slot_unavailable", detail: `The time ${at(30)} is not available.` });
    expect(Object.keys(publicly.body)).not.toContain("resourceIds");
    expect(refused.body.alternatives.map(({ startsAt }) => startsAt)).toEqual([at(45), at(60), at(75)]);
    expect((await world.book(other, at(45))).resourceIds).toEqual([room]);
  });

  test("takes some of a kind, the ones that are free, and not one that it needs by name anyway", async () => {
    const kind = newKind();
    const rooms = [await addResource(kind), await addResource(kind), await addResource(kind)];
    const two = await needing([{ kind, count: 2 }]);
    const named = await needing([{ resourceId: rooms[0]! }, { kind }]);
    expect((await world.book(named, at(0))).resourceIds).toEqual([rooms[0], rooms[1]]);
    expect((await create(two, at(0))).body).toMatchObject({
      detail: `The time ${at(0)} is not available: there is too little of ${kind}.`,
      reason: "resource",
      resourceIds: [rooms[0], rooms[1]],
    });
    expect((await world.book(two, at(30))).resourceIds).toEqual([rooms[0], rooms[1]]);
    expect(await starts(two)).not.toContain(at(0));
    expect(await starts(named)).not.toContain(at(30));
  });

  test("names what was chosen alike in its answer, when it is read, in its event and in the kept answer", async () => {
    const kind = newKind();
    await addResource(kind);
    const hosts = [world.clinic.owner, await world.clinic.addPerson()].map(({ memberId }) => ({ memberId }));
    const id = await needing([{ kind }], { assignment: "round_robin", hosts });
    const { body } = await create(id, at(420), {}, "what-was-chosen");
    const read = await world.call("GET", `/v1/bookings/${body.id}`);
    expect(read.body).toEqual(body);
    expect((await create(id, at(420), {}, "what-was-chosen")).body).toEqual(body);
    const [event] = await world.sql<{ payload: { booking: object } }>(
      "SELECT payload FROM outbox_event WHERE subject_id = $1",
      [body.id],
    );
    expect(event!.payload.booking).toMatchObject({ hostIds: body.hostIds, resourceIds: body.resourceIds });
  });

  test("is only made when what it needs works: hours of its own, in its own zone", async () => {
    const kind = newKind();
    await addResource(kind, { hours: MORNING });
    const id = await needing([{ kind }]);
    expect(await starts(id)).toEqual([at(0), at(30)]);
    expect((await create(id, at(60))).body.reason).toBe("resource");
    const london = await addResource(kind, { hours: MORNING, timeZone: "Europe/London" });
    expect(await starts(id)).toEqual([at(0), at(30), at(60), at(90)]);
    expect((await world.book(id, at(60))).resourceIds).toEqual([london]);
    // One that is changed, or deleted, counts at once too.
    await world.call("PATCH", `/v1/resources/${london}`, { body: { hours: null } });
    expect(await starts(id)).toContain(at(120));
    await world.call("PATCH", `/v1/resources/${london}`, { body: { kind: newKind() } });
    expect(await starts(id)).toEqual([at(0), at(30)]);
  });

  test("that is refused for a room that is closed and for a host who is taken is told the host's reason, as explain has it", async () => {
    const kind = newKind();
    await addResource(kind, { hours: { weekly: [] } });
    const { memberId } = await world.clinic.addPerson();
    const id = await needing([{ kind }], { hosts: [{ memberId }] });
    await world.book(await needing([], { hosts: [{ memberId }] }), at(0));
    const told = (await day(id, "&explain=true")).unavailable!.filter(({ startsAt }) =>
      [at(0), at(30)].includes(startsAt),
    );
    expect(told.map(({ reason }) => reason)).toEqual(["booked", "resource"]);
    for (const { startsAt, reason } of told) expect((await create(id, startsAt)).body.reason).toBe(reason);
  });

  test("is made by rules, breaks and holidays of what it needs as by those of its hosts", async () => {
    const kind = newKind();
    const hours = {
      rules: [{ rrule: "FREQ=WEEKLY;BYDAY=TU", startsOn: "2026-12-01", start: "09:00", end: "11:00" }],
      breaks: [{ rrule: "FREQ=DAILY", startsOn: "2026-12-01", start: "09:30", end: "10:20" }],
      holidays: { country: "DE" },
    };
    const room = await addResource(kind, { hours });
    const id = await needing([{ kind }]);
    expect(await starts(id)).toEqual([at(0), at(90)]);
    expect((await create(id, at(60))).body.reason).toBe("resource");
    // The first of December is Romania's national day.
    await world.call("PATCH", `/v1/resources/${room}`, { body: { hours: { ...hours, holidays: { country: "RO" } } } });
    expect(await starts(id)).toEqual([]);
  });

  test("gives back what it took when it is cancelled", async () => {
    const kind = newKind();
    await addResource(kind);
    const [one, other] = [await needing([{ kind }]), await needing([{ kind }])];
    const { id, resourceIds } = await world.book(one, at(0));
    expect((await create(other, at(0))).status).toBe(409);
    const cancelled = await world.call("POST", `/v1/bookings/${id}/cancel`, { body: {} });
    expect(cancelled.body.resourceIds).toEqual(resourceIds);
    expect((await create(other, at(0))).status).toBe(201);
  });

  test("that moves keeps what it has where that is free, and takes another of the kind where it is not", async () => {
    const kind = newKind();
    const rooms = [await addResource(kind), await addResource(kind)];
    const [one, other] = [await needing([{ kind }]), await needing([{ kind }])];
    await world.book(other, at(0));
    const { id, resourceIds } = await world.book(one, at(0));
    expect(resourceIds).toEqual([rooms[1]]);
    expect((await move(id, { startsAt: at(30) })).body.resourceIds).toEqual([rooms[1]]);
    expect((await world.book(other, at(60))).resourceIds).toEqual([rooms[0]]);
    const third = await needing([{ resourceId: rooms[1]! }]);
    await world.book(third, at(90));
    const moved = await move(id, { startsAt: at(90) });
    expect(moved.body.resourceIds).toEqual([rooms[0]]);
    expect((await world.call("GET", `/v1/bookings/${id}`)).body).toEqual(moved.body);
    // It overlaps with itself, and is in nobody's way there.
    expect((await move(id, { startsAt: at(105), override: ["off_grid"] })).body.resourceIds).toEqual([rooms[0]]);
    await world.book(other, at(150));
    const full = await needing([{ resourceId: rooms[1]! }]);
    await world.book(full, at(150));
    expect(await starts(one, `&bookingId=${id}`)).not.toContain(at(150));
    expect((await move(id, { startsAt: at(150) })).body).toMatchObject({
      code: "slot_unavailable",
      reason: "resource",
    });
    expect((await world.call("GET", `/v1/bookings/${id}`)).body.startsAt).toBe(at(105));
    await expectNoOverlap();
  });
});

describe("in parallel", () => {
  test("64 bookings of one time, each with a host of its own, with three rooms: three on three rooms", async () => {
    const kind = newKind();
    const rooms = [await addResource(kind), await addResource(kind), await addResource(kind)];
    const eventTypes: string[] = [];
    for (let i = 0; i < 16; i++) eventTypes.push(await needing([{ kind }]));
    const answers = await Promise.all(Array.from({ length: 64 }, (_, n) => create(eventTypes[n % 16]!, at(0))));
    const booked = answers.filter(({ status }) => status === 201);
    expect(booked.flatMap(({ body }) => body.resourceIds).sort()).toEqual(rooms.sort());
    for (const { status, body } of answers.filter((answer) => !booked.includes(answer)))
      expect([status, body.code]).toEqual([409, "slot_unavailable"]);
  });

  test("bookings and moves that take the same two rooms in opposite orders never overlap, never wait for each other for good", async () => {
    const kind = newKind();
    const [one, two] = [await addResource(kind), await addResource(kind)];
    const forwards = await needing([{ resourceId: one }, { resourceId: two }]);
    const backwards = await needing([{ resourceId: two }, { resourceId: one }]);
    const any = await needing([{ kind }]);
    const { id: a } = await world.book(any, at(0));
    const { id: b } = await world.book(await needing([{ kind }]), at(30));
    for (let round = 0; round < ROUNDS; round++) {
      const answers = await Promise.all([
        create(forwards, at(60)),
        create(backwards, at(60)),
        move(a, { startsAt: at(round % 2 === 0 ? 30 : 0) }),
        move(b, { startsAt: at(round % 2 === 0 ? 0 : 30) }),
        move(a, { startsAt: at(60) }),
      ]);
      for (const { status } of answers) expect([200, 201, 409]).toContain(status);
      await expectNoOverlap();
      for (const { body } of answers.slice(0, 2))
        if (body.status === "confirmed") await world.call("POST", `/v1/bookings/${body.id}/cancel`, { body: {} });
    }
  });
});

test("whatever is offered can be booked, and whatever is not is refused with the reason that is explained", async () => {
  const kind = newKind();
  const rooms = [await addResource(kind, { hours: MORNING }), await addResource(kind, { timeZone: "UTC" })];
  const busy = await needing([{ resourceId: rooms[1]! }]);
  for (const minutes of [0, 60, 90, 240]) await world.book(busy, at(minutes));
  const [first, second] = [await world.clinic.addPerson(), await world.clinic.addPerson()];
  const hosts = [first, second].map(({ memberId }) => ({ memberId }));
  for (const assignment of ["round_robin", "collective"] as const) {
    const id = await needing([{ kind }], { assignment, hosts, bufferBeforeMinutes: 5 });
    const { slots, unavailable } = await day(id, "&explain=true");
    for (const { startsAt, reason } of unavailable!) expect((await create(id, startsAt)).body.reason).toBe(reason);
    expect(slots.length).toBeGreaterThan(0);
    for (const { startsAt } of slots) {
      const { status, body } = await create(id, startsAt);
      expect(status).toBe(201);
      await world.call("POST", `/v1/bookings/${body.id}/cancel`, { body: {} });
    }
  }
});

test("members read resources over GraphQL, with bookings and event types; the public does not", async () => {
  const kind = newKind();
  const room = await addResource(kind, { hours: MORNING });
  const id = await needing([{ resourceId: room }]);
  const { id: bookingId } = await world.book(id, at(0));
  const query = `{ booking(id: "${bookingId}") { resourceIds resources { id hours { weekly { days start } } } eventType { resources { kind count resource { id } } } } }`;
  const { text } = await world.app.call("POST", "/graphql", { key: world.clinic.owner.key, body: { query } });
  expect(JSON.parse(text)).toMatchObject({
    data: {
      booking: {
        resourceIds: [room],
        resources: [{ id: room, hours: { weekly: [{ days: ["tuesday"], start: "09:00" }] } }],
        eventType: { resources: [{ kind: null, count: 1, resource: { id: room } }] },
      },
    },
  });
  const publicQuery = `{ eventType(id: "${id}") { resources { kind } } }`;
  const told = await world.app.call("POST", "/graphql", {
    key: world.clinic.publishableKey,
    body: { query: publicQuery },
  });
  expect(JSON.parse(told.text)).toMatchObject({ errors: [{ extensions: { code: "forbidden" } }] });
});
