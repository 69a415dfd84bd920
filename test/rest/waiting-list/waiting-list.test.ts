import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { setTimeout as sleep } from "node:timers/promises";
import { composeNow } from "../../../src/domain/mail/mail-content.ts";
import { newId } from "../../../src/domain/shared/ids.ts";
import { offerFreedTimes } from "../../../src/domain/waiting-list/offer-freed-times.ts";
import type { MailToCompose } from "../../../src/domain/mail/mail-content.ts";
import { bookingRequest } from "../../support/booking-request.ts";
import { createListLog } from "../../support/list-log.ts";
import { TEST_SEALER, type Answer, type CallOptions } from "../../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const LIST = "/v1/waiting-list-entries";
let day = 0;

/** Nine o'clock in Berlin, of a working day that no other test uses. */
function nextMorning(): string {
  const days = Math.floor(day / 4) * 7 + (day++ % 4);
  return new Date(Date.parse("2027-01-04T08:00:00.000Z") + days * DAY_MS).toISOString();
}

const later = (instant: string, minutes: number) => new Date(Date.parse(instant) + minutes * MINUTE_MS).toISOString();
const now = () => world.clock.now().toISOString();

function join(eventTypeId: string, time: object, name = "ada", options: CallOptions = {}): Promise<Answer> {
  const attendee = { name, email: `${name}@example.com` };
  return world.call("POST", LIST, { body: { eventTypeId, timeZone: "Europe/Berlin", attendee, ...time }, ...options });
}

/** An event type whose one host is booked at a time. */
async function takenTime(): Promise<{ eventTypeId: string; startsAt: string; bookingId: string }> {
  const { id: eventTypeId } = await world.clinic.addEventType();
  const startsAt = nextMorning();
  return { eventTypeId, startsAt, bookingId: (await world.book(eventTypeId, startsAt)).id };
}

async function waiting(startsAt: string, eventTypeId: string, ...names: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) {
    const { status, body } = await join(eventTypeId, { startsAt }, name);
    expect([name, status]).toEqual([name, 201]);
    ids.push(body.id);
  }
  return ids;
}

const cancel = (id: string) => world.call("POST", `/v1/bookings/${id}/cancel`);
const entryOf = async (id: string) => (await world.call("GET", `${LIST}/${id}`)).body as unknown as Entry;
const statusesOf = async (ids: string[]) => Promise.all(ids.map(async (id) => (await entryOf(id)).status));

interface Entry {
  status: string;
  position: number | null;
  offer: { startsAt: string; endsAt: string; expiresAt: string } | null;
  bookingId: string | null;
}

/** What the job does in each process: the next look is some seconds after the one before. */
async function look(processes = 1): Promise<number> {
  world.clock.advance(4_000);
  const deps = { db: world.app.db, clock: world.clock, ids: newId, log: createListLog([]) };
  const made = await Promise.all(Array.from({ length: processes }, () => offerFreedTimes(deps)));
  return made.reduce((sum, each) => sum + each, 0);
}

/** The mails that wait to go to somebody, as they would go now. */
async function mailsTo(name: string): Promise<string[]> {
  const rows = await world.sql<MailToCompose>(
    `SELECT id, kind, address, subject_id AS "subjectId" FROM outgoing_mail WHERE address = $1 ORDER BY id`,
    [`${name}@example.com`],
  );
  const deps = { db: world.app.db, clock: world.clock, appUrl: "https://app.example", sealer: TEST_SEALER };
  const mails = await Promise.all(rows.map((mail) => composeNow(deps, mail)));
  return mails.flatMap((mail) => (mail ? [mail.text] : []));
}

const linkIn = (mail: string) => /https:\/\/app\.example\/waiting-list#(\S+)/.exec(mail)![1]!;

describe("who joins a waiting list", () => {
  test("is answered whole, with his position, and is told by mail where he sees it", async () => {
    const { eventTypeId, startsAt } = await takenTime();
    const { status, body, headers } = await join(eventTypeId, { startsAt }, "Grace");
    expect(status).toBe(201);
    expect(headers.location).toBe(`${LIST}/${body.id}`);
    expect(body).toEqual({
      id: expect.stringMatching(/^wle_/),
      status: "waiting",
      eventTypeId,
      startsAt,
      date: null,
      timeZone: "Europe/Berlin",
      durationMinutes: 30,
      hostId: null,
      attendee: { name: "Grace", email: "grace@example.com", phone: null, locale: null },
      answers: {},
      location: null,
      position: 1,
      offer: null,
      bookingId: null,
      createdAt: now(),
      updatedAt: now(),
      endedAt: null,
    });
    const [mail] = await mailsTo("grace");
    const own = await world.app.call("GET", `${LIST}/${body.id}`, { key: linkIn(mail!) });
    expect(own.body).toEqual(body);
  });

  test("may wait for any time of a day in his zone, when all of it is taken", async () => {
    const startsAt = nextMorning();
    const { id: eventTypeId } = await world.clinic.addEventType({ durationsMinutes: [240], slotIntervalMinutes: 240 });
    const date = startsAt.slice(0, 10);
    const free = await join(eventTypeId, { date });
    expect([free.status, free.body.code]).toEqual([409, "time_available"]);
    const starts = free.body.alternatives.map((slot) => slot.startsAt);
    expect(starts).toContain(startsAt);
    const bookings = await Promise.all(starts.map((each) => world.book(eventTypeId, each)));
    const { status, body } = await join(eventTypeId, { date });
    expect([status, body.startsAt]).toEqual([201, null]);

    await cancel(bookings.at(-1)!.id);
    await look();
    expect(await entryOf(body.id)).toMatchObject({ status: "offered", offer: { startsAt: starts.at(-1) } });
  });

  test("is refused for a time that is free, that the rules exclude, and for neither or both of time and day", async () => {
    const { eventTypeId, startsAt } = await takenTime();
    const free = later(startsAt, 30);
    const refused = await join(eventTypeId, { startsAt: free });
    expect([refused.status, refused.body.code]).toEqual([409, "time_available"]);
    expect(refused.body.alternatives).toEqual([{ startsAt: free, endsAt: later(free, 30) }]);

    const night = later(startsAt, -300);
    const pointers = async (time: object, options?: CallOptions) =>
      (await join(eventTypeId, time, "ada", options)).body.errors.map(({ pointer, message }) => [pointer, message]);
    expect(await pointers({ startsAt: night })).toEqual([["/startsAt", expect.stringContaining("outside_hours")]]);
    expect(await pointers({ startsAt: night }, { key: world.clinic.publishableKey })).toEqual([
      ["/startsAt", expect.not.stringContaining("outside_hours")],
    ]);
    expect(await pointers({ startsAt: "2026-11-20T09:00:00Z" })).toEqual([
      ["/startsAt", expect.stringContaining("past")],
    ]);
    expect(await pointers({ date: "2027-01-03" })).toEqual([["/date", expect.anything()]]);
    expect(await pointers({ date: "2027-02-30" })).toEqual([["/date", expect.anything()]]);
    for (const time of [{}, { startsAt, date: "2027-01-04" }])
      expect(await pointers(time)).toEqual([["/startsAt", expect.anything()]]);
    expect(await pointers({ startsAt, timeZone: "Mars/Phobos" })).toEqual([["/timeZone", expect.anything()]]);
    expect(await pointers({ startsAt, durationMinutes: 31 })).toEqual([["/durationMinutes", expect.anything()]]);
  });

  test("is there once for the same time; the public is not told whether he was", async () => {
    const { eventTypeId, startsAt } = await takenTime();
    const [first] = await waiting(startsAt, eventTypeId, "hedy");
    const again = await join(eventTypeId, { startsAt }, "HEDY");
    expect([again.status, again.body.id]).toEqual([201, first]);
    const key = world.clinic.publishableKey;
    const told = [
      await join(eventTypeId, { startsAt }, "hedy", { key }),
      await join(eventTypeId, { startsAt }, "new", { key }),
    ];
    expect(told.map(({ status }) => status)).toEqual([202, 202]);
    expect(told[0]!.body).toEqual(told[1]!.body);
    expect(told[0]!.body).toEqual({
      eventTypeId,
      startsAt,
      date: null,
      timeZone: "Europe/Berlin",
      durationMinutes: 30,
      hostId: null,
    });
    expect(await mailsTo("hedy")).toHaveLength(1);
    const { body } = await world.call("GET", `${LIST}?eventTypeId=${eventTypeId}&status=waiting,offered`);
    expect(body.data.map((each) => (each as unknown as Entry).position)).toEqual([1, 2]);
  });

  test("64 at once are all there, once each, in one order", async () => {
    const { eventTypeId, startsAt } = await takenTime();
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, n) => join(eventTypeId, { startsAt }, `crowd${n % 32}`)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(32);
    const { body } = await world.call("GET", `${LIST}?eventTypeId=${eventTypeId}&limit=100`);
    const positions = body.data.map((each) => (each as unknown as Entry).position);
    expect(positions).toEqual(Array.from({ length: 32 }, (_, n) => n + 1));
  });
});

describe("a time that frees", () => {
  test("is held for the first, who gets a mail, and accepts by its link", async () => {
    const { eventTypeId, startsAt, bookingId } = await takenTime();
    const [first, second] = await waiting(startsAt, eventTypeId, "lise", "otto");
    expect(await look()).toBe(0);
    await cancel(bookingId);
    expect(await look()).toBe(1);
    expect(await entryOf(first!)).toMatchObject({
      status: "offered",
      position: null,
      offer: { startsAt, endsAt: later(startsAt, 30), expiresAt: later(now(), 30) },
    });
    expect(await entryOf(second!)).toMatchObject({ status: "waiting", position: 1 });
    const stranger = await world.call("POST", "/v1/bookings", { body: bookingRequest(eventTypeId, startsAt) });
    expect([stranger.status, stranger.body.reason]).toEqual([409, "held"]);

    const mail = (await mailsTo("lise")).at(-1)!;
    expect(mail).toContain(`${startsAt.slice(0, 10)} 09:00 (Europe/Berlin)`);
    const key = linkIn(mail);
    const headers = { "X-Request-Id": `accept-${first!}` };
    const { status, body } = await world.app.call("POST", `${LIST}/${first!}/accept`, { key, headers });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      status: "confirmed",
      startsAt,
      attendees: [{ name: "lise", email: "lise@example.com" }],
    });
    expect(await entryOf(first!)).toMatchObject({ status: "booked", bookingId: body.id });
    const told = await world.sql<{ type: string }>(
      "SELECT type FROM outbox_event WHERE request_id = $1 ORDER BY type",
      [headers["X-Request-Id"]],
    );
    expect(told.map(({ type }) => type)).toEqual(["booking.created", "hold.converted", "waiting_list_entry.booked"]);
    const again = await world.app.call("POST", `${LIST}/${first!}/accept`, { key });
    expect([again.status, again.body.id]).toEqual([201, body.id]);
    // What is over is left alone.
    expect((await world.app.call("POST", `${LIST}/${first!}/leave`, { key })).body.status).toBe("booked");
    expect((await world.call("GET", `/v1/bookings/${body.id}`)).body.status).toBe("confirmed");
  });

  test("is offered to the next when the offer expires, three times in order", async () => {
    const { eventTypeId, startsAt, bookingId } = await takenTime();
    const ids = await waiting(startsAt, eventTypeId, "a1", "a2", "a3", "a4");
    await cancel(bookingId);
    for (let n = 0; n < 4; n++) {
      expect(await look()).toBe(1);
      const expected = ids.map((_, index) => (index < n ? "expired" : index === n ? "offered" : "waiting"));
      expect(await statusesOf(ids)).toEqual(expected);
      if (n < 3) world.clock.advance(30 * MINUTE_MS);
    }
    const late = await world.call("POST", `${LIST}/${ids[0]!}/accept`);
    expect([late.status, late.body.code]).toEqual([409, "no_offer"]);
    expect(await mailsTo("a1")).toEqual([]);
    expect((await world.call("POST", `${LIST}/${ids[3]!}/accept`)).status).toBe(201);
    await look();
    expect(await world.sql("SELECT FROM waiting_list WHERE event_type_id = $1", [eventTypeId])).toEqual([]);
  });

  test("is held as long as the event type says, and longer than a hold can be extended", async () => {
    const { eventTypeId, startsAt, bookingId } = await takenTime();
    const change = (waitingListOfferMinutes: number) =>
      world.call("PATCH", `/v1/event-types/${eventTypeId}`, { body: { waitingListOfferMinutes } });
    for (const wrong of [4, 1441])
      expect((await change(wrong)).body.errors.map(({ pointer }) => pointer)).toEqual(["/waitingListOfferMinutes"]);
    expect((await change(120)).body).toMatchObject({ waitingListOfferMinutes: 120 });
    const [first, second] = await waiting(startsAt, eventTypeId, "long1", "long2");
    await cancel(bookingId);
    await look();
    const expiresAt = later(now(), 120);
    expect(await entryOf(first!)).toMatchObject({ status: "offered", offer: { expiresAt } });
    await change(5);
    world.clock.advance(119 * MINUTE_MS);
    await look();
    const [hold] = await world.sql<{ id: string }>("SELECT hold_id AS id FROM waiting_list_entry WHERE id = $1", [
      first,
    ]);
    const extended = await world.call("POST", `/v1/holds/${hold!.id}/extend`);
    expect(extended.body).toMatchObject({ status: "live", expiresAt, extendableUntil: expiresAt });
    expect(await statusesOf([first!, second!])).toEqual(["offered", "waiting"]);
    world.clock.advance(MINUTE_MS);
    await look();
    expect(await entryOf(second!)).toMatchObject({ status: "offered", offer: { expiresAt: later(now(), 5) } });
  });

  test("is offered to the next when somebody leaves, by his link", async () => {
    const { eventTypeId, startsAt, bookingId } = await takenTime();
    const ids = await waiting(startsAt, eventTypeId, "b1", "b2", "b3");
    const key = linkIn((await mailsTo("b1"))[0]!);
    const other = await world.app.call("POST", `${LIST}/${ids[1]!}/leave`, { key });
    expect(other.status).toBe(404);
    await cancel(bookingId);
    await look();
    const headers = { "Idempotency-Key": "leave-b1" };
    expect((await world.app.call("POST", `${LIST}/${ids[0]!}/leave`, { key, headers })).body.status).toBe("left");
    const replayed = await world.app.call("POST", `${LIST}/${ids[0]!}/leave`, { key, headers });
    expect([replayed.body.status, replayed.headers["idempotency-replayed"]]).toEqual(["left", "true"]);
    expect((await world.app.call("POST", `${LIST}/${ids[0]!}/leave`, { key })).body.status).toBe("left");
    await look();
    expect(await statusesOf(ids)).toEqual(["left", "offered", "waiting"]);
    for (const path of ["/v1/bookings", LIST, "/v1/me"])
      expect((await world.app.call("GET", path, { key })).status).toBe(403);
  });

  test("comes by whatever frees it: a hold that expires, a block that is deleted, hours that are widened", async () => {
    const { id: eventTypeId } = await world.clinic.addEventType();
    const startsAt = nextMorning();
    await world.call("POST", "/v1/holds", { body: { eventTypeId, startsAt } });
    const [held] = await waiting(startsAt, eventTypeId, "c1");
    expect(await look()).toBe(0);
    world.clock.advance(10 * MINUTE_MS);
    expect(await look()).toBe(1);
    expect((await entryOf(held!)).status).toBe("offered");

    const blocked = nextMorning();
    const block = { startsAt: blocked, endsAt: later(blocked, 60) };
    const { id: blockId } = (await world.call("POST", "/v1/blocks", { body: block })).body;
    const [entry] = await waiting(blocked, eventTypeId, "c2");
    await world.call("DELETE", `/v1/blocks/${blockId}`);
    expect(await look()).toBe(1);
    expect((await entryOf(entry!)).status).toBe("offered");

    const { id: shortId } = await world.clinic.addEventType({ durationsMinutes: [480], slotIntervalMinutes: 480 });
    const long = nextMorning();
    await world.book(eventTypeId, long);
    const { body } = await join(shortId, { date: long.slice(0, 10) }, "c3");
    expect(await look()).toBe(0);
    const { scheduleId } = world.clinic.owner;
    const hours = { overrides: [{ date: long.slice(0, 10), intervals: [{ start: "09:30", end: "17:30" }] }] };
    expect((await world.call("PATCH", `/v1/schedules/${scheduleId}`, { body: hours })).status).toBe(200);
    expect(await look()).toBe(1);
    expect(await entryOf(body.id)).toMatchObject({ status: "offered", offer: { startsAt: later(long, 30) } });
  });

  test("is a place of a group event, too, as soon as it frees", async () => {
    const { id: eventTypeId } = await world.clinic.addEventType({ seats: 2 });
    const startsAt = nextMorning();
    const bookings = [await world.book(eventTypeId, startsAt), await world.book(eventTypeId, startsAt)];
    const ids = await waiting(startsAt, eventTypeId, "p1", "p2", "p3");
    await cancel(bookings[0]!.id);
    expect(await look(4)).toBe(1);
    expect(await statusesOf(ids)).toEqual(["offered", "waiting", "waiting"]);
    const accepted = await world.call("POST", `${LIST}/${ids[0]!}/accept`);
    expect(accepted.status).toBe(201);
    expect(await entryOf(ids[0]!)).toMatchObject({ status: "booked", bookingId: accepted.body.id });
    // The session ends with its last bookings, and is opened again for who waits.
    await Promise.all([cancel(bookings[1]!.id), cancel(accepted.body.id)]);
    await look(4);
    expect(await statusesOf(ids)).toEqual(["booked", "offered", "offered"]);
    const late = await world.call("POST", "/v1/bookings", { body: bookingRequest(eventTypeId, startsAt) });
    expect(late.status).toBe(409);
    const left = await Promise.all(ids.slice(1).map((id) => world.call("POST", `${LIST}/${id}/accept`)));
    expect(left.map(({ status }) => status)).toEqual([201, 201]);
  });

  test("is offered once, whoever looks: two free at once, eight look, and the first two get them", async () => {
    const startsAt = nextMorning();
    const { admin, owner } = world.clinic;
    const hosts = [owner, admin].map(({ memberId }) => ({ memberId }));
    const { id: eventTypeId } = await world.clinic.addEventType({ assignment: "round_robin", hosts });
    const bookings = [await world.book(eventTypeId, startsAt), await world.book(eventTypeId, startsAt)];
    const ids = await waiting(startsAt, eventTypeId, "d1", "d2", "d3", "d4");
    await Promise.all(bookings.map(({ id }) => cancel(id)));
    const { sql } = world;
    for (let round = 0; round < 3; round++) {
      await sql("UPDATE waiting_list SET look_at = '2026-01-01'");
      await look(8);
    }
    expect(await statusesOf(ids)).toEqual(["offered", "offered", "waiting", "waiting"]);
    expect(await sql("SELECT FROM hold WHERE event_type_id = $1 AND outcome IS NULL", [eventTypeId])).toHaveLength(2);
  });

  test("64 who accept one offer get one booking", async () => {
    const { eventTypeId, startsAt, bookingId } = await takenTime();
    const [id] = await waiting(startsAt, eventTypeId, "e1");
    await cancel(bookingId);
    await look();
    const key = linkIn((await mailsTo("e1")).at(-1)!);
    const answers = await Promise.all(
      Array.from({ length: 64 }, () => world.app.call("POST", `${LIST}/${id!}/accept`, { key })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await world.sql("SELECT FROM booking WHERE event_type_id = $1", [eventTypeId])).toHaveLength(2);
  });

  test("of whom accepts and whom the next is offered one wins", async () => {
    for (let round = 0; round < 8; round++) {
      const { eventTypeId, startsAt, bookingId } = await takenTime();
      const ids = await waiting(startsAt, eventTypeId, `f${round}`, `g${round}`);
      await cancel(bookingId);
      await look();
      // While somebody accepts, the last moment of the offer passes.
      world.clock.advance(30 * MINUTE_MS - 2_000);
      const accepted = world.call("POST", `${LIST}/${ids[0]!}/accept`);
      await sleep(round * 3);
      const [{ status }] = await Promise.all([accepted, look(2)]);
      await look();
      const statuses = await statusesOf(ids);
      expect(statuses).toEqual(status === 201 ? ["booked", "waiting"] : ["expired", "offered"]);
    }
  });

  test("is no longer waited for when it is past", async () => {
    const { eventTypeId, startsAt } = await takenTime();
    const [id] = await waiting(startsAt, eventTypeId, "h1");
    world.clock.moveTo(later(startsAt, 1));
    await look();
    expect(await entryOf(id!)).toMatchObject({ status: "expired", offer: null, position: null });
  });
});
