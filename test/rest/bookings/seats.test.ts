import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { EventTypeInput } from "../../../src/domain/event-type/event-type-input.ts";
import { updateMember } from "../../../src/domain/identity/update-member.ts";
import { deleteExpiredHolds } from "../../../src/domain/hold/delete-expired-holds.ts";
import { bookingRequest } from "../../support/booking-request.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

const NINE = Date.parse("2026-12-01T08:00:00Z"); // 09:00 in Berlin, a Tuesday
const at = (minutes: number) => new Date(NINE + minutes * 60_000).toISOString();

/** `HOLDFAST_RACE_ROUNDS=500` asks for more; the run of all tests makes do with these. */
const ROUNDS = Number(process.env["HOLDFAST_RACE_ROUNDS"] ?? 30);

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

/** A group event with hosts whom nobody else books. */
async function seated(seats: number, hosts = 1, more: Partial<EventTypeInput> = {}) {
  const hostIds: string[] = [];
  for (let i = 0; i < hosts; i++) hostIds.push((await world.clinic.addPerson()).memberId);
  const assignment = hosts > 1 ? "round_robin" : "solo";
  const hostsOf = hostIds.map((memberId) => ({ memberId }));
  return { ...(await world.clinic.addEventType({ assignment, hosts: hostsOf, seats, ...more })), hostIds };
}

const guests = (count: number) => Array.from({ length: count }, (_, n) => ({ email: `guest${n}@example.com` }));
const create = (eventTypeId: string, startsAt: string, more: object = {}, key?: string) =>
  world.call("POST", "/v1/bookings", {
    body: bookingRequest(eventTypeId, startsAt, more),
    ...(key && { headers: { "Idempotency-Key": key } }),
  });
const act = (id: string, command: string, body: object = {}) =>
  world.call("POST", `/v1/bookings/${id}/${command}`, { body });

async function day(eventTypeId: string, more = "") {
  const range = `from=2026-12-01T00:00:00Z&to=2026-12-02T00:00:00Z&timeZone=Europe/Berlin`;
  const { status, body } = await world.call("GET", `/v1/availability?eventTypeId=${eventTypeId}&${range}${more}`);
  expect(status).toBe(200);
  return body.days[0]! as unknown as {
    slots: { startsAt: string; seatsLeft?: number; hostIds?: string[] }[];
    unavailable?: { startsAt: string; reason?: string }[];
  };
}

async function slotAt(eventTypeId: string, startsAt: string, more?: string) {
  return (await day(eventTypeId, more)).slots.find((slot) => slot.startsAt === startsAt);
}

/** Places that are taken are those that bookings and holds have; a session has its time as long as somebody has places of it. */
async function expectTrueBooks(): Promise<void> {
  const wrong = await world.sql(
    `SELECT s.id FROM group_session s
     LEFT JOIN (
       SELECT group_session_id, sum(places) AS places FROM booking
       WHERE status NOT IN ('cancelled', 'declined') GROUP BY 1) b ON b.group_session_id = s.id
     LEFT JOIN (
       SELECT group_session_id, sum(places) AS places, bool_or(expires_at > $1) AS live FROM hold
       WHERE keeps_places GROUP BY 1) h ON h.group_session_id = s.id
     WHERE s.taken <> coalesce(b.places, 0) + coalesce(h.places, 0)
       OR (coalesce(b.places, 0) > 0 OR coalesce(h.live, false))
         <> EXISTS (SELECT FROM claim WHERE session_id = s.id AND (expires_at <= $1) IS NOT TRUE)
       OR coalesce(b.places, 0) > 0 AND EXISTS (SELECT FROM claim WHERE session_id = s.id AND expires_at IS NOT NULL)`,
    [world.clock.now()],
  );
  expect(wrong).toEqual([]);
  const overlapping = await world.sql(
    `SELECT FROM claim a JOIN claim b ON a.id < b.id AND a.subject_id = b.subject_id AND a.during && b.during`,
  );
  expect(overlapping).toEqual([]);
}

describe("a group event", () => {
  test("is booked by one after the other until all places are taken, and says how many are left", async () => {
    const { id, hostIds } = await seated(3);
    expect((await slotAt(id, at(0)))!.seatsLeft).toBe(3);
    const first = await world.book(id, at(0));
    expect(first).toMatchObject({ hostIds, status: "confirmed" });
    expect(first.groupSessionId).toMatch(/^gse_/);
    expect((await slotAt(id, at(0)))!.seatsLeft).toBe(2);
    const second = await world.book(id, at(0), { guests: guests(1) });
    expect(second).toMatchObject({ hostIds, groupSessionId: first.groupSessionId });
    expect(await slotAt(id, at(0))).toBeUndefined();
    const { body } = await create(id, at(0));
    expect(body).toMatchObject({ status: 409, code: "slot_unavailable", reason: "seats" });
    expect(body.alternatives.map(({ startsAt }) => startsAt)).toContain(at(30));
    const { unavailable } = await day(id, "&explain=true");
    expect(unavailable!.find(({ startsAt }) => startsAt === at(0))).toMatchObject({ reason: "seats" });
    expect((await world.call("GET", `/v1/bookings/${second.id}`)).body).toEqual(second);
    await expectTrueBooks();
  });

  test("gives places back when a booking is cancelled or declined, and the host's time with the last ones", async () => {
    const { id, hostIds } = await seated(2, 1, { requiresConfirmation: true });
    const other = await world.clinic.addEventType({ hosts: [{ memberId: hostIds[0]! }] });
    const [one, two] = [await world.book(id, at(0)), await world.book(id, at(0))];
    expect((await create(id, at(0))).body.reason).toBe("seats");
    await act(one.id, "decline");
    expect((await slotAt(id, at(0)))!.seatsLeft).toBe(1);
    expect((await create(other.id, at(0))).body.reason).toBe("booked");
    await act(two.id, "cancel");
    await act(two.id, "cancel");
    expect((await slotAt(id, at(0)))!.seatsLeft).toBe(2);
    expect((await create(other.id, at(0))).status).toBe(201);
    expect(await slotAt(id, at(0))).toBeUndefined();
    await expectTrueBooks();
  });

  test("a block of its host names all bookings of a session, and closes over it when that ends", async () => {
    const { id, hostIds } = await seated(3);
    const booked = [await world.book(id, at(0)), await world.book(id, at(0))];
    const body = { memberId: hostIds[0], startsAt: at(-30), endsAt: at(60), reason: "vacation" };
    const block = await world.call("POST", "/v1/blocks", { body });
    const ids = booked.map((booking) => booking.id);
    expect([block.status, block.body.conflicts]).toEqual([201, ids]);
    expect((await slotAt(id, at(0)))!.seatsLeft).toBe(1);
    for (const each of ids) await act(each, "cancel");
    expect((await create(id, at(0))).body.reason).toBe("blocked");
    await expectTrueBooks();
  });

  test("a time next to a session is refused for the buffer, and one within it because it is booked", async () => {
    const { id, hostIds } = await seated(3, 1, { bufferAfterMinutes: 30 });
    const other = await world.clinic.addEventType({ hosts: [{ memberId: hostIds[0]! }] });
    await world.book(id, at(0));
    expect((await create(other.id, at(30))).body.reason).toBe("buffer");
    expect((await create(other.id, at(0))).body.reason).toBe("booked");
  });

  test("opens a second session with another host only when the first is full", async () => {
    const { id, hostIds } = await seated(2, 2);
    const booked = [];
    for (let i = 0; i < 4; i++) booked.push(await world.book(id, at(0)));
    const sessions = [...new Set(booked.map(({ groupSessionId }) => groupSessionId))];
    expect(sessions).toHaveLength(2);
    expect(booked.map(({ hostIds: [host] }) => host)).toEqual([hostIds[0], hostIds[0], hostIds[1], hostIds[1]]);
    expect((await create(id, at(0))).body.reason).toBe("seats");
    await act(booked[0]!.id, "cancel");
    expect(await slotAt(id, at(0), "&expand=hosts")).toMatchObject({ seatsLeft: 1, hostIds: [hostIds[0]] });
    expect((await create(id, at(0), { hostId: hostIds[1] })).body.reason).toBe("seats");
    expect((await create(id, at(0), { hostId: hostIds[0] })).body.hostIds).toEqual([hostIds[0]]);
  });

  test("keeps the places that a session was opened with, and takes resources once for all", async () => {
    const room = (await world.call("POST", "/v1/resources", { body: { name: "Hall", kind: "hall", timeZone: "UTC" } }))
      .body.id;
    const { id } = await seated(2, 1, { resources: [{ kind: "hall" }] });
    const first = await world.book(id, at(0));
    expect(first.resourceIds).toEqual([room]);
    await world.call("PATCH", `/v1/event-types/${id}`, { body: { seats: 5 } });
    expect((await slotAt(id, at(0)))!.seatsLeft).toBe(1);
    expect((await slotAt(id, at(30)))!.seatsLeft).toBe(5);
    expect((await world.book(id, at(0))).resourceIds).toEqual([room]);
    expect((await create(id, at(0))).body.reason).toBe("seats");
  });

  test("counts each booking against the limits of the event type and of the booker, who are refused beside free places", async () => {
    const { id } = await seated(5, 1, { limits: [{ scope: "event_type", per: "day", bookings: 2 }] });
    const first = await world.book(id, at(0), { guests: guests(2) });
    await world.book(id, at(0));
    expect((await create(id, at(0))).body.reason).toBe("limit");
    expect((await create(id, at(60))).body.reason).toBe("limit");
    const { slots, unavailable } = await day(id, "&explain=true");
    expect(slots).toEqual([]);
    expect(unavailable!.find(({ startsAt }) => startsAt === at(0))!.reason).toBe("limit");
    expect((await create(id, at(0), { override: ["limit"] })).status).toBe(201);
    await act(first.id, "cancel");
    expect((await create(id, at(0))).body.reason).toBe("limit");

    const one = await seated(5, 1, { limits: [{ scope: "attendee", per: "day", bookings: 1 }] });
    await world.book(one.id, at(0));
    expect((await create(one.id, at(0))).body.reason).toBe("limit");
    const attendee = { name: "Alan", email: "alan@example.com" };
    expect((await create(one.id, at(0), { attendee })).status).toBe(201);
  });

  test("counts a session once against the limits of its hosts, however many share it", async () => {
    const { id, hostIds } = await seated(3, 1, { limits: [{ scope: "host", per: "day", bookings: 2, minutes: 60 }] });
    await updateMember(world.clinic.asOwner, { memberId: hostIds[0]!, limits: [{ per: "week", minutes: 60 }] });
    for (let i = 0; i < 3; i++) await world.book(id, at(0));
    const last = await world.book(id, at(60));
    expect((await create(id, at(120))).body.reason).toBe("limit");
    expect((await create(id, at(0))).body.reason).toBe("seats");
    expect((await day(id)).slots).toEqual([expect.objectContaining({ startsAt: at(60), seatsLeft: 2 })]);
    expect((await create(id, at(60))).status).toBe(201);
    expect((await act(last.id, "reschedule", { startsAt: at(120) })).body.reason).toBe("limit");
  });

  test("refuses a party that is larger than any session", async () => {
    const { id } = await seated(2);
    const { status, body } = await create(id, at(0), { guests: guests(2) });
    expect([status, body.errors[0]!.pointer]).toEqual([422, "/guests"]);
    await world.book(id, at(0));
    expect((await create(id, at(0), { guests: guests(1) })).body.reason).toBe("seats");
  });

  test("answers the same booking for the same key, with the session that it joined", async () => {
    const { id } = await seated(3);
    await world.book(id, at(0));
    const joined = await create(id, at(0), {}, "join-once");
    const replayed = await create(id, at(0), {}, "join-once");
    expect(replayed.body).toEqual(joined.body);
    expect((await slotAt(id, at(0)))!.seatsLeft).toBe(1);
    const events = await world.sql<{ payload: { booking: { groupSessionId: string; hostIds: string[] } } }>(
      "SELECT payload FROM outbox_event WHERE subject_id = $1",
      [joined.body.id],
    );
    expect(events.map(({ payload }) => payload.booking)).toMatchObject([
      { groupSessionId: joined.body.groupSessionId, hostIds: joined.body.hostIds },
    ]);
  });

  test("tells the public nothing of who else takes part", async () => {
    const { id } = await seated(3);
    const mine = await world.book(id, at(0), { guests: guests(1) });
    const key = world.clinic.publishableKey;
    const { body, text } = await world.call("POST", "/v1/bookings", { body: bookingRequest(id, at(0)), key });
    expect(body.attendees).toHaveLength(1);
    expect(text).not.toContain(mine.id);
    const range = `from=2026-12-01T00:00:00Z&to=2026-12-02T00:00:00Z&timeZone=UTC`;
    const told = await world.call("GET", `/v1/availability?eventTypeId=${id}&${range}&explain=true`, { key });
    expect(told.text).not.toMatch(/reason|guest|bkg_|gse_/);
  });

  test("lets one booking move from one session to another, and back into one that it opens", async () => {
    const { id } = await seated(2);
    const [one, two, three] = [await world.book(id, at(0)), await world.book(id, at(0)), await world.book(id, at(60))];
    const moved = await act(one.id, "reschedule", { startsAt: at(60) });
    expect(moved.body).toMatchObject({ startsAt: at(60), groupSessionId: three.groupSessionId });
    expect((await world.call("GET", `/v1/bookings/${one.id}`)).body).toEqual(moved.body);
    expect((await slotAt(id, at(0)))!.seatsLeft).toBe(1);
    expect((await act(two.id, "reschedule", { startsAt: at(60) })).body.reason).toBe("seats");
    const away = await act(two.id, "reschedule", { startsAt: at(120) });
    expect(away.status).toBe(200);
    expect((await slotAt(id, at(0)))!.seatsLeft).toBe(2);
    expect((await slotAt(id, at(120), `&bookingId=${one.id}`))!.seatsLeft).toBe(1);
    await expectTrueBooks();
  });
});

test("a move is offered what has places for all who take part", async () => {
  const { id } = await seated(3);
  const party = await world.book(id, at(0), { guests: guests(1) });
  await world.book(id, at(60), { guests: guests(1) });
  expect((await slotAt(id, at(60)))!.seatsLeft).toBe(1);
  expect(await slotAt(id, at(60), `&bookingId=${party.id}`)).toBeUndefined();
  const { unavailable } = await day(id, `&bookingId=${party.id}&explain=true`);
  expect(unavailable!.find(({ startsAt }) => startsAt === at(60))!.reason).toBe("seats");
  expect((await act(party.id, "reschedule", { startsAt: at(60) })).body.reason).toBe("seats");
});

describe("places that are held", () => {
  const hold = (eventTypeId: string, startsAt: string, more: object = {}) =>
    world.call("POST", "/v1/holds", { body: { eventTypeId, startsAt, ...more } });
  const release = (id: string) => world.call("DELETE", `/v1/holds/${id}`);

  test("are a session's, and become the booking's, who may want more or fewer", async () => {
    const { id, hostIds } = await seated(4);
    const { status, body: held } = await hold(id, at(0), { places: 2 });
    expect([status, held]).toMatchObject([201, { status: "live", hostIds, places: 2, resourceIds: [] }]);
    expect((await world.call("GET", `/v1/holds/${held.id}`)).body).toEqual(held);
    expect((await slotAt(id, at(0)))!.seatsLeft).toBe(2);
    expect((await slotAt(id, at(0), `&holdId=${held.id}`))!.seatsLeft).toBe(4);
    const other = await world.book(id, at(0));
    expect(other.groupSessionId).toBe(held.groupSessionId);
    expect((await create(id, at(0), { guests: guests(1) })).body.reason).toBe("seats");
    const booked = await create(id, at(0), { guests: guests(2), holdId: held.id });
    expect([booked.status, booked.body.groupSessionId]).toEqual([201, held.groupSessionId]);
    expect((await world.call("GET", `/v1/holds/${held.id}`)).body).toMatchObject({
      status: "converted",
      bookingId: booked.body.id,
    });
    expect((await create(id, at(0), { holdId: held.id })).body.code).toBe("hold_over");
    expect(await slotAt(id, at(0))).toBeUndefined();
    await expectTrueBooks();

    const two = (await hold(id, at(60), { places: 3 })).body;
    expect((await create(id, at(60), { holdId: two.id })).status).toBe(201);
    expect((await slotAt(id, at(60)))!.seatsLeft).toBe(3);
    await expectTrueBooks();
  });

  test("are free again when the hold is released or expires, and with the last ones the host's time", async () => {
    const { id, hostIds } = await seated(3);
    const single = await world.clinic.addEventType({ hosts: [{ memberId: hostIds[0]! }] });
    const first = (await hold(id, at(0), { places: 2 })).body;
    expect((await create(single.id, at(0))).body.reason).toBe("held");
    await release(first.id);
    expect((await slotAt(id, at(0)))!.seatsLeft).toBe(3);
    await expectTrueBooks();

    const one = await world.book(id, at(0));
    const held = (await hold(id, at(0), { places: 2, ttlSeconds: 60 })).body;
    expect((await create(id, at(0))).body.reason).toBe("seats");
    const longer = (await hold(id, at(60), { ttlSeconds: 60 })).body;
    await world.call("POST", `/v1/holds/${longer.id}/extend`, { body: { ttlSeconds: 1800 } });
    await act(one.id, "cancel");
    expect((await create(single.id, at(0))).body.reason).toBe("held");
    await expectTrueBooks();
    const now = world.clock.now().toISOString();
    world.clock.advance(61_000);
    try {
      expect((await slotAt(id, at(0)))!.seatsLeft).toBe(3);
      expect((await slotAt(id, at(60)))!.seatsLeft).toBe(2);
      expect((await create(single.id, at(0))).status).toBe(201);
      expect((await create(id, at(0), { holdId: held.id })).body.reason).toBe("booked");
      expect((await create(id, at(60), { guests: guests(1) })).status).toBe(201);
      await deleteExpiredHolds({ db: world.app.db, clock: world.clock });
      await expectTrueBooks();
    } finally {
      world.clock.moveTo(now);
    }
  });

  test("that have expired are taken by whoever comes, one by one, in the same session", async () => {
    const { id } = await seated(3);
    const first = await world.book(id, at(0));
    await hold(id, at(0), { places: 2, ttlSeconds: 60 });
    const now = world.clock.now().toISOString();
    world.clock.advance(60_000);
    try {
      const answers = await Promise.all(Array.from({ length: 8 }, () => create(id, at(0))));
      const booked = answers.filter(({ status }) => status === 201);
      expect(booked.map(({ body }) => body.groupSessionId)).toEqual([first.groupSessionId, first.groupSessionId]);
      await expectTrueBooks();
    } finally {
      world.clock.moveTo(now);
    }
  });

  test("are held for a booking that is to be moved there, with all who take part", async () => {
    const { id } = await seated(3);
    const booking = await world.book(id, at(0), { guests: guests(1) });
    const { body: held } = await hold(id, at(60), { bookingId: booking.id });
    expect(held).toMatchObject({ places: 2, bookingId: booking.id });
    const moved = await act(booking.id, "reschedule", { startsAt: at(60), holdId: held.id });
    expect(moved.body).toMatchObject({ startsAt: at(60), groupSessionId: held.groupSessionId });
    expect((await slotAt(id, at(0)))!.seatsLeft).toBe(3);
    expect((await slotAt(id, at(60)))!.seatsLeft).toBe(1);
    await expectTrueBooks();
  });

  test("are as many as a session has, of group events alone", async () => {
    const [{ id }, single] = [await seated(3), await world.clinic.addEventType()];
    const wrong = [await hold(id, at(0), { places: 4 }), await hold(single.id, at(0), { places: 1 })];
    for (const { status, body } of wrong) expect([status, body.errors[0]!.pointer]).toEqual([422, "/places"]);
  });

  test("count once against limits of the host, with the bookings of their session", async () => {
    const { id } = await seated(9, 1, { limits: [{ scope: "host", per: "day", bookings: 1 }] });
    await hold(id, at(0));
    await hold(id, at(0));
    await world.book(id, at(0));
    expect((await hold(id, at(60))).body.reason).toBe("limit");
    expect((await day(id)).slots).toEqual([expect.objectContaining({ startsAt: at(0), seatsLeft: 6 })]);
  });

  test("by 60 callers of 20 places, half of them by way of a hold: exactly 20", async () => {
    const { id } = await seated(20);
    const byHold = async () => {
      const { body } = await hold(id, at(0));
      return body.id ? create(id, at(0), { holdId: body.id }) : { status: 409 };
    };
    const tries = Array.from({ length: 60 }, (_, n) => (n % 2 ? byHold() : create(id, at(0))));
    const answers = await Promise.all(tries);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
    await expectTrueBooks();
  });

  test("are converted, released and extended while others come and go: no place is lost, none waits for good", async () => {
    const { id } = await seated(4);
    for (let round = 0; round < ROUNDS / 3; round++) {
      const [held, other] = [(await hold(id, at(0), { places: 2 })).body, (await hold(id, at(60))).body];
      const booking = await world.book(id, at(0));
      const moving = (await hold(id, at(60), { bookingId: booking.id })).body;
      const answers = await Promise.all([
        create(id, at(0), { holdId: held.id }),
        create(id, at(0), { holdId: held.id }),
        world.call("POST", `/v1/holds/${other.id}/extend`, { body: {} }),
        create(id, at(60), { holdId: other.id, guests: guests(1) }),
        release(other.id),
        act(booking.id, "reschedule", { startsAt: at(60), holdId: moving.id }),
        act(booking.id, "cancel"),
        release(held.id),
      ]);
      for (const { status } of answers) expect([200, 201, 204, 409]).toContain(status);
      await expectTrueBooks();
      const all = [booking.id, ...answers.filter(({ status }) => status === 201).map(({ body }) => body.id)];
      await Promise.all([...all.map((each) => act(each, "cancel")), release(held.id), release(moving.id)]);
      await expectTrueBooks();
    }
  });
});

describe("a group session", () => {
  test("is listed by its start, page by page, for those who hold it; over GraphQL with all that hangs on it", async () => {
    const { id, hostIds } = await seated(3);
    const booked = [];
    for (const minutes of [0, 60, 120]) booked.push(await world.book(id, at(minutes)));
    await act(booked[1]!.id, "cancel");
    const list = async (more = "", key?: string) => {
      const of = `/v1/group-sessions?eventTypeId=${id}${more}`;
      const { body } = await world.call("GET", of, key === undefined ? {} : { key });
      const data = body.data as unknown as { id: string; status: string }[];
      return { ids: data.map(({ id }) => id), data, cursor: body.page.nextCursor };
    };
    const ids = booked.map(({ groupSessionId }) => groupSessionId!);
    const first = await list("&limit=2");
    expect(first.ids).toEqual(ids.slice(0, 2));
    expect(first.data.map(({ status }) => status)).toEqual(["open", "over"]);
    expect((await list(`&limit=2&cursor=${first.cursor!}`)).ids).toEqual(ids.slice(2));
    expect((await list("&status=open")).ids).toEqual([ids[0], ids[2]]);
    expect((await list(`&from=${at(60)}&to=${at(120)}&hostId=${hostIds[0]!}`)).ids).toEqual([ids[1]]);
    expect((await list(`&hostId=${world.clinic.member.memberId}`)).ids).toEqual([]);
    expect((await list("", world.clinic.member.key)).ids).toEqual([]);

    await world.call("POST", "/v1/holds", { body: { eventTypeId: id, startsAt: at(0), places: 2 } });
    const query = `{ eventType(id: "${id}") { groupSessions(first: 1) { nodes {
      id status places placesTaken placesLeft hosts { id } bookings { nodes { groupSession { id } } } } }
      holds { nodes { places hosts { id } groupSession { id } } } } }`;
    const { text } = await world.app.call("POST", "/graphql", { key: world.clinic.owner.key, body: { query } });
    const taken = { status: "open", places: 3, placesTaken: 3, placesLeft: 0, hosts: [{ id: hostIds[0] }] };
    const groupSession = { id: ids[0] };
    expect((JSON.parse(text) as { data: unknown }).data).toEqual({
      eventType: {
        groupSessions: { nodes: [{ id: ids[0], ...taken, bookings: { nodes: [{ groupSession }] } }] },
        holds: { nodes: [{ places: 2, hosts: [{ id: hostIds[0] }], groupSession }] },
      },
    });
  });

  const read = (id: string, key?: string) =>
    world.call("GET", `/v1/group-sessions/${id}`, key === undefined ? {} : { key });

  test("tells its places, who holds it, and who shares it; nobody when it is over", async () => {
    const { id, hostIds } = await seated(5);
    const [one, two] = [await world.book(id, at(0), { guests: guests(1) }), await world.book(id, at(0))];
    const held = await world.call("POST", "/v1/holds", { body: { eventTypeId: id, startsAt: at(0) } });
    const session = one.groupSessionId!;
    const { status, body } = await read(session);
    expect([status, body]).toEqual([
      200,
      {
        id: session,
        status: "open",
        eventTypeId: id,
        startsAt: at(0),
        endsAt: at(30),
        hostIds,
        resourceIds: [],
        places: 5,
        placesTaken: 4,
        placesLeft: 1,
        bookingIds: [one.id, two.id],
        createdAt: expect.any(String),
      },
    ]);
    await act(two.id, "cancel");
    const listed = await world.call("GET", `/v1/bookings?groupSessionId=${session}&status=confirmed`);
    expect(listed.body.data.map((booking) => booking.id)).toEqual([one.id]);
    expect((await read(session)).body).toMatchObject({ placesTaken: 3, bookingIds: [one.id] });
    await act(one.id, "cancel");
    await world.call("DELETE", `/v1/holds/${held.body.id}`);
    expect((await read(session)).body).toMatchObject({ placesTaken: 0, placesLeft: 0, bookingIds: [] });
    expect((await read(session, world.clinic.publishableKey)).status).toBe(403);
  });
});

describe("a group session as a whole", () => {
  const session = (id: string, command: string, body: object = {}, more: { key?: string; headers?: object } = {}) =>
    world.call("POST", `/v1/group-sessions/${id}/${command}`, { body, ...more } as Parameters<typeof world.call>[2]);
  const bookingOf = async (id: string) => (await world.call("GET", `/v1/bookings/${id}`)).body;
  const toldOf = async (sessionId: string) =>
    (
      await world.sql<{ type: string }>(
        `SELECT type FROM outbox_event WHERE type <> 'booking.created' AND (subject_id = $1
           OR subject_id IN (SELECT id FROM booking WHERE group_session_id = $1)
           OR subject_id IN (SELECT id FROM hold WHERE group_session_id = $1)) ORDER BY type`,
        [sessionId],
      )
    ).map(({ type }) => type);

  test("is moved with all who take part, its holds released; its old time is free", async () => {
    const { id, hostIds } = await seated(5, 1, { slotIntervalMinutes: 15 });
    const [one, two] = [await world.book(id, at(0), { guests: guests(1) }), await world.book(id, at(0))];
    const gone = await world.book(id, at(0));
    await act(gone.id, "cancel");
    const held = await world.call("POST", "/v1/holds", { body: { eventTypeId: id, startsAt: at(0) } });
    const key = { "Idempotency-Key": `move-${id}` };
    const body = { startsAt: at(15), reason: "Flooded" };
    const moved = await session(one.groupSessionId!, "reschedule", body, { headers: key });
    expect([moved.status, moved.body]).toEqual([
      200,
      expect.objectContaining({ id: one.groupSessionId, status: "open", startsAt: at(15), endsAt: at(45), hostIds }),
    ]);
    expect(moved.body).toMatchObject({ placesTaken: 3, placesLeft: 2, bookingIds: [one.id, two.id] });
    expect((await world.call("GET", `/v1/group-sessions/${one.groupSessionId!}`)).body).toEqual(moved.body);
    for (const { id } of [one, two])
      expect(await bookingOf(id)).toMatchObject({ startsAt: at(15), endsAt: at(45), hostIds, version: 2, sequence: 1 });
    expect(await bookingOf(gone.id)).toMatchObject({ startsAt: at(0), status: "cancelled" });
    expect((await world.call("GET", `/v1/holds/${held.body.id}`)).body).toMatchObject({ status: "released" });
    await expectTrueBooks();
    const again = await session(one.groupSessionId!, "reschedule", body, { headers: key });
    expect([again.headers["idempotency-replayed"], again.body]).toEqual(["true", moved.body]);
    expect(await toldOf(one.groupSessionId!)).toEqual([
      "booking.cancelled",
      "booking.rescheduled",
      "booking.rescheduled",
      "group_session.rescheduled",
      "hold.created",
      "hold.released",
    ]);
    expect((await create(id, at(15))).body).toMatchObject({ groupSessionId: one.groupSessionId });
    expect((await session(one.groupSessionId!, "reschedule", { startsAt: at(15) })).body).toMatchObject({
      placesTaken: 4,
    });
    expect((await bookingOf(one.id)).version).toBe(2);
  });

  test("is not moved to where its host, its room or a rule is in the way, and says what is free", async () => {
    const { memberId } = await world.clinic.addPerson();
    const other = await world.clinic.addPerson();
    const { id } = await world.clinic.addEventType({
      assignment: "round_robin",
      hosts: [{ memberId }, { memberId: other.memberId }],
      seats: 3,
      limits: [{ scope: "event_type", per: "day", bookings: 2 }],
    });
    const single = await world.clinic.addEventType({ hosts: [{ memberId }] });
    const first = await world.book(id, at(0), { hostId: memberId });
    await world.book(id, at(0), { hostId: memberId });
    await world.book(single.id, at(60));
    const sessionId = first.groupSessionId!;
    const taken = await session(sessionId, "reschedule", { startsAt: at(60) });
    expect(taken.body).toMatchObject({ status: 409, code: "slot_unavailable", reason: "booked" });
    expect(taken.body.alternatives.length).toBeGreaterThan(0);
    expect((await session(sessionId, "reschedule", { startsAt: at(-120) })).body.reason).toBe("outside_hours");
    expect((await session(sessionId, "reschedule", { startsAt: "x" })).status).toBe(422);
    await expectTrueBooks();

    const given = await session(sessionId, "reschedule", { startsAt: at(60), hostId: other.memberId });
    expect([given.status, given.body.hostIds]).toEqual([200, [other.memberId]]);
    expect((await bookingOf(first.id)).hostIds).toEqual([other.memberId]);
    // As many of the day as its limit allows, which stay as many; the day after has one already.
    const nextDay = 24 * 60;
    await world.book(id, at(nextDay), { hostId: memberId });
    const full = await session(sessionId, "reschedule", { startsAt: at(nextDay + 60) });
    expect(full.body).toMatchObject({ status: 409, reason: "limit" });
    const override = await session(sessionId, "reschedule", { startsAt: at(nextDay + 60), override: ["limit"] });
    expect(override.status).toBe(200);
    await expectTrueBooks();
  });

  test("is cancelled with all who take part, once; its time is free, and what has taken place stays", async () => {
    const { id } = await seated(4);
    const [one, two] = [await world.book(id, at(0)), await world.book(id, at(0))];
    const held = await world.call("POST", "/v1/holds", { body: { eventTypeId: id, startsAt: at(0) } });
    const sessionId = one.groupSessionId!;
    const { status, body } = await session(sessionId, "cancel", { reason: "Ill" });
    expect([status, body]).toMatchObject([200, { status: "over", placesTaken: 0, placesLeft: 0, bookingIds: [] }]);
    for (const each of [one, two])
      expect(await bookingOf(each.id)).toMatchObject({
        status: "cancelled",
        cancellation: { reason: "Ill", by: "staff" },
      });
    expect((await world.call("GET", `/v1/holds/${held.body.id}`)).body).toMatchObject({ status: "released" });
    expect((await session(sessionId, "cancel")).body).toEqual(body);
    expect(await toldOf(sessionId)).toEqual([
      "booking.cancelled",
      "booking.cancelled",
      "group_session.cancelled",
      "hold.created",
      "hold.released",
    ]);
    expect((await session(sessionId, "reschedule", { startsAt: at(60) })).body.code).toBe("booking_not_reschedulable");
    const next = await world.book(id, at(0));
    expect(next.groupSessionId).not.toBe(sessionId);
    await world.sql("UPDATE booking SET status = 'completed' WHERE id = $1", [next.id]);
    expect((await session(next.groupSessionId!, "cancel")).body.code).toBe("booking_not_cancellable");
    expect((await session(next.groupSessionId!, "reschedule", { startsAt: at(60) })).status).toBe(409);
    for (const key of [world.clinic.member.key, world.clinic.publishableKey])
      expect([403, 404]).toContain((await session(next.groupSessionId!, "cancel", {}, { key })).status);
    await expectTrueBooks();
  });

  test("is moved or cancelled while 20 join, leave and hold: everybody is where his session is", async () => {
    const { id } = await seated(40);
    for (let round = 0; round < Math.ceil(ROUNDS / 6); round++) {
      const command = round % 2 === 0 ? "reschedule" : "cancel";
      const first = await world.book(id, at(0));
      const leaving = await world.book(id, at(0));
      const answers = await Promise.all([
        ...Array.from({ length: 10 }, () => create(id, at(0))),
        session(first.groupSessionId!, command, command === "cancel" ? {} : { startsAt: at(60) }),
        act(leaving.id, "cancel"),
        act(leaving.id, "reschedule", { startsAt: at(120) }),
        ...Array.from({ length: 10 }, () => create(id, at(0))),
        world.call("POST", "/v1/holds", { body: { eventTypeId: id, startsAt: at(0), ttlSeconds: 60 } }),
      ]);
      for (const { status } of answers) expect([200, 201, 409]).toContain(status);
      expect(answers[10]!.status).toBe(200);
      await expectTrueBooks();
      const apart = await world.sql(
        `SELECT b.id FROM booking b JOIN group_session s ON s.id = b.group_session_id
         WHERE b.status = 'confirmed' AND (b.starts_at <> s.starts_at OR b.ends_at <> s.ends_at OR b.places IS DISTINCT FROM 1
           OR NOT EXISTS (SELECT FROM booking_host h WHERE h.booking_id = b.id AND h.starts_at = s.starts_at))
           AND b.event_type_id = $1`,
        [id],
      );
      expect(apart).toEqual([]);
      const open = await world.call("GET", `/v1/group-sessions?eventTypeId=${id}&status=open`);
      for (const { id } of open.body.data) expect((await session(id, "cancel")).status).toBe(200);
      await expectTrueBooks();
    }
  });
});

describe("one attendee of several", () => {
  const leave = (booking: { id: string }, attendee: { id: string } | undefined, more: object = {}) =>
    world.call("POST", `/v1/bookings/${booking.id}/attendees/${attendee!.id}/cancel`, more);

  test("gives his place back, is found no more, and is told", async () => {
    const { id } = await seated(3);
    const booking = await world.book(id, at(0), {
      guests: [{ email: "anna@elsewhere.example" }, { email: "b@x.example" }],
    });
    const [booker, anna, other] = booking.attendees;
    expect(await slotAt(id, at(0))).toBeUndefined();
    const { status, body } = await leave(booking, anna, { headers: { "If-Match": '"1"' }, body: { reason: "Ill" } });
    expect([status, body]).toEqual([
      200,
      { ...booking, attendees: [booker, other], version: 2, updatedAt: expect.any(String) },
    ]);
    expect((await slotAt(id, at(0)))!.seatsLeft).toBe(1);
    expect((await world.call("GET", `/v1/bookings/${booking.id}`)).body).toEqual(body);
    const found = await world.sql("SELECT id FROM booking WHERE search_text LIKE '%anna@elsewhere%'");
    expect(found).toEqual([]);
    const told = await world.sql(
      "SELECT type, payload->'attendee'->>'id' AS attendee FROM outbox_event WHERE subject_id = $1 ORDER BY id",
      [booking.id],
    );
    expect(told[1]).toEqual({ type: "booking.attendee_cancelled", attendee: anna!.id });
    expect((await leave(booking, anna)).status).toBe(404);
    expect((await leave(booking, other, { headers: { "If-Match": '"1"' } })).status).toBe(412);
    await world.book(id, at(0));
    await expectTrueBooks();
  });

  test("is not the booker while guests stay; the last one cancels the booking", async () => {
    const { id } = await seated(3);
    const booking = await world.book(id, at(0), { guests: guests(1) });
    const [booker, guest] = booking.attendees;
    expect(await leave(booking, booker)).toMatchObject({ status: 409, body: { code: "booking_not_cancellable" } });
    await leave(booking, guest);
    const { body } = await leave(booking, booker, { body: { reason: "Ill" } });
    expect(body).toMatchObject({ status: "cancelled", cancellation: { by: "staff", reason: "Ill" } });
    expect((await leave(booking, booker)).body).toEqual(body);
    expect((await slotAt(id, at(0)))!.seatsLeft).toBe(3);
    await expectTrueBooks();
  });

  test("is cancelled by the link of the booking, in time, and by nobody who only knows another", async () => {
    const { id } = await seated(5, 1, { cancellationCutoffMinutes: 60 });
    const [mine, other] = [
      await world.book(id, at(0), { guests: guests(2) }),
      await world.book(id, at(0), { guests: guests(1) }),
    ];
    const key = (await act(mine.id, "guest-links")).body.token;
    expect((await leave(other, other.attendees[1], { key })).status).toBe(404);
    expect((await leave(mine, other.attendees[1], { key })).status).toBe(404);
    expect((await leave(mine, mine.attendees[1], { key })).body.attendees).toEqual([mine.attendees[0]]);
    await world.sql("UPDATE booking SET cancellation_cutoff_minutes = 100000 WHERE id = $1", [mine.id]);
    expect((await leave(mine, mine.attendees[2], { key })).body.code).toBe("booking_not_cancellable");
    await expectTrueBooks();
  });
});

describe("in parallel", () => {
  test("200 bookings of one time with 20 places: exactly 20, in one session", async () => {
    const { id } = await seated(20);
    const answers = await Promise.all(Array.from({ length: 200 }, () => create(id, at(0))));
    const booked = answers.filter(({ status }) => status === 201);
    expect(booked).toHaveLength(20);
    expect(new Set(booked.map(({ body }) => body.groupSessionId)).size).toBe(1);
    for (const { body } of answers.filter(({ status }) => status !== 201))
      expect(body).toMatchObject({ code: "slot_unavailable", reason: "seats" });
    await expectTrueBooks();
  });

  test("50 bookings with a limit of 3 and places for all: exactly 3", async () => {
    const { id } = await seated(100, 1, { limits: [{ scope: "event_type", per: "day", bookings: 3 }] });
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => create(id, at((n % 2) * 60))));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    for (const { body } of answers.filter(({ status }) => status !== 201)) expect(body.reason).toBe("limit");
    await expectTrueBooks();
  });

  test("with two hosts a second session is opened only when the first is full", async () => {
    const { id } = await seated(4, 2);
    const answers = await Promise.all(Array.from({ length: 5 }, () => create(id, at(0))));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    const sizes = await world.sql<{ taken: number }>(
      "SELECT taken FROM group_session WHERE event_type_id = $1 ORDER BY taken",
      [id],
    );
    expect(sizes).toEqual([{ taken: 1 }, { taken: 4 }]);
  });

  test("joins, cancels and moves between two sessions lose and invent no place, and none waits for another for good", async () => {
    const { id } = await seated(3);
    for (let round = 0; round < ROUNDS; round++) {
      const [a, b] = [await world.book(id, at(0)), await world.book(id, at(60), { guests: guests(1) })];
      const answers = await Promise.all([
        act(a.id, "reschedule", { startsAt: at(60) }),
        act(b.id, "reschedule", { startsAt: at(0) }),
        create(id, at(0)),
        create(id, at(60), { guests: guests(1) }),
        act(a.id, "cancel"),
        create(id, at(0), { guests: guests(1) }),
        world.call("POST", `/v1/bookings/${b.id}/attendees/${b.attendees[1]!.id}/cancel`),
      ]);
      for (const { status } of answers) expect([200, 201, 409]).toContain(status);
      await expectTrueBooks();
      const ids = [a.id, b.id, ...answers.filter(({ status }) => status === 201).map(({ body }) => body.id)];
      await Promise.all(ids.map((each) => act(each, "cancel")));
      await expectTrueBooks();
    }
  });
});

test("whatever is offered can be booked with as many as are left, and whatever is not is refused with the reason that is explained", async () => {
  const { id, hostIds } = await seated(4, 2, { bufferAfterMinutes: 10 });
  const single = await world.clinic.addEventType({ hosts: [{ memberId: hostIds[0]! }] });
  for (const minutes of [60, 240]) await world.book(single.id, at(minutes));
  for (const [minutes, party] of [
    [0, 4],
    [0, 2],
    [60, 4],
    [90, 3],
    [150, 1],
    [240, 3],
  ] as const)
    await create(id, at(minutes), { guests: guests(party - 1) });
  const { slots, unavailable } = await day(id, "&explain=true");
  for (const { startsAt, reason } of unavailable!) expect((await create(id, startsAt)).body.reason).toBe(reason);
  expect(new Set(slots.map(({ seatsLeft }) => seatsLeft)).size).toBeGreaterThan(2);
  for (const { startsAt, seatsLeft } of slots) {
    if (seatsLeft! < 4) expect((await create(id, startsAt, { guests: guests(seatsLeft!) })).body.reason).toBe("seats");
    const { status, body } = await create(id, startsAt, { guests: guests(seatsLeft! - 1) });
    expect(status).toBe(201);
    await act(body.id, "cancel");
  }
  await expectTrueBooks();
});
