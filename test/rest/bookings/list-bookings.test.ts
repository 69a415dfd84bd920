import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { encodeCursor } from "../../../src/domain/shared/pagination.ts";
import type { Person } from "../../support/clinic.ts";
import type { AnswerBody } from "../../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;
let hosts: Person[];
let eventTypeIds: string[];
/** In the order of the list: by start, then by id. */
let all: AnswerBody[];

const STARTS = ["2026-12-01T08:00:00.000Z", "2026-12-01T09:00:00.000Z", "2026-12-02T08:00:00.000Z"];

beforeAll(async () => {
  world = await createRestWorld();
  const { clinic, book, call, stranger } = world;
  hosts = [clinic.member, clinic.admin, await clinic.addPerson(), await clinic.addPerson()];
  const eventTypes = [];
  for (const { memberId } of hosts) eventTypes.push(await clinic.addEventType({ hosts: [{ memberId }] }));
  eventTypeIds = eventTypes.map(({ id }) => id);

  const made: AnswerBody[] = [];
  for (const startsAt of STARTS) for (const id of eventTypeIds) made.push(await book(id, startsAt));
  const cancelled = await call("POST", `/v1/bookings/${made[0]!.id}/cancel`);
  made[0] = cancelled.body;
  all = made.toSorted((a, b) => (a.startsAt + a.id < b.startsAt + b.id ? -1 : 1));

  const elsewhere = await stranger.addEventType();
  await call("POST", "/v1/bookings", {
    key: stranger.owner.key,
    body: {
      eventTypeId: elsewhere.id,
      startsAt: STARTS[0],
      timeZone: "UTC",
      attendee: { name: "A", email: "a@example.com" },
      clientCreatedAt: STARTS[0],
    },
  });
});

afterAll(() => world.close());

async function list(query: string, key = world.clinic.owner.key): Promise<AnswerBody[]> {
  const { status, body } = await world.call("GET", `/v1/bookings?${query}`, { key });
  expect(status).toBe(200);
  return body.data;
}

/** All pages one after the other. */
async function walk(query: string): Promise<{ pages: number; ids: string[] }> {
  const ids: string[] = [];
  let cursor = "";
  for (let pages = 1; ; pages++) {
    const { body } = await world.call("GET", `/v1/bookings?${query}${cursor}`);
    ids.push(...body.data.map(({ id }) => id));
    expect(body.page.hasMore).toBe(body.page.nextCursor !== null);
    if (body.page.nextCursor === null) return { pages, ids };
    cursor = `&cursor=${body.page.nextCursor}`;
  }
}

const idsOf = (bookings: AnswerBody[]) => bookings.map(({ id }) => id);

test("the list holds the organisation's bookings as they are read one by one, earliest first", async () => {
  expect(await list("")).toEqual(all);
});

describe("filters", () => {
  test("status takes one or several", async () => {
    expect(idsOf(await list("status=cancelled"))).toEqual(idsOf(all.filter(({ status }) => status === "cancelled")));
    expect(await list("status=cancelled,confirmed")).toHaveLength(all.length);
    expect(await list("status=cancelled&status=confirmed")).toHaveLength(all.length);
    expect(await list("status=no_show")).toEqual([]);
  });

  test("from is inclusive, to is exclusive", async () => {
    const found = await list(`from=${STARTS[0]}&to=${STARTS[1]}`);
    expect(new Set(found.map(({ startsAt }) => startsAt))).toEqual(new Set([STARTS[0]]));
    expect(await list(`from=${STARTS[1]}&to=${STARTS[1]}`)).toEqual([]);
  });

  test("instants come with any offset, and a plus sign that was not escaped is understood", async () => {
    const expected = idsOf(await list(`from=${STARTS[1]}`));
    expect(idsOf(await list("from=2026-12-01T10:00:00%2B01:00"))).toEqual(expected);
    expect(idsOf(await list("from=2026-12-01T10:00:00+01:00"))).toEqual(expected);
    expect(idsOf(await list("from=2026-12-01T03:00:00-06:00"))).toEqual(expected);
  });

  test("they add up", async () => {
    const query = `hostId=${hosts[1]!.memberId}&eventTypeId=${eventTypeIds[1]!}&from=${STARTS[1]}&status=confirmed`;
    expect(idsOf(await list(query))).toEqual(
      idsOf(all.filter(({ hostIds, startsAt }) => hostIds[0] === hosts[1]!.memberId && startsAt >= STARTS[1]!)),
    );
    expect(await list(`hostId=${hosts[1]!.memberId}&eventTypeId=${eventTypeIds[2]!}`)).toEqual([]);
  });

  test("a plain member sees the bookings that he hosts, whatever he asks for", async () => {
    const own = all.filter(({ hostIds }) => hostIds[0] === hosts[0]!.memberId);
    expect(idsOf(await list("", hosts[0]!.key))).toEqual(idsOf(own));
    expect(await list(`hostId=${hosts[1]!.memberId}`, hosts[0]!.key)).toEqual([]);
    expect(await list("", hosts[1]!.key)).toHaveLength(all.length);
  });

  test("a booking that got another host is listed under that one", async () => {
    const { clinic, book, call } = world;
    const [from, to] = [await clinic.addPerson(), await clinic.addPerson()];
    const eventType = await clinic.addEventType({ hosts: [{ memberId: from.memberId }] });
    const { id } = await book(eventType.id, "2027-01-12T09:00:00Z");
    const body = { startsAt: "2027-01-12T10:00:00Z", hostId: to.memberId };
    await call("POST", `/v1/bookings/${id}/reschedule`, { body });
    expect(await list(`hostId=${from.memberId}`)).toEqual([]);
    expect(await list(`hostId=${to.memberId}`)).toMatchObject([{ id, startsAt: "2027-01-12T10:00:00.000Z" }]);
    await call("POST", `/v1/bookings/${id}/cancel`);
  });
});

describe("pages", () => {
  const before = "to=2027-01-01T00:00:00Z";

  test.each([1, 3, 4, 5, 100])("of %d hold each booking once, also where many start together", async (limit) => {
    const forward = await walk(`${before}&limit=${limit}`);
    expect(forward).toEqual({ pages: Math.ceil(all.length / limit), ids: idsOf(all) });
    const backward = await walk(`${before}&limit=${limit}&order=-starts_at`);
    expect(backward.ids).toEqual(idsOf(all).toReversed());
  });

  test("of one host do so too", async () => {
    const hostId = hosts[2]!.memberId;
    const { ids } = await walk(`hostId=${hostId}&limit=1`);
    expect(ids).toEqual(idsOf(all.filter(({ hostIds }) => hostIds[0] === hostId)));
  });

  test("a booking that is made in the meantime moves none of the others", async () => {
    const { body } = await world.call("GET", `/v1/bookings?${before}&limit=6`);
    const early = await world.book(eventTypeIds[3]!, "2026-11-24T09:00:00Z");
    const rest = await list(`${before}&limit=100&cursor=${body.page.nextCursor!}`);
    expect([...idsOf(body.data), ...idsOf(rest)]).toEqual(idsOf(all));
    await world.sql("DELETE FROM booking WHERE id = $1", [early.id]);
  });

  test.each([
    ["no cursor at all", "x"],
    ["JSON of another shape", Buffer.from('{"a":1}').toString("base64url")],
    ["an instant that is none", Buffer.from('["yesterday","bkg_01m7z0h6fce4fsssvc9ax68a4x"]').toString("base64url")],
    ["an id that is none", Buffer.from('["2026-12-01T00:00:00Z","1 OR 1=1"]').toString("base64url")],
    ["three values", Buffer.from('["2026-12-01T00:00:00Z","bkg_01m7z0h6fce4fsssvc9ax68a4x",1]').toString("base64url")],
  ])("a forged cursor is refused: %s", async (_, cursor) => {
    const { status, body } = await world.call("GET", `/v1/bookings?cursor=${cursor}`);
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ pointer: "?cursor" }]);
  });

  test("a cursor that somebody made up shows no more than the list does", async () => {
    const cursor = encodeCursor([new Date("2000-01-01"), "bkg_00000000000000000000000000"]);
    expect(idsOf(await list(`${before}&cursor=${cursor}`))).toEqual(idsOf(all));
  });

  test.each(["0", "101", "-1", "1.5", "ten", "1e2", ""])("limit=%s is refused", async (limit) => {
    const { status, body } = await world.call("GET", `/v1/bookings?limit=${limit}`);
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ pointer: "?limit" }]);
  });
});

test("expand fills hosts and event types in, and only what is asked for", async () => {
  const [plain] = await list("limit=1");
  expect(plain).not.toHaveProperty("hosts");
  expect(plain).not.toHaveProperty("eventType");
  const expanded = await list("expand=host,eventType");
  for (const booking of expanded)
    expect(booking).toMatchObject({ hosts: [{ id: booking.hostIds[0] }], eventType: { id: expect.anything() } });
  const { status } = await world.call("GET", "/v1/bookings?expand=history");
  expect(status).toBe(422);
});

test.each([
  "status=gone",
  "order=price",
  "eventTypeId=evt_1",
  "from=yesterday",
  "page=2",
  "status=",
  "from=2026-12-01",
])("?%s is refused at its place", async (query) => {
  const { status, body } = await world.call("GET", `/v1/bookings?${query}`);
  expect(status).toBe(422);
  expect(body.errors).toMatchObject([{ pointer: `?${query.split("=")[0]}` }]);
});
