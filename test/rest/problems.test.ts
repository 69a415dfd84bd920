import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { bookingRequest } from "../support/booking-request.ts";
import type { Answer } from "../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";

let world: RestWorld;
let eventTypeId: string;

beforeAll(async () => {
  world = await createRestWorld();
  eventTypeId = (await world.clinic.addEventType()).id;
});

afterAll(() => world.close());

const STARTS_AT = "2026-12-01T09:00:00Z";

function post(body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  return world.call("POST", "/v1/bookings", { body, headers });
}

const booking = (more: object = {}) => bookingRequest(eventTypeId, STARTS_AT, more);

function expectProblem(answer: Answer, status: number, code: string): void {
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
  expect(answer.body).toMatchObject({ status, requestId: answer.headers["x-request-id"] });
}

describe("a body", () => {
  test.each(["{", "", " ", '{"a":1,}', "{'a':1}"])("that is no JSON is 400: %j", async (body) => {
    const answer = await post(body);
    if (body === "") expectProblem(answer, 422, "validation_failed");
    else expectProblem(answer, 400, "malformed_request");
  });

  test.each(["null", "[]", '"text"', "1", "true"])("that is JSON but no object is 422: %s", async (body) => {
    const answer = await post(body);
    expectProblem(answer, 422, "validation_failed");
    expect(answer.body.errors).toMatchObject([{ pointer: "" }]);
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "application/jsonp", "multipart/form-data", ""])(
    "of the content type %j is 415",
    async (type) => {
      expectProblem(await post(booking(), { "Content-Type": type }), 415, "unsupported_media_type");
    },
  );

  test.each(["application/json; charset=latin1", "application/json; charset=none"])(
    "in another charset is 415: %s",
    async (type) => {
      expectProblem(await post(booking(), { "Content-Type": type }), 415, "unsupported_media_type");
    },
  );

  test("in a content coding that is not known is 415", async () => {
    expectProblem(await post(booking(), { "Content-Encoding": "snappy" }), 415, "unsupported_media_type");
  });

  test("that is larger than 256 kB is 413", async () => {
    expectProblem(await post({ ...booking(), notes: "x".repeat(300_000) }), 413, "payload_too_large");
  });

  test.each([1_000, 60_000])("that is %d levels deep is refused, not a crash", async (levels) => {
    const deep = '{"metadata":'.repeat(levels).slice(0, 120_000);
    const levelsWritten = deep.split("{").length - 1;
    const body = `${"[".repeat(levels)}${"]".repeat(levels)}`;
    expect((await post(body)).status).toBe(422);
    expect((await post(`${deep.slice(0, levelsWritten * 12)}1${"}".repeat(levelsWritten)}`)).status).toBe(422);
  });

  test.each([
    ["/unknown", '"unknown":1'],
    ["/__proto__", '"__proto__":{"admin":true}'],
    ["/constructor", '"constructor":1'],
    ["/metadata/__proto__", '"metadata":{"__proto__":"x"}'],
    ["/metadata/constructor", '"metadata":{"constructor":"x"}'],
    ["/attendee/role", '"attendee":{"name":"A","email":"a@example.com","role":"owner"}'],
    ["/notes", '"notes":"\\u0000"'],
    ["/attendee/name", '"attendee":{"name":"A\\u0000","email":"a@example.com"}'],
    ["/notes", '"notes":"\\ud800"'],
    ["/metadata/a", '"metadata":{"a":"\\udc00"}'],
  ])("with something at %s that has no place there is 422", async (pointer, member) => {
    const answer = await post(`${JSON.stringify(booking()).slice(0, -1)},${member}}`);
    expectProblem(answer, 422, "validation_failed");
    expect(answer.body.errors.map((error) => error.pointer)).toEqual([pointer]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test("with wrong bytes is refused or read as text, and never a crash", async () => {
    const { status } = await post(JSON.stringify(booking({ notes: "\ud800" })).replace("\\ud800", "\\ud800\\u0041"));
    expect(status).toBe(422);
  });
});

describe("a path", () => {
  test.each([
    ["GET", "/nowhere"],
    ["GET", "/v1"],
    ["POST", "/v1/booking"],
    ["GET", "/V1/bookings"],
    ["GET", "/v2/bookings"],
    ["DELETE", "/"],
  ])("that does not exist is 404: %s %s", async (method, path) => {
    expectProblem(await world.call(method, path), 404, "not_found");
  });

  test.each([
    "bkg_",
    "1",
    "bkg_01m7z0h6fce4fsssvc9ax68a4x",
    "evt_01m7z0h6fce4fsssvc9ax68a4x",
    "..%2f..",
    "%00",
    "null",
  ])("with an id that names nothing is the same 404: %s", async (id) => {
    const answer = await world.call("GET", `/v1/bookings/${id}`);
    expectProblem(answer, 404, "not_found");
    expect(answer.body.detail).toBe("There is no such booking.");
  });

  test.each([
    ["/v1/bookings/%", "/v1/bookings/%25"],
    ["/v1/bookings/%zz", "/v1/bookings/%25zz"],
    ["/v1/bookings/%ff%fe", "/v1/bookings/%ff%fe"],
  ])("with a malformed escape is 400, and the problem's instance a valid reference: %s", async (path, instance) => {
    const answer = await world.call("GET", path);
    expectProblem(answer, 400, "malformed_request");
    expect(answer.body).toMatchObject({ instance });
  });

  test("with characters that no path may have is told with these escaped", async () => {
    const { body } = await world.call("GET", '/v1/bookings/<b>"{x}|^');
    expect(body).toMatchObject({ status: 404, instance: "/v1/bookings/%3Cb%3E%22%7Bx%7D%7C%5E" });
  });

  test.each([
    ["PUT", "/v1/bookings", "GET, HEAD, POST"],
    ["DELETE", "/v1/bookings/bkg_01m7z0h6fce4fsssvc9ax68a4x", "GET, HEAD, PATCH"],
    ["GET", "/v1/bookings/bkg_01m7z0h6fce4fsssvc9ax68a4x/cancel", "POST"],
    ["POST", "/v1/availability", "GET, HEAD"],
    ["POST", "/livez", "GET, HEAD"],
  ])("with another method is 405 with Allow: %s %s", async (method, path, allowed) => {
    const answer = await world.call(method, path);
    expectProblem(answer, 405, "method_not_allowed");
    expect(answer.headers.allow!.split(", ").sort()).toEqual(allowed.split(", "));
  });
});

describe("a query", () => {
  test.each([
    ["?unknown", "unknown=1"],
    ["?__proto__", "__proto__=1"],
    ["?limit", "limit=1&limit=2"],
    ["?limit[a]", "limit[a]=1"],
    ["?from", "from=%00"],
  ])("with %s is 422", async (pointer, query) => {
    const answer = await world.call("GET", `/v1/bookings?${query}`);
    expectProblem(answer, 422, "validation_failed");
    expect(answer.body.errors.map((error) => error.pointer)).toEqual([pointer]);
  });

  test.each(["slug=%00", "cursor=%00", "slug=%ff", "limit=%"])(
    "with bytes that are no text is refused: %s",
    async (query) => {
      expect([400, 422]).toContain((await world.call("GET", `/v1/event-types?${query}`)).status);
    },
  );
});

describe("X-Request-Id", () => {
  test("is taken over from the caller into the answer, the problem, the log and the audit", async () => {
    const id = "mobile-4bf92f35.77b3_4da6";
    const answer = await post(booking(), { "X-Request-Id": id });
    expect(answer.headers["x-request-id"]).toBe(id);
    const audit = await world.sql("SELECT request_id FROM audit_entry WHERE object_id = $1", [answer.body.id]);
    expect(audit).toEqual([{ request_id: id }]);
    const again = await post(booking(), { "X-Request-Id": id });
    expect(again.body.requestId).toBe(id);
    const lines = world.app.logged.filter(({ fields }) => (fields as { requestId?: string }).requestId === id);
    expect(lines.map(({ message }) => message)).toEqual(["request", "request"]);
  });

  test.each(["with space", "ü", "x".repeat(129), "a,b", "<script>"])("is replaced when it is %j", async (id) => {
    const { headers } = await world.call("GET", "/livez", {
      headers: { "X-Request-Id": Buffer.from(id).toString("latin1") },
    });
    expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  });
});

test("HEAD answers as GET does, without the body", async () => {
  const path = `/v1/event-types/${eventTypeId}`;
  const got = await world.call("GET", path);
  const head = await world.call("HEAD", path);
  expect(head.status).toBe(200);
  expect(head.text).toBe("");
  for (const name of ["content-type", "content-length", "etag", "cache-control", "vary"])
    expect(head.headers[name]).toBe(got.headers[name]);
  expect((await world.call("HEAD", "/v1/bookings/nothing")).status).toBe(404);
});

test("answers say how long they may be kept: bookings nobody's, the public's reads for a moment", async () => {
  const control = async (path: string, key: string) =>
    (await world.call("GET", path, { key })).headers["cache-control"];
  const { owner, publishableKey } = world.clinic;
  expect(await control("/v1/event-types", owner.key)).toBe("private, no-cache");
  expect(await control("/v1/event-types", publishableKey)).toBe("public, max-age=5");
  expect(await control("/v1/bookings", publishableKey)).toBe("no-store");
  expect((await post(booking())).headers["cache-control"]).toBe("no-store");
});

test("no answer names its framework, and all forbid sniffing and framing", async () => {
  const { headers } = await world.call("GET", "/livez");
  expect(headers).not.toHaveProperty("x-powered-by");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["x-frame-options"]).toBe("SAMEORIGIN");
});

test("the log has one line a request, and neither names, nor addresses, nor keys, nor queries", async () => {
  await post(booking({ notes: "PERSONAL" }), { "User-Agent": "PERSONAL" });
  await world.call("GET", "/v1/bookings?cursor=PERSONAL");
  await world.call("GET", "/v1/PERSONAL");
  const text = JSON.stringify(world.app.logged);
  for (const secret of ["PERSONAL", "ada@example.com", "Ada Byron", world.clinic.owner.key, "127.0.0.1"])
    expect(text).not.toContain(secret);
});
