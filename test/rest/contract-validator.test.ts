import { describe, expect, test } from "@jest/globals";
import { DomainError, type FieldError } from "../../src/domain/shared/errors.ts";
import { OPERATIONS, type OperationId } from "../../src/generated/contract-operations.ts";
import { validateRequest, type RawRequest } from "../../src/rest/contract-validator.ts";

const BOOKING = "bkg_01kb2x8e4sf3tbm2x0qz6c4a1d";
const EVENT_TYPE = "evt_01k9q4m2r7e8tav3w5y6z0b1cd";

const newBooking = {
  eventTypeId: EVENT_TYPE,
  startsAt: "2026-12-01T10:00:00+01:00",
  timeZone: "Europe/Berlin",
  attendee: { name: "Ada Byron", email: "ada@example.com" },
  clientCreatedAt: "2026-11-20T08:15:30.120Z",
};

function request(parts: Partial<RawRequest>): RawRequest {
  return { params: {}, query: {}, headers: {}, body: undefined, ...parts };
}

function refusal(operationId: OperationId, parts: Partial<RawRequest>): DomainError {
  try {
    validateRequest(operationId, request(parts));
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error("The request was accepted.");
}

function errorsOf(operationId: OperationId, parts: Partial<RawRequest>): FieldError[] {
  return refusal(operationId, parts).errors;
}

/** The messages about a booking with these fields. */
function bookingErrors(fields: Record<string, unknown>): FieldError[] {
  return errorsOf("createBooking", { body: { ...newBooking, ...fields } });
}

function eventTypeErrors(fields: Record<string, unknown>): FieldError[] {
  return errorsOf("createEventType", { body: { title: "Talk", ...fields } });
}

describe("a body", () => {
  test("that fits comes back as it is, without defaults: those are the domain's", () => {
    expect(validateRequest("createBooking", request({ body: newBooking })).body).toBe(newBooking);
    expect(validateRequest("createEventType", request({ body: { title: "Talk" } })).body).toEqual({ title: "Talk" });
    const patch = request({ params: { eventTypeId: EVENT_TYPE }, body: {} });
    expect(validateRequest("updateEventType", patch).body).toEqual({});
  });

  test("that may be left out is an empty object then", () => {
    const params = { bookingId: BOOKING };
    expect(validateRequest("cancelBooking", request({ params })).body).toEqual({});
    expect(validateRequest("confirmBooking", request({ params, body: {} })).body).toEqual({});
    expect(errorsOf("confirmBooking", { params, body: { cause: "x" } })).toEqual([
      { pointer: "/cause", message: "is not a known field" },
    ]);
  });

  test("that is needed is asked for", () => {
    expect(errorsOf("createBooking", {})).toEqual([{ pointer: "", message: "is required" }]);
    expect(errorsOf("createBooking", { body: null })).toEqual([{ pointer: "", message: "must be an object" }]);
    expect(errorsOf("createBooking", { body: [] })).toEqual([{ pointer: "", message: "must be an object" }]);
  });

  test.each([
    [{ eventTypeId: "evt_1" }, "/eventTypeId", "must be a valid event type id"],
    [{ eventTypeId: BOOKING }, "/eventTypeId", "must be a valid event type id"],
    [{ startsAt: "2026-12-01T10:00" }, "/startsAt", /^must be a valid date and time with an offset/],
    [{ startsAt: "2026-12-01 10:00:00Z" }, "/startsAt", /^must be a valid date and time/],
    [{ startsAt: "2026-02-30T00:00:00Z" }, "/startsAt", /^must be a valid date and time/],
    [{ startsAt: "0001-01-01T00:00:00Z" }, "/startsAt", /a year from 1000 to 8999$/],
    [{ startsAt: 1764579600 }, "/startsAt", "must be text"],
    [{ timeZone: "+02:00" }, "/timeZone", "must be a valid IANA time zone, such as Europe/Berlin"],
    [{ attendee: { name: "Ada" } }, "/attendee/email", "is required"],
    [{ attendee: { name: "", email: "ada@example.com" } }, "/attendee/name", "must not be empty"],
    [{ attendee: { name: "Ada", email: "ada@localhost" } }, "/attendee/email", "must be a valid e-mail address"],
    [{ attendee: { name: "A\u0000", email: "ada@example.com" } }, "/attendee/name", /without control characters$/],
    [{ attendee: { name: "A\nBcc: x", email: "ada@example.com" } }, "/attendee/name", /without control characters$/],
    [
      { attendee: { ...newBooking.attendee, phone: "030 1234" } },
      "/attendee/phone",
      /^must be a valid phone number in E.164/,
    ],
    [{ attendee: { ...newBooking.attendee, locale: "german" } }, "/attendee/locale", /^must be a valid language tag/],
    [{ notes: "a\u0000" }, "/notes", "must be a valid text without the character U+0000"],
    [{ notes: "x".repeat(5001) }, "/notes", "must have at most 5000 characters"],
    [{ notes: "half \ud83d" }, "/notes", "must not contain half a surrogate pair"],
    [{ durationMinutes: 0 }, "/durationMinutes", "must be at least 1"],
    [{ durationMinutes: 1441 }, "/durationMinutes", "must be at most 1440"],
    [{ durationMinutes: 30.5 }, "/durationMinutes", "must be a whole number"],
    [{ durationMinutes: "30" }, "/durationMinutes", "must be a whole number"],
    [{ override: ["notice", "notice"] }, "/override", "must not have the same entry twice"],
    [
      { override: ["booked"] },
      "/override/0",
      "must be one of: past, notice, window, day_off, outside_hours, off_grid, limit",
    ],
    [{ guests: Array(11).fill({ email: "g@example.com" }) }, "/guests", "must have at most 10 entries"],
    [{ location: { type: "address" } }, "/location/value", "is required"],
    [
      { location: { type: "link", value: "javascript:alert(1)" } },
      "/location/value",
      /must be a valid link that starts with/,
    ],
    [{ location: { type: "room" } }, "/location/type", "must be one of: address, phone, link"],
    [{ answers: { a: { b: 1 } } }, "/answers/a", "must be text or a number or true or false or a list"],
    [{ answers: { "A b": 1 } }, "/answers/A b", "must be a valid question key"],
    [{ metadata: { "a/b": "x" } }, "/metadata/a~1b", "must be a valid metadata key"],
    [{ metadata: { a: 1 } }, "/metadata/a", "must be text"],
    [{ hold: "hld_1" }, "/hold", "is not a known field"],
  ])("with %j is refused at %s", (fields, pointer, message) => {
    const expected = message instanceof RegExp ? expect.stringMatching(message) : message;
    expect(bookingErrors(fields)).toEqual([{ pointer, message: expected }]);
  });

  test.each([
    [{ bookingWindow: { type: "rolling", days: 731 } }, "/bookingWindow/days", "must be at most 730"],
    [{ bookingWindow: { type: "range", from: "2026-01-01" } }, "/bookingWindow/to", "is required"],
    [
      { bookingWindow: { type: "range", from: "2026-02-30", to: "2026-03-01" } },
      "/bookingWindow/from",
      /^must be a valid date/,
    ],
    [{ bookingWindow: { type: "monthly" } }, "/bookingWindow/type", "must be one of: rolling, range"],
    [{ bookingWindow: "always" }, "/bookingWindow/type", "must be one of: rolling, range"],
    [{ price: { amountMinor: 1.5, currency: "EUR" } }, "/price/amountMinor", "must be a whole number"],
    [{ price: { amountMinor: 1, currency: "eur" } }, "/price/currency", "must be a valid currency code"],
    [{ price: 10 }, "/price", "must be an object"],
    [{ description: 1 }, "/description", "must be text or null"],
    [{ durationsMinutes: [] }, "/durationsMinutes", "must not be empty"],
    [{ slug: "Not a slug" }, "/slug", "must be a valid slug of small letters, digits and single hyphens"],
    [{ questions: [{ key: "a", label: "A", type: "choice" }] }, "/questions/0/options", "is required"],
    [{ questions: [{ key: "constructor", label: "A", type: "text" }] }, "/questions/0/key", "is not allowed"],
    [
      { hosts: [{ memberId: "mem_01k9q3x1a2b3c4d5e6f7g8h9jk", scheduleId: "x" }] },
      "/hosts/0/scheduleId",
      "must be a valid schedule id",
    ],
  ])("of an event type with %j is refused at %s", (fields, pointer, message) => {
    const expected = message instanceof RegExp ? expect.stringMatching(message) : message;
    expect(eventTypeErrors(fields)).toEqual([{ pointer, message: expected }]);
  });

  test.each([null, { type: "rolling", days: 0 }, { type: "range", from: "2026-01-01", to: "2026-12-31" }])(
    "may have %j as a booking window",
    (bookingWindow) => {
      expect(() =>
        validateRequest("createEventType", request({ body: { title: "Talk", bookingWindow } })),
      ).not.toThrow();
    },
  );

  test.each(["__proto__", "constructor", "prototype"])(
    "with the key %s anywhere is refused as an unknown field",
    (key) => {
      const hidden = JSON.parse(`{"${key}": "x"}`) as Record<string, unknown>;
      expect(errorsOf("createBooking", { body: { ...newBooking, metadata: hidden } })).toEqual([
        { pointer: `/metadata/${key}`, message: "is not a known field" },
      ]);
      const top = JSON.parse(JSON.stringify(newBooking).replace("{", `{"${key}": {"isAdmin": true}, `)) as unknown;
      expect(errorsOf("createBooking", { body: top })).toEqual([
        { pointer: `/${key}`, message: "is not a known field" },
      ]);
    },
  );

  test("is told all its wrong places at once, 20 at the most", () => {
    expect(errorsOf("createBooking", { body: {} }).map(({ pointer }) => pointer)).toEqual([
      "/eventTypeId",
      "/startsAt",
      "/timeZone",
      "/attendee",
      "/clientCreatedAt",
    ]);
    const wrong = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`field${index}`, 1]));
    expect(bookingErrors(wrong)).toHaveLength(20);
    expect(refusal("createBooking", { body: {} }).message).toBe("The request is wrong in 5 places; see errors.");
  });

  test.each([
    ["unknown scopes", "createApiKey", { name: "k", scopes: Array(25_000).fill("a") }],
    [
      "distinct durations",
      "createEventType",
      { title: "t", durationsMinutes: Array.from({ length: 20_000 }, (_, i) => i + 0.5) },
    ],
    ["wrong hosts", "createEventType", { title: "t", hosts: Array(5000).fill({ memberId: "m", scheduleId: 1 }) }],
    ["empty guests", "createBooking", { guests: Array(80_000).fill({}) }],
    [
      "wrong answers",
      "createBooking",
      { answers: Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`A${i}`, {}])) },
    ],
    ["wrong fields", "createEventType", Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`f${i}`, 1]))],
    [
      "letters in an address",
      "createMember",
      { name: "n", timeZone: "UTC", email: `${"a-".repeat(50_000)}@${"a.".repeat(50_000)}` },
    ],
    [
      "letters in a language",
      "createMember",
      { name: "n", timeZone: "UTC", email: "a@b.de", locale: "de-".repeat(40_000) },
    ],
    ["hyphens in a slug", "createEventType", { title: "t", slug: `${"a-".repeat(50_000)}!` }],
    [
      "deep lists",
      "createEventType",
      { title: "t", locations: JSON.parse("[".repeat(5000) + "]".repeat(5000)) as unknown },
    ],
  ] as const)("of 100 kB and more of %s is refused in a moment", (_, operationId, body) => {
    errorsOf(operationId, { body: {} });
    const startedAt = performance.now();
    expect(errorsOf(operationId, { body }).length).toBeGreaterThan(0);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});

describe("a query", () => {
  const range = {
    eventTypeId: EVENT_TYPE,
    from: "2026-12-01T00:00:00Z",
    to: "2026-12-02T00:00:00Z",
    timeZone: "Etc/UTC",
  };

  test("is read as what the contract says it is, with the documented defaults", () => {
    const query = { status: "pending,confirmed", limit: "7", expand: ["host", "eventType"], from: range.from };
    expect(validateRequest("listBookings", request({ query })).query).toEqual({
      status: ["pending", "confirmed"],
      limit: 7,
      order: "starts_at",
      expand: ["host", "eventType"],
      from: "2026-12-01T00:00:00Z",
    });
    expect(validateRequest("listEventTypes", request({ query: { deleted: "true" } })).query).toEqual({
      deleted: true,
      limit: 20,
    });
    expect(validateRequest("getAvailability", request({ query: range })).query).toEqual({ ...range, explain: false });
  });

  test("has the plus sign of an offset given back that arrived as a space", () => {
    const query = { ...range, from: "2026-12-01T00:00:00 01:00" };
    expect(validateRequest("getAvailability", request({ query })).query.from).toBe("2026-12-01T00:00:00+01:00");
  });

  test.each([
    [{ nope: "1" }, "?nope", "is not a known parameter"],
    [{ limit: ["1", "2"] }, "?limit", "must be given once"],
    [{ limit: { a: "1" } }, "?limit", "must be given once"],
    [{ limit: "0" }, "?limit", "must be at least 1"],
    [{ limit: "101" }, "?limit", "must be at most 100"],
    [{ limit: "1e1" }, "?limit", "must be a whole number"],
    [{ limit: "" }, "?limit", "must be a whole number"],
    [{ from: "2026-12-01" }, "?from", /^must be a valid date and time with an offset/],
    [{ from: "2026-02-30T00:00:00Z" }, "?from", /^must be a valid date and time/],
    [{ status: "" }, "?status", /^must be one of: pending/],
    [{ status: "pending,gone" }, "?status", /^must be one of: pending/],
    [{ status: "pending,pending" }, "?status", "must not have the same entry twice"],
    [{ expand: "history" }, "?expand", "must be one of: host, eventType"],
    [{ hostId: EVENT_TYPE }, "?hostId", "must be a valid member id"],
    [{ cursor: "a b" }, "?cursor", "must be a valid cursor"],
    [{ order: "price" }, "?order", "must be one of: starts_at, -starts_at"],
  ])("with %j is refused at %s", (query, pointer, message) => {
    const expected = message instanceof RegExp ? expect.stringMatching(message) : message;
    expect(errorsOf("listBookings", { query })).toEqual([{ pointer, message: expected }]);
  });

  test("is asked for what it needs, and for true or false by these words", () => {
    const { eventTypeId, from } = range;
    expect(errorsOf("getAvailability", { query: { eventTypeId, from, explain: "1" } })).toEqual([
      { pointer: "?to", message: "is required" },
      { pointer: "?timeZone", message: "is required" },
      { pointer: "?explain", message: "must be true or false" },
    ]);
  });
});

describe("headers", () => {
  const params = { bookingId: BOOKING };

  test("of the operation come back under the contract's names", () => {
    const headers = { "if-match": '"3"', "idempotency-key": "abc", "x-request-id": "anything at all", accept: "*/*" };
    expect(validateRequest("cancelBooking", request({ params, headers })).headers).toEqual({
      "If-Match": '"3"',
      "Idempotency-Key": "abc",
      "X-Request-Id": "anything at all",
    });
  });

  test.each([
    [{ "if-match": "3" }, "header: If-Match"],
    [{ "if-match": "" }, "header: If-Match"],
    [{ "idempotency-key": "a b" }, "header: Idempotency-Key"],
    [{ "idempotency-key": "ü" }, "header: Idempotency-Key"],
    [{ "idempotency-key": "x".repeat(256) }, "header: Idempotency-Key"],
  ])("with %j are refused", (headers, pointer) => {
    expect(errorsOf("cancelBooking", { params, headers }).map((error) => error.pointer)).toEqual([pointer]);
  });

  test.each(["*", '"3"', 'W/"3"', '"3", "4"'])("take %s as If-Match", (ifMatch) => {
    expect(() => validateRequest("cancelBooking", request({ params, headers: { "if-match": ifMatch } }))).not.toThrow();
  });
});

describe("a path", () => {
  test.each(["", "x", "bkg_", `${BOOKING}0`, "bkg_\u0000", BOOKING.toUpperCase(), "../etc"])(
    "with %j for an id names nothing: not_found, whatever else is wrong",
    (bookingId) => {
      const { code, message } = refusal("updateBooking", { params: { bookingId }, body: { nope: 1 } });
      expect([code, message]).toEqual(["not_found", "There is no such booking."]);
    },
  );
});

test("every operation of the contract can be compiled", () => {
  for (const operationId of Object.keys(OPERATIONS) as OperationId[]) {
    expect(refusal(operationId, { query: { nope: "1" } }).errors[0]).toEqual({
      pointer: "?nope",
      message: "is not a known parameter",
    });
  }
});
