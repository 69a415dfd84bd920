import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { bookingRequest } from "../support/booking-request.ts";
import type { AnswerBody } from "../support/rest-app.ts";
import { createRestWorld, seenBy, type RestWorld } from "../support/rest-world.ts";
import { ask } from "./attacker.ts";

/**
 * OWASP API1:2023. Every operation and every root with another's object is proven in test/access; every place where an id
 * may stand in test/rest/strangers.test.ts. Here: the ways round an id.
 */

let world: RestWorld;
let strange: RestWorld;
let booking: AnswerBody;
let eventTypeId: string;

beforeAll(async () => {
  world = await createRestWorld();
  strange = seenBy(world, world.stranger);
  eventTypeId = (await world.clinic.addEventType()).id;
  booking = await world.book(eventTypeId, "2026-12-01T09:00:00Z", { notes: "secret of the clinic" });
  await world.book(eventTypeId, "2026-12-01T10:00:00Z");
});

afterAll(() => world.close());

const isNotThere = ({ status, body, text }: { status: number; body: AnswerBody; text: string }) => {
  expect([status, body.code]).toEqual([404, "not_found"]);
  expect(text).not.toContain("secret of the clinic");
};

test("a kept answer is its caller's: the same idempotency key and body of a stranger replay nothing", async () => {
  const headers = { "Idempotency-Key": "shared-key" };
  const path = `/v1/bookings/${booking.id}/confirm`;
  const own = await world.call("POST", path, { headers });
  expect(own.status).toBe(200);
  const stolen = await strange.call("POST", path, { headers });
  isNotThere(stolen);
  expect(stolen.headers["idempotency-replayed"]).toBeUndefined();
  const colleague = await world.call("POST", path, { headers, key: world.clinic.member.key });
  isNotThere(colleague);
});

test("a tag says nothing of what is not one's own: neither 304 nor 412", async () => {
  const { headers } = await world.call("GET", `/v1/bookings/${booking.id}`);
  for (const tag of [headers.etag!, "*"]) {
    isNotThere(await strange.call("GET", `/v1/bookings/${booking.id}`, { headers: { "If-None-Match": tag } }));
    const patch = { body: { notes: "x" }, headers: { "If-Match": tag } };
    isNotThere(await strange.call("PATCH", `/v1/bookings/${booking.id}`, patch));
  }
  const stale = { body: { notes: "x" }, headers: { "If-Match": '"999"' } };
  isNotThere(await strange.call("PATCH", `/v1/bookings/${booking.id}`, stale));
});

test("HEAD tells of another's object as little as GET", async () => {
  const { status, headers } = await strange.call("HEAD", `/v1/bookings/${booking.id}`);
  expect([status, headers.etag]).toEqual([404, undefined]);
});

test("a cursor of one organisation's list walks through no other's", async () => {
  const page = await world.call("GET", "/v1/bookings?limit=1");
  const cursor = page.body.page.nextCursor!;
  const walked = await strange.call("GET", `/v1/bookings?limit=1&cursor=${encodeURIComponent(cursor)}`);
  expect(walked.text).not.toMatch(/bkg_/);
  const read = await ask(world.app, world.clinic.owner.key, "{ bookings(first: 1) { pageInfo { endCursor } } }");
  const { endCursor } = (read.data!.bookings as { pageInfo: { endCursor: string } }).pageInfo;
  const told = await ask(
    world.app,
    world.stranger.owner.key,
    "query ($after: String!) { bookings(first: 1, after: $after) { nodes { id } } }",
    { after: endCursor },
  );
  expect(told.text).not.toMatch(/bkg_/);
});

test.each(["X-Organisation-Id", "X-Organization-Id", "X-Tenant-Id", "X-User-Id", "X-Member-Id", "X-Account"])(
  "the header %s makes nobody somebody else",
  async (header) => {
    const headers = { [header]: world.clinic.organisationId };
    isNotThere(await strange.call("GET", `/v1/bookings/${booking.id}`, { headers }));
    expect((await strange.call("GET", "/v1/bookings", { headers })).body.data).toEqual([]);
    const told = await ask(world.app, world.stranger.owner.key, "{ viewer { organisation { id } } }", {}, headers);
    expect(told.data).toEqual({ viewer: { organisation: { id: world.stranger.organisationId } } });
  },
);

test.each([
  ["organisationId", "GET", "/v1/bookings"],
  ["organisation_id", "GET", "/v1/bookings"],
  ["memberId", "GET", "/v1/members"],
  ["userId", "GET", "/v1/me"],
])("the query's ?%s of %s %s is refused: nobody chooses whose objects he sees", async (name, method, path) => {
  const id = world.clinic.organisationId;
  const key = path === "/v1/me" ? (await world.logIn()).accessToken : world.stranger.owner.key;
  const answer = await world.app.call(method, `${path}?${name}=${id}`, { key });
  expect(answer.status).toBe(422);
});

test("an id that is said twice, as a list, as an object or in another letter case finds nothing", async () => {
  const stranger = world.stranger.owner.key;
  const paths = [
    booking.id.toUpperCase(),
    `${booking.id}%20`,
    `${booking.id}%00`,
    `${booking.id}.json`,
    `nobody%2F..%2F${booking.id}`,
    `${booking.id},${booking.id}`,
    "*",
    "%25",
    "_",
  ];
  for (const path of paths) expect((await world.call("GET", `/v1/bookings/${path}`)).status).toBe(404);
  const wanted = bookingRequest(eventTypeId, "2026-12-02T09:00:00Z");
  for (const id of [[eventTypeId], { id: eventTypeId }, { $ne: "" }, { not: "" }, { contains: "evt" }, true, 0]) {
    const answer = await world.app.call("POST", "/v1/bookings", {
      key: stranger,
      body: { ...wanted, eventTypeId: id },
    });
    expect(answer.status).toBe(422);
  }
  const own = (await strange.clinic.addEventType()).id;
  const range = "from=2026-12-01T00:00:00Z&to=2026-12-02T00:00:00Z&timeZone=UTC";
  const twice = `/v1/availability?eventTypeId=${own}&eventTypeId=${eventTypeId}&${range}`;
  expect((await strange.call("GET", twice)).status).toBe(422);
  const polluted = await strange.call("POST", "/v1/bookings", {
    body: JSON.stringify(wanted).replace("{", `{"eventTypeId":"${own}",`),
  });
  isNotThere(polluted);
});

test("many aliases and lists of ids find what one would: nothing", async () => {
  const aliases = Array.from({ length: 10 }, (_, n) => `a${n}: booking(id: "${booking.id}") { notes }`).join(" ");
  const told = await ask(world.app, world.stranger.owner.key, `{ ${aliases} }`);
  expect(Object.values(told.data!).every((each) => each === null)).toBe(true);
  const nodes = `{ node(id: "${booking.id}") { id } other: node(id: "${eventTypeId}") { id } }`;
  expect((await ask(world.app, world.stranger.owner.key, nodes)).data).toEqual({ node: null, other: null });
});

describe("a filter on what may not be seen", () => {
  test("tells a plain member nothing of his colleagues' bookings, however he guesses", async () => {
    const { member } = world.clinic;
    for (const filter of [
      `hostId: "${world.clinic.owner.memberId}"`,
      `eventTypeId: "${eventTypeId}"`,
      `search: "ada@example.com"`,
      `status: [confirmed]`,
    ]) {
      const told = await ask(world.app, member.key, `{ bookings(first: 5, ${filter}) { totalCount nodes { id } } }`);
      expect(told.text).not.toContain(booking.id);
      if (told.data) expect(told.data).toMatchObject({ bookings: { totalCount: 0, nodes: [] } });
    }
    const listed = await world.call("GET", `/v1/bookings?hostId=${world.clinic.owner.memberId}`, { key: member.key });
    expect(listed.text).not.toMatch(/bkg_/);
  });
});

test("somebody who is in two organisations has in each session one of them alone", async () => {
  const { clinic, stranger, sql } = world;
  const [{ user_id }] = (await sql<{ user_id: string }>("SELECT user_id FROM member WHERE id = $1", [
    clinic.owner.memberId,
  ])) as [{ user_id: string }];
  await sql("UPDATE member SET user_id = $1 WHERE id = $2", [user_id, stranger.member.memberId]);
  const { email, password } = clinic.ownerLogIn;
  const body = { email, password, organisationId: stranger.organisationId };
  const there = (await world.app.call("POST", "/v1/auth/log-in", { body })).body.accessToken;
  isNotThere(await world.app.call("GET", `/v1/bookings/${booking.id}`, { key: there }));
  expect((await world.app.call("GET", "/v1/api-keys", { key: there })).status).toBe(403);
  const here = (await world.logIn()).accessToken;
  expect((await world.app.call("GET", `/v1/bookings/${booking.id}`, { key: here })).status).toBe(200);
});

test("the link of one booking opens no other of the same attendee", async () => {
  const other = await world.book(eventTypeId, "2026-12-03T09:00:00Z");
  const { body } = await world.call("POST", `/v1/bookings/${booking.id}/guest-links`);
  const key = body.token!;
  expect((await world.call("GET", `/v1/bookings/${booking.id}`, { key })).status).toBe(200);
  isNotThere(await world.call("GET", `/v1/bookings/${other.id}`, { key }));
  isNotThere(await world.call("POST", `/v1/bookings/${other.id}/cancel`, { key }));
  const [attendee] = await world.sql<{ id: string }>("SELECT id FROM attendee WHERE booking_id = $1", [other.id]);
  const forged = key.replace(/att_\w{26}/, attendee!.id);
  expect((await world.call("GET", `/v1/bookings/${other.id}`, { key: forged })).status).toBe(401);
});
