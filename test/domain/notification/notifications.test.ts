import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { liftSuppression } from "../../../src/domain/contact-suppression/lift-suppression.ts";
import { suppressContact } from "../../../src/domain/contact-suppression/suppress-contact.ts";
import { settleDelivery } from "../../../src/domain/notification/settle-delivery.ts";
import { notificationHandler } from "../../../src/domain/notification/plan-notifications.ts";
import type { EventHandler } from "../../../src/domain/outbox/event-handler.ts";
import type { MailMessage } from "../../../src/domain/ports/mailer.ts";
import type { SendOutcome } from "../../../src/domain/ports/send-outcome.ts";
import { deleteOldRows } from "../../../src/domain/outbox/delete-old-rows.ts";
import { handleEvent } from "../../../src/domain/outbox/handle-event.ts";
import { bookingRequest } from "../../support/booking-request.ts";
import { createPostOffice, type PostOffice } from "../../support/post-office.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;
let office: PostOffice;
let eventTypeId: string;
let days = 0;

beforeAll(async () => {
  world = await createRestWorld();
  office = createPostOffice(world);
  eventTypeId = (await world.clinic.addEventType()).id;
});

afterEach(async () => {
  await office.dispatch();
  await world.sql("DELETE FROM job WHERE kind IN ('send-notification', 'handle-event')");
  await world.sql("DELETE FROM notification");
  office.mails.length = 0;
});

afterAll(() => world.close());

/** 09:00 in Berlin of another Tuesday each time. */
const nextTime = () => new Date(Date.parse("2026-12-01T08:00:00Z") + 7 * 86_400_000 * days++).toISOString();

const book = (more: object = {}, type = eventTypeId, startsAt = nextTime()) => world.book(type, startsAt, more);

const command = async (bookingId: string, verb: string, body: object = {}) => {
  const answer = await world.call("POST", `/v1/bookings/${bookingId}/${verb}`, { body });
  expect(answer.status).toBe(200);
  return answer.body;
};

interface Row {
  id: string;
  kind: string;
  recipient_type: string;
  recipient_id: string;
  status: string;
  reason: string | null;
  attempts: number;
  next_attempt_at: Date | null;
  provider_message_id: string | null;
  delivered_at: Date | null;
  detail: string | null;
}

const change = async (body: object) => {
  expect((await world.call("PATCH", "/v1/organisation", { body })).status).toBe(200);
};

const rowsOf = (bookingId: string) =>
  world.sql<Row>("SELECT * FROM notification WHERE booking_id = $1 ORDER BY booking_version, recipient_type", [
    bookingId,
  ]);

const briefly = (rows: Row[]) =>
  rows.map(({ kind, recipient_type, status, reason }) => [kind, recipient_type, status, ...(reason ? [reason] : [])]);

const OWNER = "owner@clinic.example";
const subjects = (mails: MailMessage[]) => mails.map(({ to, subject }) => [to, subject.split(":")[0]]).toSorted();

const guests = [{ email: "guest@example.com", name: "Gus" }];

describe("who is told of a booking", () => {
  test("is everybody who takes part, each by one mail, when it is confirmed, moved and cancelled", async () => {
    const { id } = await book({ guests });
    const attendee = "ada@example.com";
    expect(subjects(await office.deliver())).toEqual([
      [attendee, "Your booking is confirmed"],
      ["guest@example.com", "Your booking is confirmed"],
      [OWNER, "New booking"],
    ]);
    await command(id, "reschedule", { startsAt: nextTime() });
    expect(subjects(await office.deliver())).toEqual([
      [attendee, "Your booking has changed"],
      ["guest@example.com", "Your booking has changed"],
      [OWNER, "Booking moved"],
    ]);
    await command(id, "cancel");
    expect(subjects(await office.deliver())).toEqual([
      [attendee, "Your booking is cancelled"],
      ["guest@example.com", "Your booking is cancelled"],
      [OWNER, "Booking cancelled"],
    ]);
    expect(await office.deliver()).toEqual([]);
  });

  test("is the booker and the host while it waits to be confirmed, and the guests once it is", async () => {
    const { id: type } = await world.clinic.addEventType({ requiresConfirmation: true });
    const { id } = await book({ guests }, type);
    expect(subjects(await office.deliver())).toEqual([
      ["ada@example.com", "We have received your request"],
      [OWNER, "A booking waits for you"],
    ]);
    await command(id, "confirm");
    expect((await office.deliver()).map(({ to }) => to).toSorted()).toEqual([
      "ada@example.com",
      "guest@example.com",
      OWNER,
    ]);
    const other = await book({ guests }, type);
    await office.deliver();
    await command(other.id, "decline");
    expect(subjects(await office.deliver())).toEqual([["ada@example.com", "Your request was declined"]]);
    const third = await book({ guests }, type);
    await office.deliver();
    await command(third.id, "cancel");
    expect((await office.deliver()).map(({ to }) => to).toSorted()).toEqual(["ada@example.com", OWNER]);
  });

  test("is nobody before the booker has proven his address, and never where he does not", async () => {
    await world.call("PATCH", "/v1/organisation", { body: { bookingEmailVerification: true } });
    const startsAt = nextTime();
    const body = bookingRequest(eventTypeId, startsAt, { guests });
    const booked = await world.call("POST", "/v1/bookings", { key: world.clinic.publishableKey, body });
    await world.call("PATCH", "/v1/organisation", { body: { bookingEmailVerification: false } });
    const { id } = booked.body as { id: string };
    expect(await office.deliver()).toEqual([]);
    expect(briefly(await rowsOf(id))).toEqual([["booking_pending", "attendee", "suppressed", "unproven"]]);
    await command(id, "reschedule", { startsAt: nextTime() });
    await command(id, "cancel");
    expect(await office.deliver()).toEqual([]);
    expect(await rowsOf(id)).toHaveLength(1);
  });

  test("is the one who leaves where one of several does", async () => {
    const { id, attendees } = await book({ guests });
    await office.deliver();
    const [, guest] = attendees as unknown as { id: string }[];
    const gone = await world.call("POST", `/v1/bookings/${id}/attendees/${guest!.id}/cancel`, { body: {} });
    expect(gone.status).toBe(200);
    expect(subjects(await office.deliver())).toEqual([["guest@example.com", "Your booking is cancelled"]]);
  });

  test("are the host who comes, the host who goes, and who booked, where a booking is handed to a colleague", async () => {
    const { memberId: hostId } = await world.clinic.addPerson();
    const { id, startsAt } = await book();
    await office.deliver();
    await command(id, "reschedule", { startsAt, hostId });
    await office.deliver();
    expect(briefly(await rowsOf(id)).slice(2)).toEqual([
      ["booking_rescheduled", "attendee", "sent"],
      ["booking_confirmed", "host", "sent"],
      ["booking_cancelled", "host", "sent"],
    ]);
  });
});

describe("a message", () => {
  test("goes once, however often its event is handled, and whatever is killed between", async () => {
    const { id } = await book();
    await office.dispatch();
    const [event] = await world.sql<{ id: string }>(
      "SELECT id FROM outbox_event WHERE subject_id = $1 AND type = 'booking.created'",
      [id],
    );
    const again = { handler: notificationHandler.name, eventId: event!.id };
    await handleEvent(office.deps, [notificationHandler], again);
    // The transaction of one that dies is undone, with its job.
    const dying = dyingAfter(notificationHandler);
    await expect(handleEvent(office.deps, [dying], again)).rejects.toThrow("killed");
    await Promise.all([
      handleEvent(office.deps, [notificationHandler], again),
      handleEvent(office.deps, [notificationHandler], again),
    ]);
    expect(await world.sql("SELECT FROM job WHERE kind = 'send-notification'")).toHaveLength(2);
    await office.work();
    await handleEvent(office.deps, [notificationHandler], again);
    await office.work();
    expect(office.mails).toHaveLength(2);
    expect(await world.sql("SELECT FROM job WHERE kind = 'send-notification'")).toEqual([]);
  });

  test("that is overtaken is dropped, and the last word is sent", async () => {
    const { id } = await book();
    await office.dispatch();
    await command(id, "reschedule", { startsAt: nextTime() });
    await command(id, "cancel");
    const mails = await office.deliver();
    expect(subjects(mails)).toEqual([
      ["ada@example.com", "Your booking is cancelled"],
      [OWNER, "Booking cancelled"],
    ]);
    expect(briefly(await rowsOf(id))).toEqual([
      ["booking_confirmed", "attendee", "dropped", "superseded"],
      ["booking_confirmed", "host", "dropped", "superseded"],
      ["booking_rescheduled", "attendee", "dropped", "superseded"],
      ["booking_rescheduled", "host", "dropped", "superseded"],
      ["booking_cancelled", "attendee", "sent"],
      ["booking_cancelled", "host", "sent"],
    ]);
  });

  test("waits while an earlier one to the same person is on its way, and does not count that as a failure", async () => {
    const { id } = await book();
    await office.dispatch();
    await world.sql("UPDATE notification SET status = 'sending', updated_at = $1", [world.clock.now()]);
    await world.sql("DELETE FROM job WHERE kind = 'send-notification'");
    await command(id, "cancel");
    expect(await office.deliver()).toEqual([]);
    const jobs = await world.sql<{ attempts: number }>("SELECT attempts FROM job WHERE kind = 'send-notification'");
    expect(jobs).toEqual([{ attempts: 0 }, { attempts: 0 }]);
    await world.sql("UPDATE notification SET status = 'sent' WHERE status = 'sending'");
    world.clock.advance(1_000);
    expect(await office.deliver()).toHaveLength(2);
  });

  test("of a booking that is over is not sent any more", async () => {
    const { id } = await book();
    await office.dispatch();
    await world.sql("UPDATE booking SET ends_at = $2, starts_at = $3 WHERE id = $1", [
      id,
      world.clock.now(),
      new Date(Number(world.clock.now()) - 60_000),
    ]);
    expect(await office.deliver()).toEqual([]);
    expect(briefly(await rowsOf(id))).toEqual([
      ["booking_confirmed", "attendee", "dropped", "too_late"],
      ["booking_confirmed", "host", "dropped", "too_late"],
    ]);
  });

  test("says [Test] before all else where the organisation is one for tests, and goes in the organisation's name", async () => {
    await world.sql("UPDATE organisation SET mode = 'test' WHERE id = $1", [world.clinic.organisationId]);
    await book();
    const mails = await office.deliver();
    await world.sql("UPDATE organisation SET mode = 'live' WHERE id = $1", [world.clinic.organisationId]);
    expect(mails.map(({ subject }) => subject.slice(0, 7))).toEqual(["[Test] ", "[Test] "]);
    expect(mails[0]!.from).toEqual({ name: "clinic" });
  });

  test("goes in the name that the organisation chooses, in its language where the reader's is not known, but not where it is", async () => {
    const notificationSender = { name: "Empfang", replyTo: "empfang@clinic.example" };
    await change({ notificationSender, locale: "de" });
    await book({ guests: [{ email: "guest@example.com", locale: "fr" }] });
    const mails = await office.deliver();
    await change({ notificationSender: null, locale: "en" });
    const sent = { from: { name: "Empfang" }, replyTo: { address: "empfang@clinic.example", name: "Empfang" } };
    for (const mail of mails) expect(mail).toMatchObject(sent);
    expect(subjects(mails)).toEqual([
      ["ada@example.com", "Ihre Buchung ist bestätigt"],
      ["guest@example.com", "Votre réservation est confirmée\u202f"],
      [OWNER, "New booking"],
    ]);
  });

  test("of a kind that the organisation has turned off goes to nobody, and the log says so", async () => {
    await change({ disabledNotifications: ["booking_confirmed"] });
    const { id } = await book();
    expect(await office.deliver()).toEqual([]);
    expect(briefly(await rowsOf(id))).toEqual([
      ["booking_confirmed", "attendee", "suppressed", "disabled"],
      ["booking_confirmed", "host", "suppressed", "disabled"],
    ]);
    await command(id, "cancel");
    const mails = await office.deliver();
    expect(mails).toHaveLength(2);
    for (const { calendar } of mails) expect(calendar).toBeUndefined();
    await change({ disabledNotifications: [] });
  });

  test("tells an attendee or a guest nothing that somebody else has typed in", async () => {
    const spam = "Buy at evil.example";
    await book({
      attendee: { name: spam, email: "victim@example.com" },
      guests: [{ email: "guest@example.com", name: spam }],
      notes: spam,
    });
    const mails = await office.deliver();
    for (const mail of mails.filter(({ to }) => to !== OWNER)) expect(JSON.stringify(mail)).not.toContain("evil");
  });
});

describe("an address that is not to be written to", () => {
  test.each([
    ["bounce", "bounced"],
    ["complaint", "complained"],
  ] as const)("after a %s gets nothing, and the log says %s", async (reason, says) => {
    const contact = { channel: "email" as const, address: "ada@example.com", reason };
    const { organisationId } = world.clinic;
    await world.app.db.transaction((tx) => suppressContact(office.deps, tx, { ...contact, organisationId }));
    const { id } = await book();
    expect((await office.deliver()).map(({ to }) => to)).toEqual([OWNER]);
    expect(briefly(await rowsOf(id))[0]).toEqual(["booking_confirmed", "attendee", "suppressed", says]);
    await world.app.db.transaction((tx) => liftSuppression(tx, { ...contact, organisationId }));
  });

  test("since its owner unsubscribed hears of its bookings all the same", async () => {
    const contact = { channel: "email" as const, address: "ada@example.com", reason: "unsubscribe" as const };
    const { organisationId } = world.clinic;
    await world.app.db.transaction((tx) => suppressContact(office.deps, tx, { ...contact, organisationId }));
    await book();
    expect(await office.deliver()).toHaveLength(2);
    await world.app.db.transaction((tx) => liftSuppression(tx, { ...contact, organisationId }));
  });
});

describe("the bookings of a series", () => {
  test("are told of in one mail to each person, with all their times, when made and when cancelled", async () => {
    const startsAt = nextTime();
    days += 4;
    const made = await world.call("POST", "/v1/series", {
      body: {
        ...bookingRequest(eventTypeId, startsAt, { guests }),
        recurrence: { rrule: "FREQ=WEEKLY;COUNT=4" },
        mode: "all_or_nothing",
      },
    });
    expect(made.status).toBe(201);
    const { id } = made.body;
    expect(await office.deliver()).toEqual([]);
    world.clock.advance(5_000);
    const mails = await office.deliver();
    expect(mails.map(({ to }) => to).toSorted()).toEqual(["ada@example.com", "guest@example.com", OWNER]);
    for (const { text, calendar } of mails) {
      expect(/When: (.*)/.exec(text)![1]!.split("; ")).toHaveLength(4);
      expect([calendar!.method, calendar!.ics.match(/^UID:/gm)!.length]).toEqual(["PUBLISH", 4]);
      expect(calendar!.ics.replaceAll("\r\n", "")).not.toContain("\n");
    }
    const rows = await world.sql<Row & { told_with: string | null }>("SELECT * FROM notification");
    expect(rows).toHaveLength(12);
    expect(rows.every(({ status }) => status === "sent")).toBe(true);
    expect(rows.filter((row) => row.told_with === null)).toHaveLength(3);
    const cancelled = await world.call("POST", `/v1/series/${id}/cancel`, { body: { scope: "all" } });
    expect(cancelled.status).toBe(200);
    await office.deliver();
    world.clock.advance(5_000);
    expect(subjects(await office.deliver())).toEqual([
      ["ada@example.com", "Your booking is cancelled"],
      ["guest@example.com", "Your booking is cancelled"],
      [OWNER, "Booking cancelled"],
    ]);
  });
});

describe("a provider", () => {
  const answering = (...outcomes: SendOutcome[]) =>
    createPostOffice(world, { send: () => Promise.resolve(outcomes.shift()!) });

  const toAttendee = async (...outcomes: SendOutcome[]) => {
    const { id } = await book();
    await office.dispatch();
    await world.sql("DELETE FROM notification WHERE recipient_type = 'host'");
    await answering(...outcomes).work();
    return { id, row: (await rowsOf(id))[0]!, again: (...more: SendOutcome[]) => answering(...more).work() };
  };

  const down = (retryAfterSeconds: number | null): SendOutcome => ({
    outcome: "down",
    provider: "smtp",
    reason: "failing",
    retryAfterSeconds,
    detail: "SMTP 421",
  });

  test("that is down is asked again later, or when it says, and the row says when", async () => {
    const { id, row, again } = await toAttendee(down(null));
    const from = Number(world.clock.now());
    expect(row).toMatchObject({ status: "planned", attempts: 1, detail: "SMTP 421" });
    expect(row.next_attempt_at).toEqual(new Date(from + 10_000));
    world.clock.advance(9_999);
    await again();
    world.clock.advance(1);
    await again(down(60));
    expect((await rowsOf(id))[0]).toMatchObject({ attempts: 2, next_attempt_at: new Date(from + 70_000) });
    world.clock.advance(60_000);
    await again({ outcome: "sent", provider: "smtp", providerMessageId: "<m@x>" });
    expect((await rowsOf(id))[0]).toMatchObject({ status: "sent", attempts: 3, next_attempt_at: null, detail: null });
  });

  test("that is down for too long makes it a dead letter, which can be sent when it is tried again", async () => {
    const { id, again } = await toAttendee(down(null));
    for (let n = 1; n < 15; n++) {
      world.clock.advance(7_200_000);
      await again(down(null));
    }
    expect((await rowsOf(id))[0]).toMatchObject({ status: "failed", reason: "gave_up", attempts: 15 });
    const [dead] = await world.sql<{ id: string }>("SELECT id FROM job WHERE died_at IS NOT NULL");
    expect((await world.call("POST", `/v1/dead-letters/${dead!.id}/retry`)).status).toBe(202);
    await again({ outcome: "sent", provider: "smtp", providerMessageId: null });
    expect((await rowsOf(id))[0]).toMatchObject({ status: "sent", reason: null });
  });

  test("that refuses is not asked again, and the row says why", async () => {
    const { row } = await toAttendee({
      outcome: "refused",
      provider: "smtp",
      reason: "bad_address",
      detail: "SMTP 550 5.1.1",
    });
    expect(row).toMatchObject({ status: "failed", reason: "bounced", detail: "SMTP 550 5.1.1" });
    expect(await world.sql("SELECT FROM job WHERE kind = 'send-notification'")).toEqual([]);
  });

  const sent = (providerMessageId: string): SendOutcome => ({ outcome: "sent", provider: "p", providerMessageId });
  const report = (providerMessageId: string, as: { status: "delivered" } | { status: "failed"; reason: "bounced" }) =>
    world.app.db.transaction((tx) =>
      settleDelivery({ clock: world.clock }, tx, { provider: "p", providerMessageId, ...as }),
    );

  test("that says what became of a message is believed, twice, late, in any order, and before its name is known", async () => {
    const { id } = await toAttendee(sent("m1"));
    expect(await report("m1", { status: "delivered" })).toBe(1);
    expect(await report("m1", { status: "delivered" })).toBe(0);
    expect((await rowsOf(id))[0]).toMatchObject({ status: "delivered", delivered_at: world.clock.now() });
    expect(await report("m1", { status: "failed", reason: "bounced" })).toBe(1);
    expect(await report("m1", { status: "delivered" })).toBe(0);
    expect((await rowsOf(id))[0]).toMatchObject({ status: "failed", reason: "bounced" });

    expect(await report("m2", { status: "failed", reason: "bounced" })).toBe(0);
    expect(await report("m2", { status: "delivered" })).toBe(0);
    const early = await toAttendee(sent("m2"));
    expect(early.row).toMatchObject({ status: "failed", reason: "bounced" });
    expect(await world.sql("SELECT FROM early_delivery_report")).toEqual([]);
  });

  test("that speaks of a message which is not ours is forgotten after a week", async () => {
    await report("m3", { status: "delivered" });
    const at = world.clock.now().toISOString();
    world.clock.advance(7 * 86_400_000);
    await deleteOldRows(office.deps);
    expect(await world.sql("SELECT FROM early_delivery_report")).toHaveLength(1);
    world.clock.advance(1);
    await deleteOldRows(office.deps);
    expect(await world.sql("SELECT FROM early_delivery_report")).toEqual([]);
    world.clock.moveTo(at);
  });

  test("that says it while we write down what it calls the message is heard all the same", async () => {
    for (let round = 0; round < 10; round++) {
      const name = `race-${round}`;
      const [{ id }] = await Promise.all([toAttendee(sent(name)), report(name, { status: "delivered" })]);
      expect((await rowsOf(id))[0]).toMatchObject({ status: "delivered" });
    }
  });
});

function dyingAfter(handler: EventHandler): EventHandler {
  return {
    ...handler,
    async handle(ctx, events) {
      await handler.handle(ctx, events);
      throw new Error("killed");
    },
  };
}
