import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { AnswerBody } from "../../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;
let eventTypeId: string;
let booking: AnswerBody;
let hour = 0;

beforeAll(async () => {
  world = await createRestWorld();
  eventTypeId = (await world.clinic.addEventType()).id;
});

beforeEach(async () => {
  const startsAt = new Date(Date.parse("2027-01-01T00:00:00Z") + 3_600_000 * hour++).toISOString();
  booking = await world.book(eventTypeId, startsAt, { override: ["day_off", "outside_hours"] });
});

afterAll(() => world.close());

function change(headers: Record<string, string>, notes = "changed") {
  return world.call("PATCH", `/v1/bookings/${booking.id}`, { body: { notes }, headers });
}

describe("If-Match", () => {
  test.each([['"1"'], ["*"], [' "1" '], ['"1-anything"']])("%s lets the change through", async (tag) => {
    expect((await change({ "If-Match": tag })).headers.etag).toBe('"2"');
  });

  test.each([['"2"'], ['W/"1"'], ['"other"'], ['"01x"']])(
    "%s, which is not the present strong tag, is 412 and changes nothing",
    async (tag) => {
      const { status, body } = await change({ "If-Match": tag });
      expect(status).toBe(412);
      expect(body.code).toBe("stale_version");
      expect((await world.call("GET", `/v1/bookings/${booking.id}`)).body).toEqual(booking);
    },
  );

  test("a list of tags is refused: one caller has seen one version", async () => {
    const { status, body } = await change({ "If-Match": '"1", "2"' });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ pointer: "header: If-Match" }]);
  });

  test("what is no entity tag at all is refused", async () => {
    expect((await change({ "If-Match": "1" })).status).toBe(422);
  });

  test.each([
    ["confirm", {}],
    ["decline", {}],
    ["cancel", {}],
    ["reschedule", { startsAt: "2027-02-01T09:00:00Z" }],
    ["complete", {}],
    ["no-show", {}],
  ])("binds %s too, before its state is looked at", async (command, body) => {
    const path = `/v1/bookings/${booking.id}/${command}`;
    expect((await world.call("POST", path, { body, headers: { "If-Match": '"7"' } })).status).toBe(412);
  });

  test("the second of two who saw the same version is told", async () => {
    expect((await change({ "If-Match": '"1"' }, "first")).status).toBe(200);
    expect((await change({ "If-Match": '"1"' }, "second")).status).toBe(412);
    expect((await world.call("GET", `/v1/bookings/${booking.id}`)).body).toMatchObject({ notes: "first" });
  });
});

describe("If-None-Match", () => {
  function read(tag: string, query = "") {
    return world.call("GET", `/v1/bookings/${booking.id}${query}`, { headers: { "If-None-Match": tag } });
  }

  test.each([['"1"'], ['W/"1"'], ["*"], ['"0", "1"']])("%s is answered 304 without a body", async (tag) => {
    const { status, headers, text } = await read(tag);
    expect(status).toBe(304);
    expect(text).toBe("");
    expect(headers.etag).toBe('"1"');
  });

  test("another tag is answered with the booking", async () => {
    expect((await read('"2"')).status).toBe(200);
    await change({});
    expect((await read('"1"')).headers.etag).toBe('"2"');
  });

  test("what is expanded decides about the tag too", async () => {
    const { headers } = await read('"0"', "?expand=host");
    const tag = headers.etag!;
    expect(tag).not.toBe('"1"');
    expect((await read(tag, "?expand=host")).status).toBe(304);
    const { memberId } = world.clinic.owner;
    await world.call("PATCH", `/v1/members/${memberId}`, { body: { name: `Renamed ${booking.id}` } });
    expect((await read(tag, "?expand=host")).status).toBe(200);
    // With the same tag a change may be guarded: its version is in it.
    expect((await change({ "If-Match": tag })).status).toBe(200);
  });

  test("availability is tagged by what it says", async () => {
    const query = `eventTypeId=${eventTypeId}&from=2027-03-01T00:00:00Z&to=2027-03-02T00:00:00Z&timeZone=UTC`;
    const readSlots = (headers = {}) => world.call("GET", `/v1/availability?${query}`, { headers });
    const tag = (await readSlots()).headers.etag!;
    expect((await readSlots({ "If-None-Match": tag })).status).toBe(304);
    await world.book(eventTypeId, "2027-03-01T09:00:00Z");
    expect((await readSlots({ "If-None-Match": tag })).status).toBe(200);
  });
});

test("schedules, event types and members are guarded in the same way", async () => {
  const { owner } = world.clinic;
  for (const [path, body] of [
    [`/v1/schedules/${owner.scheduleId}`, { name: "New" }],
    [`/v1/event-types/${eventTypeId}`, { title: "New" }],
    [`/v1/members/${owner.memberId}`, { name: "New" }],
  ] as const) {
    const { etag } = (await world.call("GET", path)).headers;
    expect((await world.call("PATCH", path, { body, headers: { "If-Match": '"99"' } })).status).toBe(412);
    expect((await world.call("PATCH", path, { body, headers: { "If-Match": etag! } })).status).toBe(200);
    expect((await world.call("GET", path, { headers: { "If-None-Match": etag! } })).status).toBe(200);
    if (path.startsWith("/v1/members")) continue;
    expect((await world.call("DELETE", path, { headers: { "If-Match": etag! } })).status).toBe(412);
  }
});
