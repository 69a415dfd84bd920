import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import type { PushMessage } from "../../../src/domain/ports/push-sender.ts";
import type { SendOutcome } from "../../../src/domain/ports/send-outcome.ts";
import type { JobDeps } from "../../../src/jobs/job-kind.ts";
import { NOW } from "../../support/domain-context.ts";
import { createPostOffice, type PostOffice } from "../../support/post-office.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;
let office: PostOffice;
let eventTypeId: string;
/** An access token of the host. */
let key: string;
/** What the provider says to a token; it takes all others. */
const answers = new Map<string, Omit<Extract<SendOutcome, object>, "provider">>();

beforeAll(async () => {
  world = await createRestWorld();
  office = createPostOffice(world);
  const { pushes } = office;
  (office.deps as { pushSender: JobDeps["pushSender"] }).pushSender = {
    kinds: new Set(["fcm"]),
    send(message: PushMessage) {
      pushes.push(message);
      const answer = message.target.kind === "fcm" ? answers.get(message.target.token[0]!) : undefined;
      return Promise.resolve({
        provider: "fcm",
        ...(answer ?? { outcome: "sent", providerMessageId: null }),
      } as SendOutcome);
    },
  };
  eventTypeId = (await world.clinic.addEventType({ reminders: [] })).id;
});

beforeEach(async () => {
  key = (await world.logIn()).accessToken;
});

afterEach(async () => {
  world.clock.moveTo(NOW);
  await office.dispatch();
  answers.clear();
  for (const table of ["job", "notification", "push_device", "claim"]) await world.sql(`DELETE FROM ${table}`);
  await settings({ notificationPreferences: {}, quietHours: null, timeZone: "Europe/Berlin" });
  office.pushes.length = 0;
  office.mails.length = 0;
});

afterAll(() => world.close());

const START = "2026-12-02T09:00:00.000Z";

const register = async (letter: string) => {
  const body = { kind: "fcm", token: letter.repeat(40) };
  return (await world.call("POST", "/v1/me/devices", { key, body })).body.id;
};
const settings = (body: object) => world.call("PATCH", "/v1/me", { key, body });
const rows = () =>
  world.sql<{ status: string; reason: string | null; due_at: Date; attempts: number }>(
    "SELECT * FROM notification WHERE channel = 'push' ORDER BY created_at, id",
  );
const devicesLeft = () => world.sql("SELECT id FROM push_device ORDER BY id");

test("a host is told on each of his devices, later news of a booking in the place of earlier, and by no name", async () => {
  await register("a");
  await register("b");
  const { id } = await world.book(eventTypeId, START);
  await office.deliver();
  const tokens = office.pushes.map(({ target }) => "token" in target && target.token[0]);
  expect(tokens.toSorted()).toEqual(["a", "b"]);
  expect(office.pushes[0]).toMatchObject({
    title: "New booking",
    body: expect.stringContaining("Visit, "),
    data: { kind: "booking_confirmed", bookingId: id },
    collapseKey: id,
    timeToLiveSeconds: 86_400,
  });
  expect(JSON.stringify(office.pushes)).not.toContain("Ada");
  expect(await rows()).toMatchObject([{ status: "sent" }]);
});

test("who has no device, or wants none of it, is pushed nothing", async () => {
  await world.book(eventTypeId, START);
  await register("a");
  await settings({ notificationPreferences: { "booking.created.push": false } });
  await world.book(eventTypeId, "2026-12-03T09:00:00.000Z");
  await office.deliver();
  expect(await rows()).toEqual([]);
});

test("what he has not wanted since it was planned does not go", async () => {
  await register("a");
  await world.book(eventTypeId, START);
  await office.dispatch();
  await settings({ notificationPreferences: { "booking.confirmed.push": false } });
  await office.work();
  expect(office.pushes).toEqual([]);
  expect(await rows()).toMatchObject([{ status: "suppressed", reason: "opted_out" }]);
});

test("a mail that he does not want is written down as one that did not go", async () => {
  await settings({ notificationPreferences: { "booking.confirmed.email": false } });
  await world.book(eventTypeId, START);
  const mails = await office.deliver();
  expect(mails.map(({ to }) => to)).toEqual(["ada@example.com"]);
  const [row] = await world.sql("SELECT * FROM notification WHERE recipient_type = 'host'");
  expect(row).toMatchObject({ channel: "email", status: "suppressed", reason: "opted_out" });
});

test("in his quiet hours nothing is pushed until they end, in his zone", async () => {
  await register("a");
  await settings({ quietHours: { start: "08:30", end: "10:00" } });
  await world.book(eventTypeId, START);
  await office.deliver();
  expect(office.pushes).toEqual([]);
  // 09:00 in Berlin.
  expect(await rows()).toMatchObject([{ status: "planned", due_at: new Date("2026-11-23T09:00:00.000Z") }]);
  await settings({ quietHours: { start: "08:30", end: "10:30" } });
  world.clock.moveTo("2026-11-23T09:00:00.000Z");
  await office.work();
  expect(await rows()).toMatchObject([{ status: "planned", attempts: 0 }]);
  world.clock.moveTo("2026-11-23T09:30:00.000Z");
  await office.work();
  expect(office.pushes).toHaveLength(1);
});

test("a device that is gone is removed, and told of; the others are told", async () => {
  const gone = await register("x");
  const stays = await register("a");
  answers.set("x", { outcome: "refused", reason: "gone", detail: "HTTP 410" } as never);
  await world.book(eventTypeId, START);
  await office.deliver();
  expect(await devicesLeft()).toEqual([{ id: stays }]);
  expect(await rows()).toMatchObject([{ status: "sent" }]);
  const [event] = await world.sql("SELECT subject_id FROM outbox_event WHERE type = 'user.device_removed'");
  expect(event).toEqual({ subject_id: gone });
});

test("where all are gone nobody is told, and where a provider is down it is tried again", async () => {
  await register("x");
  answers.set("x", { outcome: "refused", reason: "gone", detail: "UNREGISTERED" } as never);
  await world.book(eventTypeId, START);
  await office.deliver();
  expect(await rows()).toMatchObject([{ status: "suppressed", reason: "no_device" }]);

  await register("d");
  answers.set("d", { outcome: "down", reason: "failing", retryAfterSeconds: null, detail: "HTTP 503" } as never);
  await world.book(eventTypeId, "2026-12-03T09:00:00.000Z");
  await office.deliver();
  expect((await rows())[1]).toMatchObject({ status: "planned", attempts: 1, detail: "HTTP 503" });
  answers.clear();
  world.clock.advance(60_000);
  await office.work();
  expect((await rows())[1]).toMatchObject({ status: "sent" });
  expect(await devicesLeft()).toHaveLength(1);
});

test("a host of a busy hour is pushed six messages, and the rest as one when the first of them is an hour old", async () => {
  await register("a");
  const { id: type } = await world.clinic.addEventType({ reminders: [], durationsMinutes: [15] });
  const start = Date.parse(START);
  for (let n = 0; n < 6; n++) {
    await world.book(type, new Date(start + n * 900_000).toISOString());
    await office.deliver();
    world.clock.advance(60_000);
  }
  expect(office.pushes.splice(0)).toHaveLength(6);
  const moved = await world.book(type, new Date(start + 6 * 900_000).toISOString());
  await world.book(type, new Date(start + 7 * 900_000).toISOString());
  await office.deliver();
  await world.call("POST", `/v1/bookings/${moved.id}/cancel`, { body: {} });
  await office.deliver();
  expect(office.pushes).toEqual([]);
  expect((await rows()).filter(({ reason }) => reason === "digested")).toHaveLength(3);
  world.clock.moveTo("2026-11-23T08:59:59.000Z");
  await office.work();
  expect(office.pushes).toEqual([]);
  world.clock.moveTo("2026-11-23T09:00:00.000Z");
  await office.work();
  expect(office.pushes).toMatchObject([{ title: "Your bookings", body: "News of bookings: 3" }]);
  expect(office.pushes[0]!.data).toMatchObject({ kind: "booking_digest" });
  await office.work();
  expect(office.pushes).toHaveLength(1);
});
