import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { declineExpiredBookings } from "../../../src/domain/booking/decline-expired-bookings.ts";
import { newId } from "../../../src/domain/shared/ids.ts";
import { bookingRequest } from "../../support/booking-request.ts";
import { createListLog } from "../../support/list-log.ts";
import { APP_URL, createMailbox, tokenIn, type Mailbox } from "../../support/mailbox.ts";
import { APP_ORIGIN, type Answer, type AnswerBody } from "../../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

/** An organisation may ask for a proof of the booker's address before anything is sent to it, or to those whom he names. */

const NAME = "Cheap pills at evil.example";
const GUEST = "guest@example.com";

let world: RestWorld;
let mailbox: Mailbox;
let immediate: string;
let onRequest: string;
let taken = 0;

beforeAll(async () => {
  world = await createRestWorld();
  mailbox = createMailbox(world);
  await askForProof(true);
  immediate = (await world.clinic.addEventType()).id;
  onRequest = (await world.clinic.addEventType({ requiresConfirmation: true })).id;
});

afterAll(() => world.close());

async function askForProof(bookingEmailVerification: boolean): Promise<void> {
  expect((await world.call("PATCH", "/v1/organisation", { body: { bookingEmailVerification } })).status).toBe(200);
}

/** A Monday, at nine in Berlin, a week further each time. */
const nextTime = () => new Date(Date.parse("2027-01-04T08:00:00Z") + taken++ * 7 * 86_400_000).toISOString();

interface Booked {
  booking: AnswerBody;
  email: string;
  startsAt: string;
}

async function bookAsPublic(eventTypeId: string, startsAt = nextTime()): Promise<Booked> {
  const email = `booker-${taken}@example.com`;
  const people = { attendee: { name: NAME, email }, guests: [{ email: GUEST, name: NAME }] };
  const body = bookingRequest(eventTypeId, startsAt, { ...people, notes: NAME, metadata: { said: NAME } });
  const answer = await world.call("POST", "/v1/bookings", { key: world.clinic.publishableKey, body });
  expect(answer.status).toBe(201);
  return { booking: answer.body, email, startsAt };
}

const verify = (id: string, token: string, headers?: Record<string, string>): Promise<Answer> =>
  world.call("POST", `/v1/bookings/${id}/verify-email`, { key: null, body: { token }, headers });
const stateOf = ({ status, pendingReasons, expiresAt }: AnswerBody) => [status, pendingReasons, expiresAt];
const inMinutes = (minutes: number) => new Date(world.clock.now().getTime() + minutes * 60_000).toISOString();
const eventsOf = async (id: string) => {
  const rows = await world.sql<{ type: string }>(
    "SELECT type FROM outbox_event WHERE subject_id = $1 ORDER BY occurred_at, id",
    [id],
  );
  return rows.map(({ type }) => type);
};

describe("a booking by a publishable key", () => {
  test("waits for half an hour, and has its time meanwhile", async () => {
    const { booking, startsAt } = await bookAsPublic(immediate);
    expect(stateOf(booking)).toEqual(["pending", ["email_verification"], inMinutes(30)]);
    const again = await world.call("POST", "/v1/bookings", { body: bookingRequest(immediate, startsAt) });
    expect([again.status, again.body.code]).toEqual([409, "slot_unavailable"]);
    await mailbox.collect();
  });

  test("waits for both where the organisation confirms too", async () => {
    const { booking } = await bookAsPublic(onRequest);
    expect(stateOf(booking)).toEqual(["pending", ["confirmation", "email_verification"], inMinutes(30)]);
    await mailbox.collect();
  });

  test("of a series sends one mail, whose link counts for all of it", async () => {
    const attendee = { name: NAME, email: "series@example.com" };
    const more = { attendee, recurrence: { rrule: "FREQ=DAILY;COUNT=3" }, mode: "all_or_nothing" };
    const body = bookingRequest(immediate, "2030-01-07T09:00:00Z", more);
    const made = (await world.call("POST", "/v1/series", { key: world.clinic.publishableKey, body })).body;
    const statuses = async () => {
      const { data } = (await world.call("GET", `/v1/bookings?seriesId=${made.id}`)).body;
      return data.map(({ status }) => status);
    };
    expect(await statuses()).toEqual(["pending", "pending", "pending"]);
    const mails = await mailbox.collect();
    expect(mails.map(({ to }) => to)).toEqual([attendee.email]);
    const { data } = (await world.call("GET", `/v1/bookings?seriesId=${made.id}`)).body;
    expect((await verify(data[0]!.id, tokenIn(mails[0]!))).status).toBe(200);
    expect(await statuses()).toEqual(["confirmed", "confirmed", "confirmed"]);
  });

  test("sends the booker one mail with a link, without a word of his, and nobody else any", async () => {
    const { booking, email } = await bookAsPublic(immediate);
    const mails = await mailbox.collect();
    expect(mails.map(({ to }) => to)).toEqual([email]);
    const { subject, text } = mails[0]!;
    expect(text).toMatch(new RegExp(`${APP_URL}/bookings/${booking.id}/verify-email\\?token=hf_bv_[\\w-]{43}\\n`));
    expect(subject + text).not.toMatch(/pills|evil|Cheap/);
    expect(subject + text).not.toContain(booking.title);
  });

  test("keeps its token nowhere", async () => {
    const { booking, email } = await bookAsPublic(immediate);
    const token = await mailbox.tokenTo(email);
    await verify(booking.id, token);
    for (const table of ["outbox_event", "audit_entry", "idempotency_key", "booking", "outgoing_mail"])
      expect(JSON.stringify(await world.sql(`SELECT * FROM ${table}`))).not.toContain(token.slice(6));
    expect(JSON.stringify(world.app.logged)).not.toContain(token.slice(6));
  });

  test("that is refused sends nothing", async () => {
    const { startsAt } = await bookAsPublic(immediate);
    await mailbox.collect();
    const body = bookingRequest(immediate, startsAt);
    const { status } = await world.call("POST", "/v1/bookings", { key: world.clinic.publishableKey, body });
    expect([status, await mailbox.collect()]).toEqual([409, []]);
  });

  test("that is repeated under its idempotency key sends one mail", async () => {
    const body = bookingRequest(immediate, nextTime());
    const headers = { "Idempotency-Key": "once" };
    const call = () => world.call("POST", "/v1/bookings", { key: world.clinic.publishableKey, body, headers });
    const answers = [await call(), await call()];
    expect(answers.map(({ status, text }) => [status, text])).toEqual([201, 201].map((s) => [s, answers[0]!.text]));
    expect(await mailbox.collect()).toHaveLength(1);
  });

  test("that starts sooner waits until its start at most", async () => {
    const startsAt = "2026-12-01T08:00:00.000Z";
    const before = world.clock.now().getTime();
    world.clock.advance(Date.parse(startsAt) - before - 10 * 60_000);
    const { booking } = await bookAsPublic(immediate, startsAt);
    expect(booking.expiresAt).toBe(startsAt);
    await mailbox.collect();
  });
});

describe("nobody is asked", () => {
  test("who books as a member, by key or logged in", async () => {
    const { accessToken } = await world.logIn();
    for (const key of [world.clinic.owner.key, world.clinic.member.key, accessToken]) {
      const body = bookingRequest(immediate, nextTime());
      const answer = await world.call("POST", "/v1/bookings", { key, body });
      expect([answer.status, ...stateOf(answer.body)]).toEqual([201, "confirmed", [], null]);
    }
    expect(await mailbox.collect()).toEqual([]);
  });

  test("in another organisation, nor in this one when it asks no longer", async () => {
    await askForProof(false);
    expect(stateOf((await bookAsPublic(immediate)).booking)).toEqual(["confirmed", [], null]);
    await askForProof(true);
    const { id } = await world.stranger.addEventType();
    const options = { key: world.stranger.publishableKey, body: bookingRequest(id, nextTime()) };
    expect((await world.call("POST", "/v1/bookings", options)).body.status).toBe("confirmed");
    expect(await mailbox.collect()).toEqual([]);
  });

  test("another process learns of it within five seconds", async () => {
    const twin = await world.startTwin();
    const book = async () => {
      const options = { key: world.clinic.publishableKey, body: bookingRequest(immediate, nextTime()) };
      return (await twin.call("POST", "/v1/bookings", options)).body.status;
    };
    expect(await book()).toBe("pending");
    await askForProof(false);
    world.clock.advance(5_000);
    expect(await book()).toBe("confirmed");
    await askForProof(true);
    world.clock.advance(5_000);
    expect(await book()).toBe("pending");
    await mailbox.collect();
  });
});

describe("the token of the mail", () => {
  test("confirms the booking, and answers what its attendee sees", async () => {
    const { booking, email } = await bookAsPublic(immediate);
    const { status, body, headers } = await verify(booking.id, await mailbox.tokenTo(email));
    expect([status, headers.etag, ...stateOf(body)]).toEqual([200, '"2"', "confirmed", [], null]);
    expect(body.attendees.map((attendee) => attendee.email)).toEqual([email]);
    expect(body).toMatchObject({ notes: null, metadata: {} });
    expect(await eventsOf(booking.id)).toEqual(["booking.created", "booking.confirmed"]);
    const [line] = await world.sql<object>(
      "SELECT actor_kind, actor_id FROM audit_entry WHERE object_id = $1 AND action = 'booking.confirmed'",
      [booking.id],
    );
    expect(line).toEqual({ actor_kind: "attendee", actor_id: body.attendees[0]!.id });
  });

  test("64 at once have one effect and one answer", async () => {
    const { booking, email } = await bookAsPublic(immediate);
    const token = await mailbox.tokenTo(email);
    const answers = await Promise.all(Array.from({ length: 64 }, () => verify(booking.id, token)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(200);
    expect(await eventsOf(booking.id)).toEqual(["booking.created", "booking.confirmed"]);
    expect((await verify(booking.id, token)).text).toBe(answers[0]!.text);
  });

  test("leaves a booking that waits for the organisation too pending until its start, whoever comes first", async () => {
    const first = await bookAsPublic(onRequest);
    const verified = await verify(first.booking.id, await mailbox.tokenTo(first.email));
    expect(stateOf(verified.body)).toEqual(["pending", ["confirmation"], first.startsAt]);
    const confirmed = await world.call("POST", `/v1/bookings/${first.booking.id}/confirm`);
    expect(stateOf(confirmed.body)).toEqual(["confirmed", [], null]);
    expect(await eventsOf(first.booking.id)).toEqual([
      "booking.created",
      "booking.email_verified",
      "booking.confirmed",
    ]);

    const second = await bookAsPublic(onRequest);
    const given = await world.call("POST", `/v1/bookings/${second.booking.id}/confirm`);
    expect(stateOf(given.body)).toEqual(["pending", ["email_verification"], second.booking.expiresAt]);
    const again = await world.call("POST", `/v1/bookings/${second.booking.id}/confirm`);
    expect([again.status, again.text]).toEqual([200, given.text]);
    const proven = await verify(second.booking.id, await mailbox.tokenTo(second.email));
    expect(stateOf(proven.body)).toEqual(["confirmed", [], null]);
    expect(await eventsOf(second.booking.id)).toEqual([
      "booking.created",
      "booking.confirmation_given",
      "booking.confirmed",
    ]);
  });

  test("a confirmation and the proof at once confirm the booking once", async () => {
    const { booking, email } = await bookAsPublic(onRequest);
    const token = await mailbox.tokenTo(email);
    await Promise.all([
      ...Array.from({ length: 8 }, () => verify(booking.id, token)),
      ...Array.from({ length: 8 }, () => world.call("POST", `/v1/bookings/${booking.id}/confirm`)),
    ]);
    const { body } = await world.call("GET", `/v1/bookings/${booking.id}`);
    expect(stateOf(body)).toEqual(["confirmed", [], null]);
    expect((await eventsOf(booking.id)).filter((type) => type === "booking.confirmed")).toHaveLength(1);
  });

  test("is no use for another booking, nor is one of the wrong kind, and neither is told from an unknown booking", async () => {
    const { booking, email } = await bookAsPublic(immediate);
    const other = await bookAsPublic(immediate);
    const token = tokenIn((await mailbox.collect()).find(({ to }) => to === email)!);
    const guestLink = (await world.call("POST", `/v1/bookings/${booking.id}/guest-links`)).body.token!;
    for (const [id, given] of [
      [other.booking.id, token],
      [booking.id, `${token}x`],
      [booking.id, token.slice(0, -1)],
      [booking.id, "hf_bv_"],
      [booking.id, guestLink],
      [newId("booking"), token],
    ] as const) {
      const answer = await verify(id, given);
      expect([answer.status, answer.body.code]).toEqual([401, "invalid_one_time_token"]);
    }
    expect((await world.call("GET", `/v1/bookings/${booking.id}`)).body.status).toBe("pending");
    expect((await verify("nonsense", token)).status).toBe(404);
  });

  test("is taken from pages of the app alone", async () => {
    const { booking, email } = await bookAsPublic(immediate);
    const token = await mailbox.tokenTo(email);
    expect((await verify(booking.id, token, { Origin: "https://evil.example" })).status).toBe(403);
    expect((await verify(booking.id, token, { Origin: APP_ORIGIN })).status).toBe(200);
  });

  test("does not open what is cancelled or declined", async () => {
    for (const command of ["cancel", "decline"]) {
      const { booking, email } = await bookAsPublic(immediate);
      const token = await mailbox.tokenTo(email);
      await world.call("POST", `/v1/bookings/${booking.id}/${command}`);
      const answer = await verify(booking.id, token);
      expect([answer.status, answer.body.code]).toEqual([409, "booking_not_confirmable"]);
    }
  });

  test("shows the booking as it is when it comes again after the appointment", async () => {
    const { booking, email } = await bookAsPublic(immediate);
    const token = await mailbox.tokenTo(email);
    await verify(booking.id, token);
    world.clock.advance(Date.parse(booking.endsAt) - world.clock.now().getTime());
    await world.call("POST", `/v1/bookings/${booking.id}/complete`);
    const late = await verify(booking.id, token);
    expect([late.status, late.body.status]).toEqual([200, "completed"]);
  });
});

describe("without a proof in time", () => {
  test("the booking is declined by itself, and gives its time back", async () => {
    const { booking, email, startsAt } = await bookAsPublic(immediate);
    const token = await mailbox.tokenTo(email);
    world.clock.advance(30 * 60_000);
    const late = await verify(booking.id, token);
    expect([late.status, late.body.code]).toEqual([409, "booking_not_confirmable"]);
    await declineExpiredBookings({ db: world.app.db, clock: world.clock, ids: newId, log: createListLog([]) });
    expect((await world.call("GET", `/v1/bookings/${booking.id}`)).body.status).toBe("declined");
    await world.book(immediate, startsAt);
  });

  test("a mail that was held up until then does not go any more", async () => {
    await bookAsPublic(immediate);
    world.clock.advance(30 * 60_000);
    expect(await mailbox.collect()).toEqual([]);
  });

  test("to move the booking wins no time", async () => {
    const { booking } = await bookAsPublic(immediate);
    const body = { startsAt: nextTime() };
    const moved = await world.call("POST", `/v1/bookings/${booking.id}/reschedule`, { body });
    expect(stateOf(moved.body)).toEqual(["pending", ["email_verification"], booking.expiresAt]);
    await mailbox.collect();
  });
});
