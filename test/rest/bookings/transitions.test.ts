import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import {
  BOOKING_STATUSES,
  TRANSITIONS,
  type BookingCommand,
  type BookingStatus,
} from "../../../src/domain/booking/booking.ts";
import type { AnswerBody } from "../../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;
let immediate: string;
let onRequest: string;

beforeAll(async () => {
  world = await createRestWorld();
  immediate = (await world.clinic.addEventType()).id;
  onRequest = (await world.clinic.addEventType({ requiresConfirmation: true })).id;
});

afterAll(() => world.close());

const PATHS: Record<BookingCommand, string> = {
  confirm: "confirm",
  decline: "decline",
  cancel: "cancel",
  reschedule: "reschedule",
  complete: "complete",
  markNoShow: "no-show",
};

/** How a booking gets into each state. Those that are confirmed at once lie in the past, so that they can be closed. */
const WAYS: Record<BookingStatus, { isPast: boolean; commands: BookingCommand[] }> = {
  pending: { isPast: false, commands: [] },
  confirmed: { isPast: true, commands: [] },
  declined: { isPast: false, commands: ["decline"] },
  cancelled: { isPast: true, commands: ["cancel"] },
  completed: { isPast: true, commands: ["complete"] },
  no_show: { isPast: true, commands: ["markNoShow"] },
};

/** Half hours from a Monday on, around the clock: each test takes the next one. */
const half = { past: 0, future: 0 };
const PAST = Date.parse("2026-11-16T00:00:00Z");
const FUTURE = Date.parse("2026-12-14T00:00:00Z");

function nextTime(isPast: boolean): string {
  const turn = isPast ? half.past++ : half.future++;
  return new Date((isPast ? PAST : FUTURE) + turn * 1_800_000).toISOString();
}

function command(booking: AnswerBody, name: BookingCommand) {
  const body = name === "reschedule" ? { startsAt: nextTime(false), override: OUT_OF_HOURS } : {};
  return world.call("POST", `/v1/bookings/${booking.id}/${PATHS[name]}`, { body });
}

const OUT_OF_HOURS = ["past", "day_off", "outside_hours", "off_grid"];

async function bookingIn(status: BookingStatus): Promise<AnswerBody> {
  const { isPast, commands } = WAYS[status];
  let booking = await world.book(isPast ? immediate : onRequest, nextTime(isPast), { override: OUT_OF_HOURS });
  for (const name of commands) booking = (await command(booking, name)).body;
  expect(booking.status).toBe(status);
  return booking;
}

describe.each(BOOKING_STATUSES)("a booking that is %s", (status) => {
  test.each(Object.keys(TRANSITIONS) as BookingCommand[])("answers %s as the table of states says", async (name) => {
    const { from, to, refusal } = TRANSITIONS[name];
    const before = await bookingIn(status);
    const answer = await command(before, name);

    if (status === to) {
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual(before);
    } else if (from.includes(status)) {
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ id: before.id, status: to ?? status, version: before.version + 1 });
      expect(answer.headers.etag).toBe(`"${before.version + 1}"`);
    } else {
      expect(answer.status).toBe(409);
      expect(answer.body).toMatchObject({ code: refusal, retryable: false });
      const after = await world.call("GET", `/v1/bookings/${before.id}`);
      expect(after.body).toEqual(before);
    }
  });
});

test("completing and no-show are possible from the start on, not before", async () => {
  const { call, clock } = world;
  const booking = await world.book(immediate, "2026-11-24T08:00:00Z");
  for (const path of ["complete", "no-show"]) {
    const { status, body } = await call("POST", `/v1/bookings/${booking.id}/${path}`);
    expect(status).toBe(409);
    expect(body.detail).toContain("has not started");
  }
  clock.moveTo("2026-11-24T08:00:00.000Z");
  expect((await call("POST", `/v1/bookings/${booking.id}/no-show`)).body.status).toBe("no_show");
  expect((await call("POST", `/v1/bookings/${booking.id}/complete`)).body.status).toBe("completed");
});

test("a pending booking says why and until when, and confirming it ends both", async () => {
  const { call } = world;
  const pending = await world.book(onRequest, "2026-11-25T08:00:00Z");
  expect(pending).toMatchObject({ pendingReasons: ["confirmation"], expiresAt: "2026-11-25T08:00:00.000Z" });
  const { body } = await call("POST", `/v1/bookings/${pending.id}/confirm`);
  expect(body).toMatchObject({ status: "confirmed", pendingReasons: [], expiresAt: null });
});

test("a pending booking that has expired is no longer confirmed", async () => {
  const { call, clock } = world;
  const pending = await world.book(onRequest, "2026-11-25T09:00:00Z");
  clock.moveTo("2026-11-25T09:00:00.000Z");
  const { status, body } = await call("POST", `/v1/bookings/${pending.id}/confirm`);
  expect(status).toBe(409);
  expect(body.code).toBe("booking_not_confirmable");
});

test.each(["cancel", "decline"])("a reason to %s is kept with the booking and in its history", async (name) => {
  const { call, clock } = world;
  clock.moveTo("2026-11-25T10:00:00.000Z");
  const booking = await world.book(onRequest, "2026-12-01T09:00:00Z");
  const { body } = await call("POST", `/v1/bookings/${booking.id}/${name}`, { body: { reason: "The host is ill." } });
  expect(body).toMatchObject(
    name === "decline"
      ? { declineReason: "The host is ill.", cancellation: null }
      : {
          declineReason: null,
          cancellation: { cancelledAt: "2026-11-25T10:00:00.000Z", by: "staff", reason: "The host is ill." },
        },
  );
  const read = await call("GET", `/v1/bookings/${booking.id}?expand=history`);
  expect(read.body.history.at(-1)).toMatchObject({
    reason: "The host is ill.",
    actorId: world.clinic.owner.memberId,
    changes: { status: ["pending", name === "decline" ? "declined" : "cancelled"] },
  });
});

test.each(["cancel", "decline"])("the time is free again after %s", async (name) => {
  const startsAt = "2026-12-02T09:00:00Z";
  const booking = await world.book(onRequest, startsAt);
  await world.call("POST", `/v1/bookings/${booking.id}/${name}`);
  const next = await world.book(onRequest, startsAt);
  expect(next.id).not.toBe(booking.id);
  await world.call("POST", `/v1/bookings/${next.id}/cancel`);
});

test("the cut-off binds attendees, not those who work here", async () => {
  const { id } = await world.clinic.addEventType({ cancellationCutoffMinutes: 1440, rescheduleCutoffMinutes: 1440 });
  const booking = await world.book(id, "2026-11-25T14:00:00Z");
  const moved = await world.call("POST", `/v1/bookings/${booking.id}/reschedule`, {
    body: { startsAt: "2026-11-25T15:00:00Z" },
  });
  expect(moved.status).toBe(200);
  expect((await world.call("POST", `/v1/bookings/${booking.id}/cancel`)).status).toBe(200);
});
