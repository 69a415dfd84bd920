import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { bookingRequest } from "../../support/booking-request.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;
let eventTypeId: string;

beforeAll(async () => {
  world = await createRestWorld();
  const eventType = await world.clinic.addEventType({
    minimumNoticeMinutes: 120,
    bookingWindow: { type: "rolling", days: 10 },
  });
  eventTypeId = eventType.id;
});

afterAll(() => world.close());

function book(startsAt: string, override: string[], key = world.clinic.owner.key) {
  return world.call("POST", "/v1/bookings", { key, body: bookingRequest(eventTypeId, startsAt, { override }) });
}

test.each([
  ["past", "2026-11-20T08:00:00Z"],
  ["notice", "2026-11-23T09:00:00Z"],
  ["window", "2026-12-10T08:00:00Z"],
  ["day_off", "2026-11-26T08:00:00Z"],
  ["outside_hours", "2026-11-24T17:00:00Z"],
  ["off_grid", "2026-11-24T09:07:00Z"],
])("a time that only %s speaks against is booked by naming it, and not without", async (rule, startsAt) => {
  expect((await book(startsAt, [])).body.reason).toBe(rule);
  expect((await book(startsAt, [rule])).status).toBe(201);
});

test("every rule against a time must be named: the first one that was not is the reason", async () => {
  const sundayFarAhead = "2026-12-20T09:07:00Z";
  expect((await book(sundayFarAhead, ["day_off"])).body.reason).toBe("window");
  expect((await book(sundayFarAhead, ["window"])).body.reason).toBe("day_off");
  expect((await book(sundayFarAhead, ["window", "day_off"])).status).toBe(201);
});

test("a claim is never set aside, and is the reason where the rules were", async () => {
  const everything = ["past", "notice", "window", "day_off", "outside_hours", "off_grid"];
  expect((await book("2026-11-24T18:00:00Z", everything)).status).toBe(201);
  const { status, body } = await book("2026-11-24T18:15:00Z", everything);
  expect(status).toBe(409);
  expect(body.reason).toBe("booked");
});

test("without the scope bookings:override it is 403, whether it is needed or not", async () => {
  const { key } = await world.clinic.addKey({ scopes: ["bookings:read", "bookings:write"] });
  expect((await book("2026-11-25T08:00:00Z", ["notice"], key)).status).toBe(403);
  expect((await book("2026-11-25T08:00:00Z", [], key)).status).toBe(201);
  expect((await book("2026-11-25T09:00:00Z", ["notice"], world.clinic.publishableKey)).status).toBe(403);
});
