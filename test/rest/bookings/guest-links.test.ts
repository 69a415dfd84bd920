import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { OPERATIONS } from "../../../src/generated/contract-operations.ts";
import { RULES, type Rule } from "../../../src/domain/access/rules.ts";
import { ruleOf, needsNoCredential } from "../../../src/rest/access.ts";
import type { AnswerBody } from "../../support/rest-app.ts";
import { APP_ORIGIN } from "../../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";
import { createSampleCalls, make, OPERATION_IDS, type SampleCalls } from "../../support/sample-calls.ts";

let world: RestWorld;
let samples: SampleCalls;
let hour = 0;

beforeAll(async () => {
  world = await createRestWorld();
  samples = await createSampleCalls(world);
});

afterAll(() => world.close());

const DAY_MS = 86_400_000;
const PRIVATE = {
  notes: "Talks too much.",
  metadata: { patientNumber: "4711" },
  guests: [{ email: "charles@example.com", name: "Charles" }],
};

interface Linked {
  booking: AnswerBody;
  token: string;
  eventTypeId: string;
}

/** A booking on some Tuesday, with its attendee's link. */
async function bookWithLink(terms: object = {}, startsAt?: string): Promise<Linked> {
  const { id: eventTypeId } = await world.clinic.addEventType(terms);
  const free = new Date(Date.parse("2027-01-05T09:00:00Z") + hour++ * 7 * DAY_MS).toISOString();
  const booking = await world.book(eventTypeId, startsAt ?? free, PRIVATE);
  const { status, body } = await world.call("POST", `/v1/bookings/${booking.id}/guest-links`);
  expect(status).toBe(200);
  return { booking, token: body.token!, eventTypeId };
}

const as = (token: string, method: string, path: string, body?: object) =>
  world.call(method, path, { key: token, body });

test("the link is one page of the app, with the token where no server is sent it", async () => {
  const { booking, token } = await bookWithLink();
  const { body } = await world.call("POST", `/v1/bookings/${booking.id}/guest-links`);
  expect(token).toMatch(/^hf_guest_att_[0-9a-z]{26}_0_[\w-]{43}$/);
  expect(body).toMatchObject({
    url: `${APP_ORIGIN}/bookings/manage#${token}`,
    token,
    expiresAt: new Date(Date.parse(booking.endsAt) + 7 * DAY_MS).toISOString(),
  });
});

test("neither a replay, nor the database, nor the log tells it again", async () => {
  const { booking } = await bookWithLink();
  const headers = { "Idempotency-Key": "link-once" };
  const first = await world.call("POST", `/v1/bookings/${booking.id}/guest-links`, { headers });
  const again = await world.call("POST", `/v1/bookings/${booking.id}/guest-links`, { headers });
  expect(again.headers["idempotency-replayed"]).toBe("true");
  expect(again.body).toEqual({ ...first.body, token: null, url: null });
  await as(first.body.token!, "GET", `/v1/bookings/${booking.id}`);
  const tables = ["attendee", "outbox_event", "audit_entry", "audit_origin", "idempotency_key"];
  const rows = await Promise.all(tables.map((table) => world.sql(`SELECT to_jsonb(t) FROM ${table} t`)));
  const signature = first.body.token!.slice(-43);
  expect(JSON.stringify([rows, world.app.logged])).not.toContain(signature);
});

describe("by his link an attendee", () => {
  test("sees his booking: no notes, no metadata, nobody else who takes part", async () => {
    const { booking, token } = await bookWithLink();
    const { status, body, text } = await as(token, "GET", `/v1/bookings/${booking.id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: booking.id, startsAt: booking.startsAt, notes: null, metadata: {} });
    for (const hidden of ["charles", "Talks", "4711"]) expect(text).not.toContain(hidden);
    for (const expansion of ["history", "host", "eventType"])
      expect((await as(token, "GET", `/v1/bookings/${booking.id}?expand=${expansion}`)).status).toBe(403);
  });

  test("cancels it, twice the same, and sees no more by it", async () => {
    const { booking, token } = await bookWithLink();
    const path = `/v1/bookings/${booking.id}/cancel`;
    const options = { key: token, body: { reason: "Ill" }, headers: { "Idempotency-Key": "cancel" } };
    const first = await world.call("POST", path, options);
    expect(first.body).toMatchObject({ status: "cancelled", cancellation: { by: "attendee", reason: "Ill" } });
    const replayed = await world.call("POST", path, options);
    expect(replayed.headers["idempotency-replayed"]).toBe("true");
    expect(replayed.text).toBe(first.text);
    expect((await as(token, "POST", path)).body).toEqual(first.body);
    expect(first.text).not.toContain("charles");
    const kept = await world.sql("SELECT body FROM idempotency_key WHERE key = 'cancel'");
    expect(JSON.stringify(kept)).not.toContain("charles");
    const { body } = await world.call("GET", `/v1/bookings/${booking.id}?expand=history`);
    expect(body.history.at(-1)).toMatchObject({ action: "booking.cancelled", actorId: token.slice(9, 39) });
  });

  test("looks where it can go, and moves it there", async () => {
    const { booking, token, eventTypeId } = await bookWithLink();
    const day = booking.startsAt.slice(0, 10);
    const range = `from=${day}T00:00:00Z&to=${day}T23:00:00Z&timeZone=UTC`;
    const path = `/v1/availability?eventTypeId=${eventTypeId}&bookingId=${booking.id}&${range}`;
    const { body } = await as(token, "GET", path);
    const free = body.days[0]!.slots.at(-1)!.startsAt;
    const moved = await as(token, "POST", `/v1/bookings/${booking.id}/reschedule`, { startsAt: free });
    expect(moved.status).toBe(200);
    expect(moved.body.startsAt).toBe(free);
    expect(moved.text).not.toContain("charles");
  });

  test("moves it to no time that is not offered, and sets no rule aside", async () => {
    const { booking, token } = await bookWithLink();
    const path = `/v1/bookings/${booking.id}/reschedule`;
    const night = `${booking.startsAt.slice(0, 10)}T02:00:00Z`;
    const refused = await as(token, "POST", path, { startsAt: night });
    expect([refused.status, refused.body.code, refused.body.reason]).toEqual([409, "slot_unavailable", undefined]);
    expect((await as(token, "POST", path, { startsAt: night, override: ["outside_hours"] })).status).toBe(403);
    const hostId = world.clinic.member.memberId;
    expect((await as(token, "POST", path, { startsAt: night, hostId })).status).toBe(403);
  });

  test("asks for the availability of his booking's event type alone", async () => {
    const { booking, token, eventTypeId } = await bookWithLink();
    const other = await bookWithLink();
    const range = "from=2027-01-05T00:00:00Z&to=2027-01-06T00:00:00Z&timeZone=UTC";
    for (const query of [
      `eventTypeId=${eventTypeId}`,
      `eventTypeId=${other.eventTypeId}&bookingId=${booking.id}`,
      `eventTypeId=${other.eventTypeId}&bookingId=${other.booking.id}`,
    ])
      expect((await as(token, "GET", `/v1/availability?${query}&${range}`)).status).toBe(404);
  });

  test("is bound by the cut-offs, which those who work here are not", async () => {
    const terms = { cancellationCutoffMinutes: 120, rescheduleCutoffMinutes: 180 };
    const start = "2026-11-24T12:00:00.000Z";
    const { booking, token } = await bookWithLink(terms, start);
    const to = (instant: string) => {
      world.clock.moveTo(instant);
    };
    const now = world.clock.now().toISOString();
    const move = { startsAt: "2026-11-25T12:00:00Z" };
    to("2026-11-24T09:00:00.000Z");
    const late = await as(token, "POST", `/v1/bookings/${booking.id}/reschedule`, move);
    expect([late.status, late.body.code]).toEqual([409, "booking_not_reschedulable"]);
    to("2026-11-24T10:00:00.000Z");
    const tooLate = await as(token, "POST", `/v1/bookings/${booking.id}/cancel`);
    expect([tooLate.status, tooLate.body.code]).toEqual([409, "booking_not_cancellable"]);
    to("2026-11-24T09:59:59.999Z");
    expect((await as(token, "POST", `/v1/bookings/${booking.id}/cancel`)).status).toBe(200);
    to(now);
  });
});

describe("a link is no use", () => {
  test("for another booking, which is answered like one that never was", async () => {
    const { token } = await bookWithLink();
    const other = (await bookWithLink()).booking.id;
    const never = `${other.slice(0, -5)}zzzzz`;
    for (const id of [other, never])
      for (const [method, path, body] of [
        ["GET", ""],
        ["POST", "/cancel"],
        ["POST", "/reschedule", { startsAt: "2027-01-05T09:00:00Z" }],
      ] as const)
        expect((await as(token, method, `/v1/bookings/${id}${path}`, body)).status).toBe(404);
  });

  test("for any operation but those that say so, nor over GraphQL", async () => {
    const { token } = await bookWithLink();
    const closed = OPERATION_IDS.filter((id) => !needsNoCredential(id)).filter(
      (id) => (RULES[ruleOf(id)] as Rule).may.attendee === undefined,
    );
    expect(OPERATION_IDS.length - closed.length).toBeGreaterThan(4);
    for (const id of closed) {
      const { status } = await make(world, id, await samples[id](), { key: token });
      expect([id, OPERATIONS[id].path, status]).toEqual([id, OPERATIONS[id].path, 403]);
    }
    for (const query of ["{ viewer { scopes } }", "{ bookings { nodes { id } } }", "{ eventTypes { nodes { id } } }"]) {
      const { text } = await world.call("POST", "/graphql", { key: token, body: { query } });
      expect(text).toContain('"code":"forbidden"');
      expect(text).not.toContain("bkg_");
    }
  });

  test("when a character of it is another one", async () => {
    const { booking, token } = await bookWithLink();
    const other = (await bookWithLink()).token;
    const tampered = [
      token.slice(0, -1) + (token.endsWith("A") ? "B" : "A"),
      other.slice(0, 39) + token.slice(39),
      token.replace("_0_", "_1_"),
      token.replace("_0_", "_00_"),
      `${token}=`,
      token.slice(0, -1),
      "hf_guest_",
    ];
    for (const each of tampered) {
      const { status, body } = await as(each, "GET", `/v1/bookings/${booking.id}`);
      expect([each, status, body.code]).toEqual([each, 401, "unauthenticated"]);
    }
  });

  test("after it was revoked, at once here and within five seconds there; a new one is", async () => {
    const { booking, token } = await bookWithLink();
    const twin = await world.startTwin();
    const path = `/v1/bookings/${booking.id}`;
    expect((await twin.call("GET", path, { key: token })).status).toBe(200);
    expect((await world.call("POST", `${path}/guest-links/revoke`)).status).toBe(204);
    expect((await as(token, "GET", path)).status).toBe(401);
    world.clock.advance(5_000);
    expect((await twin.call("GET", path, { key: token })).status).toBe(401);
    const { body } = await world.call("POST", `${path}/guest-links`);
    expect((await as(body.token!, "GET", path)).status).toBe(200);
    expect((await as(token, "GET", path)).status).toBe(401);
  });

  test("seven days after the end of the booking, as it is by then", async () => {
    const now = world.clock.now().toISOString();
    const { booking, token } = await bookWithLink();
    const path = `/v1/bookings/${booking.id}`;
    const end = Date.parse(booking.endsAt) + 7 * DAY_MS;
    world.clock.moveTo(new Date(end - 1).toISOString());
    expect((await as(token, "GET", path)).status).toBe(200);
    world.clock.advance(1);
    expect((await as(token, "GET", path)).status).toBe(401);
    world.clock.moveTo(now);
  });

  test("from a page that is not the app's", async () => {
    const { booking, token } = await bookWithLink();
    const from = (Origin: string) =>
      world.call("GET", `/v1/bookings/${booking.id}`, { key: token, headers: { Origin } });
    expect([(await from(APP_ORIGIN)).status, (await from("https://evil.example")).status]).toEqual([200, 403]);
  });
});

test("links are given out and revoked by those who may change the booking", async () => {
  const { booking, token } = await bookWithLink();
  const { member, publishableKey } = world.clinic;
  for (const path of ["guest-links", "guest-links/revoke"])
    for (const [key, status] of [
      [member.key, 404],
      [world.stranger.owner.key, 404],
      [publishableKey, 403],
      [token, 403],
    ] as const)
      expect((await world.call("POST", `/v1/bookings/${booking.id}/${path}`, { key })).status).toBe(status);
});
