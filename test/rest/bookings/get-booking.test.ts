import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { AnswerBody } from "../../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;
let eventTypeId: string;
let booking: AnswerBody;

beforeAll(async () => {
  world = await createRestWorld();
  const { memberId } = world.clinic.member;
  eventTypeId = (await world.clinic.addEventType({ hosts: [{ memberId }] })).id;
  booking = await world.book(eventTypeId, "2026-12-01T09:00:00Z");
});

afterAll(() => world.close());

const read = (expand: string, key = world.clinic.owner.key) =>
  world.call("GET", `/v1/bookings/${booking.id}${expand === "" ? "" : `?expand=${expand}`}`, { key });

test("expand fills in hosts, event type and history, and only what was asked for", async () => {
  const { memberId } = world.clinic.member;
  expect((await read("")).body).toEqual(booking);
  const expanded = await read("host,eventType,history");
  expect(expanded.body).toEqual({
    ...booking,
    hosts: [{ id: memberId, name: "member", email: expect.stringContaining("@"), timeZone: "Europe/Berlin" }],
    eventType: (await world.call("GET", `/v1/event-types/${eventTypeId}`)).body,
    history: [
      {
        action: "booking.created",
        at: booking.createdAt,
        actorId: world.clinic.owner.memberId,
        reason: null,
        changes: null,
      },
    ],
  });
  expect(Object.keys((await read("host")).body)).not.toContain("eventType");
});

test.each([
  ["host", "members:read", "hosts { name }"],
  ["eventType", "event_types:read", "eventType { title }"],
] as const)("expand=%s needs %s, as the same does over GraphQL", async (expand, scope, field) => {
  const { key: narrow } = await world.clinic.addKey({ scopes: ["bookings:read"] });
  const { key: wide } = await world.clinic.addKey({ scopes: ["bookings:read", scope] });
  const document = { query: `{ booking(id: "${booking.id}") { ${field} } }` };
  const ask = (key: string) => world.call("POST", "/graphql", { key, body: document });
  for (const [key, status] of [
    [narrow, 403],
    [wide, 200],
  ] as const) {
    expect((await read(expand, key)).status).toBe(status);
    expect((await world.call("GET", `/v1/bookings?expand=${expand}`, { key })).status).toBe(status);
    const { text } = await ask(key);
    expect(text.includes('"code":"forbidden"')).toBe(status === 403);
  }
  expect((await read("history", narrow)).status).toBe(200);
});

test.each(["nothing", "host,host", ""])("expand=%s is refused", async (expand) => {
  const { status, body } = await world.call("GET", `/v1/bookings/${booking.id}?expand=${expand}`);
  expect(status).toBe(422);
  expect(body.errors).toMatchObject([{ pointer: "?expand" }]);
});

test("its host sees it, another plain member does not", async () => {
  const other = await world.clinic.addPerson();
  expect((await read("", world.clinic.member.key)).status).toBe(200);
  expect((await read("", world.clinic.admin.key)).status).toBe(200);
  expect((await read("", other.key)).status).toBe(404);
});

test("the history names no values that may be personal", async () => {
  await world.call("PATCH", `/v1/bookings/${booking.id}`, { body: { notes: "PERSONAL", metadata: { a: "PERSONAL" } } });
  const { body } = await read("history");
  expect(body.history.at(-1)).toMatchObject({
    action: "booking.updated",
    changes: { fields: [[], ["notes", "metadata"]] },
  });
  expect(JSON.stringify(body.history)).not.toContain("PERSONAL");
});

test("it stays, and expands, when its event type was deleted", async () => {
  await world.call("DELETE", `/v1/event-types/${eventTypeId}`);
  const { body } = await read("eventType");
  expect(body.eventType).toMatchObject({ id: eventTypeId, deletedAt: world.clock.now().toISOString() });
});
