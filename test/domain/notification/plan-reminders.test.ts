import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { setTimeout as sleep } from "node:timers/promises";
import { suppressContact } from "../../../src/domain/contact-suppression/suppress-contact.ts";
import { reminderHandler } from "../../../src/domain/notification/plan-reminders.ts";
import type { ReminderInput } from "../../../src/domain/event-type/reminder.ts";
import type { MailMessage } from "../../../src/domain/ports/mailer.ts";
import { sendNotificationJob } from "../../../src/jobs/send-notification.job.ts";
import { startWorker } from "../../../src/jobs/worker.ts";
import { NOW } from "../../support/domain-context.ts";
import { createPostOffice, type PostOffice } from "../../support/post-office.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;
let office: PostOffice;

beforeAll(async () => {
  world = await createRestWorld();
  office = createPostOffice(world, undefined, [reminderHandler]);
});

afterEach(async () => {
  world.clock.moveTo(NOW);
  await office.dispatch();
  await world.sql("DELETE FROM claim");
  await world.sql("DELETE FROM job");
  await world.sql("DELETE FROM notification");
  await world.sql("DELETE FROM contact_suppression");
  for (const list of [office.mails, office.texts, office.pushes]) list.length = 0;
});

afterAll(() => world.close());

const HOUR_MS = 3_600_000;
const PHONE = "+4915112345678";
const BY_PHONE = { attendee: { name: "Ada Byron", email: "ada@example.com", phone: PHONE, locale: "de-DE" } };
/** 10:00 in Berlin on a Wednesday, and the days after. */
const START = "2026-12-02T09:00:00.000Z";
const OTHER_START = "2026-12-03T09:00:00.000Z";

const eventTypeWith = async (reminders?: ReminderInput[], more: object = {}) =>
  (await world.clinic.addEventType({ ...(reminders && { reminders }), ...more })).id;

const command = async (bookingId: string, verb: string, body: object = {}) => {
  const answer = await world.call("POST", `/v1/bookings/${bookingId}/${verb}`, { body });
  expect(answer.status).toBe(200);
};

interface Row {
  id: string;
  channel: string;
  recipient_type: string;
  minutes_before: number;
  starts_at: Date;
  due_at: Date;
  status: string;
  reason: string | null;
}

const rows = () => world.sql<Row>("SELECT * FROM notification ORDER BY starts_at, due_at, channel, recipient_type, id");

/** What is planned, each with its job, due at the same time. */
async function planned(): Promise<string[]> {
  const found = (await rows()).filter(({ status }) => status === "planned");
  const jobs = await world.sql<{ key: string; due_at: Date }>("SELECT key, due_at FROM job ORDER BY key");
  expect(jobs).toEqual(found.map(({ id, due_at }) => ({ key: id, due_at })).sort((a, b) => (a.key < b.key ? -1 : 1)));
  return found.map(({ channel, recipient_type, due_at }) => `${recipient_type} ${channel} ${due_at.toISOString()}`);
}

const deliveredAt = async (instant: string): Promise<MailMessage[]> => {
  world.clock.moveTo(instant);
  return office.deliver();
};

describe("a reminder", () => {
  test("goes by mail a day before, where the event type says nothing else", async () => {
    await world.book(await eventTypeWith(), START);
    await office.dispatch();
    expect(await planned()).toEqual(["attendee email 2026-12-01T09:00:00.000Z"]);
    expect(await deliveredAt("2026-12-01T08:59:59.000Z")).toEqual([]);
    const [mail, ...others] = await deliveredAt("2026-12-01T09:00:00.000Z");
    expect([mail!.to, mail!.subject, others]).toMatchObject(["ada@example.com", expect.stringContaining("Visit"), []]);
    expect(await deliveredAt("2026-12-02T08:00:00.000Z")).toEqual([]);
    expect(await rows()).toMatchObject([{ status: "sent", minutes_before: 1440 }]);
  });

  test("is none where the event type has none, nor for a booking that is made later than it would go", async () => {
    await world.book(await eventTypeWith([]), START);
    await world.book(await eventTypeWith(), "2026-11-23T13:00:00.000Z");
    await office.dispatch();
    expect(await rows()).toEqual([]);
  });

  test("that fell due while no worker worked goes late, and one that waits to be sent is not taken back", async () => {
    const type = await eventTypeWith([{ minutesBefore: 60 }]);
    const { id } = await world.book(type, START);
    world.clock.moveTo("2026-12-02T08:20:00.000Z");
    await office.dispatch();
    expect(await planned()).toEqual(["attendee email 2026-12-02T08:00:00.000Z"]);
    await world.call("PATCH", `/v1/bookings/${id}`, { body: { notes: "Brings X-rays." } });
    expect(await office.deliver()).toHaveLength(1);
    await world.call("PATCH", `/v1/bookings/${id}`, { body: { notes: "Brings none." } });
    expect(await office.deliver()).toEqual([]);
  });

  test("is moved with its booking, and goes once, also to a time that it had before", async () => {
    const { id } = await world.book(await eventTypeWith(), START);
    await office.dispatch();
    const [first] = await rows();
    await command(id, "reschedule", { startsAt: OTHER_START });
    await office.dispatch();
    expect(await planned()).toEqual(["attendee email 2026-12-02T09:00:00.000Z"]);
    expect((await rows())[0]).toMatchObject({ id: first!.id, status: "dropped", reason: "superseded" });
    await command(id, "reschedule", { startsAt: START });
    await office.dispatch();
    expect(await planned()).toEqual(["attendee email 2026-12-01T09:00:00.000Z"]);
    expect((await rows())[0]).toMatchObject({ id: first!.id, status: "planned", reason: null });
    expect(await deliveredAt("2026-12-01T09:00:00.000Z")).toHaveLength(1);
    await command(id, "reschedule", { startsAt: OTHER_START });
    expect(await office.deliver()).toEqual([]);
    await command(id, "reschedule", { startsAt: START });
    expect(await deliveredAt("2026-12-02T08:00:00.000Z")).toEqual([]);
  });

  test.each(["cancel", "decline"])("is dropped by %s", async (verb) => {
    const type = await eventTypeWith(undefined, { requiresConfirmation: true });
    const { id } = await world.book(type, START);
    await office.dispatch();
    expect(await rows()).toEqual([]);
    if (verb === "cancel") {
      await command(id, "confirm");
      await office.dispatch();
      expect(await planned()).toHaveLength(1);
    }
    await command(id, verb);
    await office.dispatch();
    expect(await planned()).toEqual([]);
    expect(await deliveredAt("2026-12-01T09:00:00.000Z")).toEqual([]);
  });

  test("is dropped by its own job, where the event of what became of the booking comes after it", async () => {
    const { id } = await world.book(await eventTypeWith(), START);
    await office.dispatch();
    await command(id, "reschedule", { startsAt: OTHER_START });
    world.clock.moveTo("2026-12-01T09:00:00.000Z");
    await office.work();
    expect(office.mails).toEqual([]);
    expect(await rows()).toMatchObject([{ status: "dropped", reason: "superseded" }]);
  });

  test("goes to nobody who gave up his place", async () => {
    const { id, attendees } = await world.book(await eventTypeWith(), START, {
      guests: [{ email: "guest@example.com", name: "Gus" }],
    });
    await office.dispatch();
    expect(await planned()).toHaveLength(2);
    await command(id, `attendees/${attendees[1]!.id}/cancel`);
    await office.dispatch();
    expect(await planned()).toEqual(["attendee email 2026-12-01T09:00:00.000Z"]);
  });

  test("is what the event type said when it was booked", async () => {
    const type = await eventTypeWith([{ minutesBefore: 60 }]);
    const { id } = await world.book(type, START);
    await world.call("PATCH", `/v1/event-types/${type}`, { body: { reminders: [{ minutesBefore: 120 }] } });
    await command(id, "reschedule", { startsAt: OTHER_START });
    await world.book(type, START);
    await office.dispatch();
    expect(await planned()).toEqual([
      "attendee email 2026-12-02T07:00:00.000Z",
      "attendee email 2026-12-03T08:00:00.000Z",
    ]);
  });

  test("is planned once, however often its event is handled", async () => {
    await world.book(await eventTypeWith(), START);
    await office.dispatch();
    const before = await rows();
    const [event] = await world.app.db.prisma.outboxEvent.findMany({
      where: { type: "booking.created" },
      take: 1,
      orderBy: { sequence: "desc" },
    });
    await world.app.db.transaction((tx) => reminderHandler.handle({ ...office.deps, tx }, [event as never]));
    expect(await rows()).toEqual(before);
    expect(await planned()).toHaveLength(1);
  });
});

describe("a reminder by text message", () => {
  const textEventType = () => eventTypeWith([{ minutesBefore: 60, channels: ["sms"] }]);

  test("goes to who gave a number, in his language and zone, and names nobody", async () => {
    const type = await textEventType();
    await world.book(type, START);
    await world.book(type, OTHER_START, BY_PHONE);
    await office.dispatch();
    await deliveredAt("2026-12-03T08:00:00.000Z");
    expect(office.texts).toMatchObject([{ to: PHONE }]);
    const { text } = office.texts[0]!;
    expect(text).toMatch(/Erinnerung: Visit, Do\.?, 3\. Dez\.?,? (um )?10:00 MEZ\. Abbestellen: mit STOP antworten\.$/);
    expect(text).not.toMatch(/Ada|[^\x20-\x7eäöüÄÖÜß]/);
  });

  test("does not go to who has answered STOP, and what was planned says so", async () => {
    await world.book(await textEventType(), START, BY_PHONE);
    await office.dispatch();
    const { organisationId } = world.clinic;
    const contact = { channel: "sms" as const, address: PHONE, organisationId, reason: "stop" as const };
    await world.app.db.transaction((tx) => suppressContact(office.deps, tx, contact));
    await deliveredAt("2026-12-02T08:00:00.000Z");
    expect(office.texts).toEqual([]);
    expect(await rows()).toMatchObject([{ status: "suppressed", reason: "opted_out" }]);
  });

  test("that comes late does not come by night, and not after the start", async () => {
    const { id } = await world.book(await textEventType(), START, BY_PHONE);
    await office.dispatch();
    await world.sql("UPDATE job SET due_at = '2026-12-01T22:00:00Z'");
    await deliveredAt("2026-12-01T22:00:00.000Z");
    expect(office.texts).toEqual([]);
    expect(await rows()).toMatchObject([{ booking_id: id, status: "planned", attempts: 0 }]);
    await deliveredAt("2026-12-02T07:00:00.000Z");
    expect(office.texts).toHaveLength(1);
    await world.book(await textEventType(), OTHER_START, BY_PHONE);
    await office.dispatch();
    await deliveredAt("2026-12-03T09:00:00.000Z");
    expect(office.texts).toHaveLength(1);
    expect((await rows())[1]).toMatchObject({ status: "dropped", reason: "too_late" });
  });
});

describe("while the clock is moved by an hour either way", () => {
  test("no reminder goes twice, and none is lost", async () => {
    const type = await eventTypeWith([{ minutesBefore: 1440 }, { minutesBefore: 720 }, { minutesBefore: 180 }]);
    for (let n = 0; n < 12; n++)
      await world.book(type, new Date(Date.parse("2026-12-02T08:00:00Z") + n * 1_800_000).toISOString());
    await office.dispatch();
    const sent: string[] = [];
    const mailer = {
      async send({ id }: MailMessage) {
        sent.push(id);
        // The clock is moved while messages are on their way, too.
        await sleep(30);
        return { provider: "slow", outcome: "sent" as const, providerMessageId: id };
      },
    };
    const worker = await startWorker(
      { ...office.deps, mailer },
      {
        ...{ registry: { "send-notification": sendNotificationJob }, concurrency: 10, leaseMs: 15_000, everyMs: 5 },
      },
    );
    world.clock.moveTo("2026-12-01T06:55:00.000Z");
    const until = Date.parse("2026-12-02T10:30:00.000Z");
    for (let n = 0; world.clock.now().getTime() < until; n++) {
      world.clock.advance([1_200_000, HOUR_MS, 600_000, -HOUR_MS][n % 4]!);
      await sleep(20);
    }
    for (let looked = 0; looked < 400 && (await world.sql("SELECT FROM job")).length > 0; looked++) await sleep(25);
    await worker.stop();
    const found = await rows();
    expect(found.map(({ status }) => status)).toEqual(Array<string>(36).fill("sent"));
    expect(sent.toSorted()).toEqual(found.map(({ id }) => id).toSorted());
  }, 60_000);
});
