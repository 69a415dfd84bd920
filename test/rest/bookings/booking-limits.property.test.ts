import { afterAll, beforeAll, expect, test } from "@jest/globals";
import {
  LIMIT_PERIODS,
  type EventTypeLimit,
  type LimitPeriod,
  type MemberLimit,
} from "../../../src/domain/booking-limit/booking-limit.ts";
import { updateEventType } from "../../../src/domain/event-type/update-event-type.ts";
import { updateMember } from "../../../src/domain/identity/update-member.ts";
import { bookingRequest } from "../../support/booking-request.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

/** `HOLDFAST_LIMIT_ROUNDS=500` asks for more. */
const ROUNDS = Number(process.env["HOLDFAST_LIMIT_ROUNDS"] ?? 20);
const DURATIONS = [15, 30, 60];
/** Berlin's clocks go forward on 2027-03-28, in the night to Sunday. */
const DAYS = ["2027-03-25", "2027-03-26", "2027-03-28", "2027-03-29", "2027-03-31", "2027-04-01"];
const RANGE = "from=2027-03-25T00:00:00Z&to=2027-04-02T00:00:00Z&timeZone=Asia/Tokyo";
const ZONES = ["Europe/Berlin", "America/New_York", "Pacific/Auckland"];

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

/** mulberry32 */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

interface Counted {
  startsAt: string;
  minutes: number;
  hostIds: string[];
  eventTypeId: string;
}

/** The name of the period that an instant lies in, by what Intl's calendar shows. */
function nameOf(timeZone: string, per: LimitPeriod, instant: string): string {
  const date = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(new Date(instant));
  if (per === "day") return date;
  if (per === "month") return date.slice(0, 7);
  const monday = new Date(`${date}T00:00:00Z`);
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7));
  return monday.toISOString().slice(0, 10);
}

function hasRoom(
  limit: MemberLimit,
  timeZone: string,
  startsAt: string,
  minutes: number,
  counted: readonly Counted[],
): boolean {
  const period = nameOf(timeZone, limit.per, startsAt);
  const within = counted.filter((each) => nameOf(timeZone, limit.per, each.startsAt) === period);
  const booked = within.reduce((sum, each) => sum + each.minutes, 0);
  return within.length < (limit.bookings ?? Infinity) && booked + minutes <= (limit.minutes ?? Infinity);
}

test.each(Array.from({ length: ROUNDS }, (_, i) => i + 1))(
  "seed %i: offered is what has room by a count by hand; what is offered is accepted, what is not is refused",
  async (seed) => {
    const random = randomOf(seed);
    const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)]!;
    const amounts = () => {
      const kind = random(3);
      return {
        ...(kind !== 0 && { bookings: 1 + random(4) }),
        ...(kind !== 1 && { minutes: 15 + 15 * random(10) }),
      };
    };
    const limitsOf = (): MemberLimit[] =>
      LIMIT_PERIODS.filter(() => random(3) === 0).map((per) => ({ per, ...amounts() }));

    const hosts: { memberId: string; scheduleId: string; zone: string; limits: MemberLimit[] }[] = [];
    for (let i = 0; i < 2; i++) {
      const { memberId } = await world.clinic.addPerson();
      const zone = pick(ZONES);
      const weekly = [{ days: ["monday", "wednesday", "thursday", "friday", "sunday"], start: "00:00", end: "24:00" }];
      const { body } = await world.call("POST", "/v1/schedules", {
        body: { name: "Round the clock", memberId, timeZone: zone, weekly },
      });
      hosts.push({ memberId, scheduleId: body.id, zone, limits: limitsOf() });
    }
    const zone = pick(ZONES);
    const addEventType = () =>
      world.clinic.addEventType({
        assignment: "round_robin",
        hosts: hosts.map(({ memberId, scheduleId }) => ({ memberId, scheduleId })),
        timeZone: zone,
        durationsMinutes: DURATIONS,
        slotIntervalMinutes: 60,
      });
    const [asked, other] = [await addEventType(), await addEventType()];
    const limits: EventTypeLimit[] = (["host", "event_type"] as const).flatMap((scope) =>
      limitsOf().map((limit) => ({ ...limit, scope })),
    );

    const counted: Counted[] = [];
    for (let i = 0; i < 14; i++) {
      const eventTypeId = pick([asked.id, asked.id, other.id]);
      const durationMinutes = pick(DURATIONS);
      const startsAt = `${pick(DAYS)}T${String(random(24)).padStart(2, "0")}:00:00.000Z`;
      const { status, body } = await world.call("POST", "/v1/bookings", {
        body: bookingRequest(eventTypeId, startsAt, { durationMinutes }),
      });
      if (status !== 201) continue;
      if (random(4) > 0) counted.push({ startsAt, minutes: durationMinutes, hostIds: body.hostIds, eventTypeId });
      else await world.call("POST", `/v1/bookings/${body.id}/cancel`, { body: {} });
    }

    const minutes = pick(DURATIONS);
    const slots = async (): Promise<{ startsAt: string; hostIds: string[] }[]> => {
      const path = `/v1/availability?eventTypeId=${asked.id}&${RANGE}&durationMinutes=${minutes}&expand=hosts`;
      const { body } = await world.call("GET", path);
      return (body.days as unknown as { slots: { startsAt: string; hostIds: string[] }[] }[]).flatMap(
        (day) => day.slots,
      );
    };
    const free = await slots();
    expect(free.length).toBeGreaterThan(0);
    await updateEventType(world.clinic.asOwner, { eventTypeId: asked.id, limits });
    for (const { memberId, limits: own } of hosts) await updateMember(world.clinic.asOwner, { memberId, limits: own });

    const mayServe = (startsAt: string, memberId: string): boolean => {
      const host = hosts.find((each) => each.memberId === memberId)!;
      const his = counted.filter(({ hostIds }) => hostIds.includes(memberId));
      const ofType = his.filter(({ eventTypeId }) => eventTypeId === asked.id);
      return (
        host.limits.every((limit) => hasRoom(limit, host.zone, startsAt, minutes, his)) &&
        limits
          .filter(({ scope }) => scope === "host")
          .every((limit) => hasRoom(limit, host.zone, startsAt, minutes, ofType))
      );
    };
    const ofAsked = counted.filter(({ eventTypeId }) => eventTypeId === asked.id);
    const expected = free
      .filter(({ startsAt }) =>
        limits
          .filter(({ scope }) => scope === "event_type")
          .every((limit) => hasRoom(limit, zone, startsAt, minutes, ofAsked)),
      )
      .map((slot) => ({ ...slot, hostIds: slot.hostIds.filter((id) => mayServe(slot.startsAt, id)) }))
      .filter(({ hostIds }) => hostIds.length > 0);
    const offered = await slots();
    expect({ seed, offered }).toEqual({ seed, offered: expected });

    const book = (startsAt: string) =>
      world.call("POST", "/v1/bookings", {
        body: bookingRequest(asked.id, startsAt, { durationMinutes: minutes }),
      });
    const full = free.filter(({ startsAt }) => !offered.some((slot) => slot.startsAt === startsAt));
    if (full.length > 0) {
      const { startsAt } = pick(full);
      expect(await book(startsAt)).toMatchObject({ status: 409, body: { reason: "limit" } });
    }
    if (offered.length > 0) {
      const { startsAt, hostIds } = pick(offered);
      const { status, body } = await book(startsAt);
      expect({ seed, status }).toEqual({ seed, status: 201 });
      expect(hostIds).toContain(body.hostIds[0]);
    }
  },
);
