import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { deleteExpiredHolds } from "../../../src/domain/hold/delete-expired-holds.ts";
import { bookingRequest } from "../../support/booking-request.ts";
import { NOW } from "../../support/domain-context.ts";
import type { Answer, CallOptions } from "../../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
let day = 0;

/** Nine o'clock in Berlin, of a working day that no other test uses. */
function nextMorning(): string {
  const days = Math.floor(day / 4) * 7 + (day++ % 4);
  return new Date(Date.parse("2027-01-04T08:00:00.000Z") + days * DAY_MS).toISOString();
}

const later = (instant: string, minutes: number) => new Date(Date.parse(instant) + minutes * MINUTE_MS).toISOString();

function hold(eventTypeId: string, startsAt: string, more: object = {}, options: CallOptions = {}): Promise<Answer> {
  return world.call("POST", "/v1/holds", { body: { eventTypeId, startsAt, ...more }, ...options });
}

function book(eventTypeId: string, startsAt: string, more: object = {}, options: CallOptions = {}): Promise<Answer> {
  return world.call("POST", "/v1/bookings", { body: bookingRequest(eventTypeId, startsAt, more), ...options });
}

async function availability(eventTypeId: string, startsAt: string, more = ""): Promise<string[]> {
  const range = `from=${startsAt.slice(0, 10)}T00:00:00Z&to=${startsAt.slice(0, 10)}T23:00:00Z&timeZone=UTC`;
  const { body } = await world.call("GET", `/v1/availability?eventTypeId=${eventTypeId}&${range}${more}`);
  return body.days.flatMap(({ slots }) => slots.map((slot) => slot.startsAt));
}

const claims = (where: string, id: string) =>
  world.sql<{ n: number }>(`SELECT id FROM claim WHERE ${where} = $1`, [id]);

/** Puts the clock back afterwards, so that tests do not wait for one another. */
async function atTime(instant: string, work: () => Promise<void>): Promise<void> {
  const now = world.clock.now().toISOString();
  world.clock.moveTo(instant);
  try {
    await work();
  } finally {
    world.clock.moveTo(now);
  }
}

describe("a hold", () => {
  test("is answered whole, keeps its time from others, and says so to those who ask why", async () => {
    const { id: eventTypeId } = await world.clinic.addEventType({ bufferAfterMinutes: 15 });
    const startsAt = nextMorning();
    const { status, body, headers } = await hold(eventTypeId, startsAt);
    expect(status).toBe(201);
    expect(headers.location).toBe(`/v1/holds/${body.id}`);
    expect(body).toEqual({
      id: expect.stringMatching(/^hld_/),
      status: "live",
      eventTypeId,
      startsAt,
      endsAt: later(startsAt, 30),
      hostIds: [world.clinic.owner.memberId],
      resourceIds: [],
      groupSessionId: null,
      places: null,
      bookingId: null,
      expiresAt: later(NOW, 10),
      extendableUntil: later(NOW, 60),
      createdAt: NOW,
    });
    expect((await world.call("GET", `/v1/holds/${body.id}`)).body).toEqual(body);

    const refused = await book(eventTypeId, startsAt);
    expect([refused.status, refused.body.code, refused.body.reason]).toEqual([409, "slot_unavailable", "held"]);
    const twice = await hold(eventTypeId, startsAt);
    expect([twice.status, twice.body.reason]).toEqual([409, "held"]);
    expect(twice.body.alternatives).toHaveLength(3);
    expect((await hold(eventTypeId, later(startsAt, 30))).body.reason).toBe("buffer");
    expect(await availability(eventTypeId, startsAt)).not.toContain(startsAt);
    expect(await availability(eventTypeId, startsAt, `&holdId=${body.id}`)).toContain(startsAt);
  });

  test("is refused for what cannot be booked, with the reason", async () => {
    const { id } = await world.clinic.addEventType();
    const night = nextMorning().replace("T08", "T03");
    const refused = await hold(id, night);
    expect([refused.status, refused.body.reason]).toEqual([409, "outside_hours"]);
    expect((await hold(id, night, { durationMinutes: 77 })).body.errors).toMatchObject([
      { pointer: "/durationMinutes" },
    ]);
    for (const ttlSeconds of [29, 3601, 1.5]) expect((await hold(id, night, { ttlSeconds })).status).toBe(422);
  });

  test("becomes the booking: the claim stays, the hold is over, and says what it became", async () => {
    const { id: eventTypeId } = await world.clinic.addEventType();
    const startsAt = nextMorning();
    const { body: held } = await hold(eventTypeId, startsAt);
    const [claim] = await claims("hold_id", held.id);
    const headers = { "X-Request-Id": "conversion" };
    const { status, body: booking } = await book(eventTypeId, startsAt, { holdId: held.id }, { headers });
    expect(status).toBe(201);
    expect(await claims("booking_id", booking.id)).toEqual([claim]);
    expect((await world.call("GET", `/v1/holds/${held.id}`)).body).toMatchObject({
      status: "converted",
      bookingId: booking.id,
    });
    const told = await world.sql<{ type: string }>(
      "SELECT type FROM outbox_event WHERE request_id = 'conversion' ORDER BY type",
    );
    expect(told.map(({ type }) => type)).toEqual(["booking.created", "hold.converted"]);

    const again = await book(eventTypeId, startsAt, { holdId: held.id });
    expect([again.status, again.body.code]).toEqual([409, "hold_over"]);
    expect((await world.call("DELETE", `/v1/holds/${held.id}`)).status).toBe(204);
    expect(await claims("booking_id", booking.id)).toEqual([claim]);
    const extended = await world.call("POST", `/v1/holds/${held.id}/extend`);
    expect([extended.status, extended.body.code]).toEqual([409, "hold_over"]);
  });

  test("of another time, length, host or event type is not converted, and the answer says where the difference is", async () => {
    const { clinic } = world;
    const terms = { durationsMinutes: [30, 60] };
    const { id: eventTypeId } = await clinic.addEventType(terms);
    const { id: other } = await clinic.addEventType(terms);
    const startsAt = nextMorning();
    const { id: holdId } = (await hold(eventTypeId, startsAt)).body;
    const pointers = async (answer: Promise<Answer>) => (await answer).body.errors.map(({ pointer }) => pointer);
    expect(await pointers(book(other, startsAt, { holdId }))).toEqual(["/eventTypeId"]);
    expect(await pointers(book(eventTypeId, later(startsAt, 30), { holdId }))).toEqual(["/startsAt"]);
    expect(await pointers(book(eventTypeId, startsAt, { holdId, durationMinutes: 60 }))).toEqual(["/durationMinutes"]);
    expect(await pointers(book(eventTypeId, startsAt, { holdId, hostId: clinic.admin.memberId }))).toEqual(["/hostId"]);
    const { id } = await world.book(eventTypeId, later(startsAt, 120));
    const moved = world.call("POST", `/v1/bookings/${id}/reschedule`, { body: { startsAt, holdId } });
    expect(await pointers(moved)).toEqual(["/holdId"]);
    expect((await book(eventTypeId, startsAt, { holdId, durationMinutes: 30 })).status).toBe(201);
  });

  test("keeps its promise though the notice has begun and the hours have changed, but not when the time is over", async () => {
    const { clinic } = world;
    const { id: eventTypeId } = await clinic.addEventType({ minimumNoticeMinutes: 60 });
    const startsAt = nextMorning();
    const [first, second] = [startsAt, later(startsAt, 30)];
    await atTime(later(startsAt, -61), async () => {
      const [a, b] = [await hold(eventTypeId, first), await hold(eventTypeId, second, { ttlSeconds: 3600 })];
      world.clock.advance(5 * MINUTE_MS);
      expect((await hold(eventTypeId, later(startsAt, 90))).status).toBe(201);
      expect((await book(eventTypeId, first)).body.reason).toBe("notice");
      expect((await book(eventTypeId, first, { holdId: a.body.id })).status).toBe(201);
      world.clock.moveTo(later(second, -32));
      expect((await book(eventTypeId, second, { holdId: b.body.id })).status).toBe(201);
    });
  });

  test("is kept under its idempotency key", async () => {
    const { id } = await world.clinic.addEventType();
    const startsAt = nextMorning();
    const headers = { "Idempotency-Key": "held-once" };
    const first = await hold(id, startsAt, {}, { headers });
    const again = await hold(id, startsAt, {}, { headers });
    expect(again.headers["idempotency-replayed"]).toBe("true");
    expect(again.text).toBe(first.text);
  });
});

describe("a hold that has expired", () => {
  test("is free at once: in availability, for a booking, and for another hold", async () => {
    const { id: eventTypeId } = await world.clinic.addEventType();
    const startsAt = nextMorning();
    const [first, second] = [startsAt, later(startsAt, 30)];
    const { id } = (await hold(eventTypeId, first)).body;
    await hold(eventTypeId, second);
    await atTime(later(NOW, 10), async () => {
      expect((await world.call("GET", `/v1/holds/${id}`)).body.status).toBe("expired");
      expect(await availability(eventTypeId, startsAt)).toEqual(expect.arrayContaining([first, second]));
      expect((await book(eventTypeId, first)).status).toBe(201);
      expect((await hold(eventTypeId, second)).status).toBe(201);
      expect(await claims("hold_id", id)).toEqual([]);
      const late = await book(eventTypeId, first, { holdId: id });
      expect([late.status, late.body.code, late.body.reason]).toEqual([409, "slot_unavailable", "booked"]);
    });
  });

  test("and that nobody took is booked as though there were none", async () => {
    const { id: eventTypeId } = await world.clinic.addEventType();
    const startsAt = nextMorning();
    const { id: holdId } = (await hold(eventTypeId, startsAt, { ttlSeconds: 30 })).body;
    await atTime(later(NOW, 1), async () => {
      expect((await book(eventTypeId, startsAt, { holdId })).status).toBe(201);
    });
    expect(await claims("hold_id", holdId)).toEqual([]);
  });

  test("is not extended", async () => {
    const { id: eventTypeId } = await world.clinic.addEventType();
    const { id } = (await hold(eventTypeId, nextMorning(), { ttlSeconds: 30 })).body;
    await atTime(later(NOW, 1), async () => {
      const { status, body } = await world.call("POST", `/v1/holds/${id}/extend`);
      expect([status, body.code]).toEqual([409, "hold_over"]);
    });
  });

  test("is swept: its claim at once, its row after a day", async () => {
    const { id: eventTypeId } = await world.clinic.addEventType();
    const { id } = (await hold(eventTypeId, nextMorning())).body;
    const { db } = world.app;
    await deleteExpiredHolds({ db, clock: world.clock });
    expect(await claims("hold_id", id)).toHaveLength(1);
    await atTime(later(NOW, 10), async () => {
      expect(await deleteExpiredHolds({ db, clock: world.clock })).toBeGreaterThan(0);
      expect(await claims("hold_id", id)).toEqual([]);
      expect((await world.call("GET", `/v1/holds/${id}`)).body.status).toBe("expired");
    });
    await atTime(later(NOW, 24 * 60 + 10), async () => {
      await deleteExpiredHolds({ db, clock: world.clock });
      expect((await world.call("GET", `/v1/holds/${id}`)).status).toBe(404);
    });
  });
});

describe("a hold that is live", () => {
  test("is extended from now on, never made shorter, and not past an hour after it was made", async () => {
    const { id: eventTypeId } = await world.clinic.addEventType();
    const { id } = (await hold(eventTypeId, nextMorning())).body;
    const extend = async (body?: object) =>
      (await world.call("POST", `/v1/holds/${id}/extend`, { body })).body.expiresAt;
    await atTime(later(NOW, 5), async () => {
      expect(await extend({ ttlSeconds: 60 })).toBe(later(NOW, 10));
      expect(await extend()).toBe(later(NOW, 15));
      expect(await extend({ ttlSeconds: 3600 })).toBe(later(NOW, 60));
    });
    const [{ expires_at }] = (await world.sql("SELECT expires_at FROM claim WHERE hold_id = $1", [id])) as [
      { expires_at: Date },
    ];
    expect(expires_at.toISOString()).toBe(later(NOW, 60));
  });

  test("is released, once and for all who ask again", async () => {
    const { id: eventTypeId } = await world.clinic.addEventType();
    const startsAt = nextMorning();
    const { id } = (await hold(eventTypeId, startsAt)).body;
    const release = async () => (await world.call("DELETE", `/v1/holds/${id}`)).status;
    expect([await release(), await release()]).toEqual([204, 204]);
    expect((await world.call("GET", `/v1/holds/${id}`)).body.status).toBe("released");
    expect((await book(eventTypeId, startsAt, { holdId: id })).status).toBe(201);
    const told = await world.sql("SELECT FROM outbox_event WHERE subject_id = $1 AND type = 'hold.released'", [id]);
    expect(told).toHaveLength(1);
  });
});

describe("of several hosts", () => {
  test("a round robin chooses when it is held, and the booking gets that host and counts for him", async () => {
    const { clinic } = world;
    const hosts = [clinic.owner, clinic.admin, clinic.member].map(({ memberId }) => ({ memberId }));
    const fixed = { memberId: (await clinic.addPerson()).memberId, fixed: true };
    const { id: eventTypeId } = await clinic.addEventType({ assignment: "round_robin", hosts: [...hosts, fixed] });
    const startsAt = nextMorning();
    const { body: held } = await hold(eventTypeId, startsAt);
    expect(held.hostIds).toEqual([clinic.owner.memberId, fixed.memberId]);
    expect((await hold(eventTypeId, startsAt)).status).toBe(409);
    const { body: booking } = await book(eventTypeId, startsAt, { holdId: held.id });
    expect(booking.hostIds).toEqual(held.hostIds);
    const used = await world.sql("SELECT member_id FROM host_use WHERE event_type_id = $1", [eventTypeId]);
    expect(used).toEqual([{ member_id: clinic.owner.memberId }]);
  });

  test("holds of one time go to different hosts, as bookings do", async () => {
    const { clinic } = world;
    const hosts = [clinic.owner, clinic.admin, clinic.member].map(({ memberId }) => ({ memberId }));
    const { id } = await clinic.addEventType({ assignment: "round_robin", hosts });
    const startsAt = nextMorning();
    const answers = await Promise.all(Array.from({ length: 16 }, () => hold(id, startsAt)));
    const held = answers.filter(({ status }) => status === 201).map(({ body }) => body.hostIds[0]);
    expect(held.sort()).toEqual(hosts.map(({ memberId }) => memberId).sort());
  });

  test("of a collective all are held, and taken over together when it has expired", async () => {
    const { clinic } = world;
    const hosts = [clinic.owner, clinic.admin, clinic.member].map(({ memberId }) => ({ memberId }));
    const { id } = await clinic.addEventType({ assignment: "collective", hosts });
    const startsAt = nextMorning();
    const { body: held } = await hold(id, startsAt);
    expect(await claims("hold_id", held.id)).toHaveLength(3);
    await atTime(later(NOW, 10), async () => {
      const { body: booking } = await book(id, startsAt);
      expect(await claims("booking_id", booking.id)).toHaveLength(3);
      expect(await claims("hold_id", held.id)).toEqual([]);
    });
  });
});

describe("with rooms and things", () => {
  const addRooms = async (names: string[]) => {
    const kind = `room-${day}`;
    const ids: string[] = [];
    for (const name of names) {
      const body = { name, kind, timeZone: "Europe/Berlin" };
      ids.push((await world.call("POST", "/v1/resources", { body })).body.id);
    }
    return { kind, ids };
  };

  test("one of a kind is chosen when it is held, and is the booking's", async () => {
    const { clinic } = world;
    const { kind, ids } = await addRooms(["A", "B"]);
    const terms = { resources: [{ kind, count: 1 }] };
    const { id: eventTypeId } = await clinic.addEventType(terms);
    const others = await clinic.addEventType({ ...terms, hosts: [{ memberId: clinic.admin.memberId }] });
    const third = await clinic.addEventType({ ...terms, hosts: [{ memberId: clinic.member.memberId }] });
    const startsAt = nextMorning();
    const { status, body: held } = await hold(eventTypeId, startsAt);
    expect([status, held.resourceIds]).toEqual([201, [ids[0]]]);
    const other = await hold(others.id, startsAt);
    expect([other.status, other.body.resourceIds]).toEqual([201, [ids[1]]]);
    expect((await hold(third.id, startsAt)).body).toMatchObject({ code: "slot_unavailable", reason: "resource" });
    const { body: booking } = await book(others.id, startsAt, { holdId: other.body.id });
    expect(booking.resourceIds).toEqual([ids[1]]);
    await world.call("DELETE", `/v1/holds/${held.id}`);
    expect((await book(third.id, startsAt)).body.resourceIds).toEqual([ids[0]]);
  });

  test("a booking that moves onto a part of its own time keeps its room, and is held what it has not yet of it", async () => {
    const { kind, ids } = await addRooms(["C", "D"]);
    const terms = { resources: [{ kind, count: 1 }], durationsMinutes: [60], slotIntervalMinutes: 30 };
    const { id: eventTypeId } = await world.clinic.addEventType(terms);
    const startsAt = nextMorning();
    const { id: bookingId, resourceIds } = await world.book(eventTypeId, startsAt);
    const to = later(startsAt, 30);
    const { status, body: held } = await hold(eventTypeId, to, { bookingId });
    expect([status, held.resourceIds]).toEqual([201, resourceIds]);
    const body = { startsAt: to, holdId: held.id };
    const moved = await world.call("POST", `/v1/bookings/${bookingId}/reschedule`, { body });
    expect([moved.status, moved.body.resourceIds]).toEqual([200, [ids[0]]]);
    expect(await claims("booking_id", bookingId)).toHaveLength(2);
    expect(await claims("hold_id", held.id)).toEqual([]);
  });

  test("one that moves elsewhere takes any that is free then", async () => {
    const { kind } = await addRooms(["E", "F"]);
    const { id: eventTypeId } = await world.clinic.addEventType({ resources: [{ kind, count: 1 }] });
    const startsAt = nextMorning();
    const { id: bookingId } = await world.book(eventTypeId, startsAt);
    const to = later(startsAt, 120);
    const { status, body: held } = await hold(eventTypeId, to, { bookingId });
    expect(status).toBe(201);
    const body = { startsAt: to, holdId: held.id };
    const moved = await world.call("POST", `/v1/bookings/${bookingId}/reschedule`, { body });
    expect([moved.status, moved.body.resourceIds]).toEqual([200, held.resourceIds]);
  });
});

describe("for a booking that is to be moved", () => {
  test("the booking's own time is not in the way, only what lies beyond it is held, and it moves whole", async () => {
    const { id: eventTypeId } = await world.clinic.addEventType({
      durationsMinutes: [60],
      slotIntervalMinutes: 30,
      bufferAfterMinutes: 10,
    });
    const startsAt = nextMorning();
    const { id: bookingId } = await world.book(eventTypeId, startsAt);
    const to = later(startsAt, 30);
    const { status, body: held } = await hold(eventTypeId, to, { bookingId });
    expect(status).toBe(201);
    expect(held).toMatchObject({ bookingId, startsAt: to });
    const ranges = (where: string, id: string) =>
      world.sql(`SELECT lower(during) AS from, upper(during) AS to FROM claim WHERE ${where} = $1`, [id]);
    expect(await ranges("hold_id", held.id)).toEqual([
      { from: new Date(later(startsAt, 70)), to: new Date(later(startsAt, 100)) },
    ]);
    expect((await book(eventTypeId, to)).status).toBe(409);
    expect((await book(eventTypeId, to, { holdId: held.id })).body.errors).toMatchObject([{ pointer: "/holdId" }]);

    const body = { startsAt: to, holdId: held.id };
    const moved = await world.call("POST", `/v1/bookings/${bookingId}/reschedule`, { body });
    expect([moved.status, moved.body.startsAt]).toEqual([200, to]);
    expect(await ranges("booking_id", bookingId)).toEqual([{ from: new Date(to), to: new Date(later(to, 70)) }]);
    expect(await ranges("hold_id", held.id)).toEqual([]);
    expect((await world.call("GET", `/v1/holds/${held.id}`)).body).toMatchObject({ status: "converted", bookingId });
  });

  test("another host can be held, and becomes the booking's", async () => {
    const { clinic } = world;
    const hosts = [clinic.owner, clinic.admin].map(({ memberId }) => ({ memberId }));
    const { id: eventTypeId } = await clinic.addEventType({ assignment: "round_robin", hosts });
    const startsAt = nextMorning();
    const { id: bookingId } = await world.book(eventTypeId, startsAt);
    const { body: held } = await hold(eventTypeId, startsAt, { bookingId, hostId: clinic.admin.memberId });
    expect(held.hostIds).toEqual([clinic.admin.memberId]);
    const body = { startsAt, holdId: held.id };
    const moved = await world.call("POST", `/v1/bookings/${bookingId}/reschedule`, { body });
    expect(moved.body.hostIds).toEqual([clinic.admin.memberId]);
  });

  test("one that is cancelled or of another event type is not", async () => {
    const { id: eventTypeId } = await world.clinic.addEventType();
    const { id: other } = await world.clinic.addEventType();
    const startsAt = nextMorning();
    const { id: bookingId } = await world.book(eventTypeId, startsAt);
    expect((await hold(other, later(startsAt, 60), { bookingId })).status).toBe(404);
    await world.call("POST", `/v1/bookings/${bookingId}/cancel`);
    const refused = await hold(eventTypeId, later(startsAt, 60), { bookingId });
    expect([refused.status, refused.body.code]).toEqual([409, "booking_not_reschedulable"]);
  });

  test("its attendee holds by his link, and nothing else", async () => {
    const { id: eventTypeId } = await world.clinic.addEventType();
    const startsAt = nextMorning();
    const { id: bookingId } = await world.book(eventTypeId, startsAt);
    const link = await world.call("POST", `/v1/bookings/${bookingId}/guest-links`);
    const key = link.body.token!;
    const to = later(startsAt, 120);
    expect((await hold(eventTypeId, to, {}, { key })).status).toBe(404);
    const { status, body: held } = await hold(eventTypeId, to, { bookingId }, { key });
    expect(status).toBe(201);
    const stranger = (await hold(eventTypeId, later(startsAt, 240))).body.id;
    expect((await world.call("GET", `/v1/holds/${stranger}`, { key })).status).toBe(404);
    const body = { startsAt: to, holdId: held.id };
    const moved = await world.call("POST", `/v1/bookings/${bookingId}/reschedule`, { key, body });
    expect([moved.status, moved.body.startsAt]).toEqual([200, to]);
  });
});

describe("a publishable key", () => {
  test("has three live holds at an address, however many come at once; the next one waits for one to end", async () => {
    const { clinic } = world;
    const { key } = await clinic.addKey({ kind: "publishable" });
    const { id } = await clinic.addEventType();
    const startsAt = nextMorning();
    const times = Array.from({ length: 12 }, (_, i) => later(startsAt, 30 * i));
    const answers = await Promise.all(times.map((time) => hold(id, time, {}, { key })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    const refused = answers.find(({ status }) => status !== 201)!;
    expect([refused.status, refused.body.code, refused.headers["retry-after"]]).toEqual([429, "too_many_holds", "600"]);
    expect(await world.sql("SELECT FROM claim WHERE lower(during)::date = $1::date", [startsAt])).toHaveLength(3);

    const mine = answers.find(({ status }) => status === 201)!.body;
    await world.call("DELETE", `/v1/holds/${mine.id}`, { key });
    expect((await hold(id, mine.startsAt, {}, { key })).status).toBe(201);
    const elsewhere = { key: (await clinic.addKey({ kind: "publishable" })).key };
    expect((await hold(id, times[answers.indexOf(refused)]!, {}, elsewhere)).status).toBe(201);
  });

  test("books what it holds, and knows no hold of anybody else's", async () => {
    const { clinic } = world;
    const options = { key: (await clinic.addKey({ kind: "publishable" })).key };
    const { id: eventTypeId } = await clinic.addEventType();
    const startsAt = nextMorning();
    const { id: owners } = (await hold(eventTypeId, startsAt)).body;
    expect((await world.call("GET", `/v1/holds/${owners}`, options)).status).toBe(404);
    expect((await world.call("DELETE", `/v1/holds/${owners}`, options)).status).toBe(404);
    expect((await book(eventTypeId, startsAt, { holdId: owners }, options)).status).toBe(404);
    const time = later(startsAt, 30);
    const { id: holdId } = (await hold(eventTypeId, time, {}, options)).body;
    expect((await book(eventTypeId, time, { holdId }, options)).status).toBe(201);
  });

  test("leaves no address behind", async () => {
    const rows = await world.sql("SELECT to_jsonb(hold) FROM hold");
    expect(JSON.stringify(rows)).not.toContain("127.0.0.1");
  });

  test("a back end books what the page held", async () => {
    const { clinic } = world;
    const { key } = await clinic.addKey({ kind: "publishable" });
    const { id } = await clinic.addEventType();
    const startsAt = nextMorning();
    const { body } = await hold(id, startsAt, {}, { key });
    expect((await book(id, startsAt, { holdId: body.id })).status).toBe(201);
  });
});
