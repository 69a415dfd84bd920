import { describe, expect, test } from "@jest/globals";
import { lookUp } from "../../src/rest/contract-document.ts";
import { assertAnswerFitsContract } from "../support/contract-response.ts";

function exampleOf(name: string): Record<string, unknown> {
  return structuredClone((lookUp(`#/components/examples/${name}`) as { value: Record<string, unknown> }).value);
}

const json = { "content-type": "application/json; charset=utf-8", "x-request-id": "r1" };
const problem = { "content-type": "application/problem+json; charset=utf-8", "x-request-id": "r1" };
const created = { ...json, etag: '"1"', location: "/v1/bookings/bkg_01kb2x8e4sf3tbm2x0qz6c4a1d" };

describe("assertAnswerFitsContract", () => {
  test("accepts what is documented", () => {
    assertAnswerFitsContract("createBooking", 201, created, exampleOf("booking"));
    assertAnswerFitsContract("createBooking", 409, problem, exampleOf("slotUnavailable"));
    assertAnswerFitsContract("createBooking", 409, problem, exampleOf("idempotencyInProgress"));
    assertAnswerFitsContract("createApiKey", 201, created, exampleOf("createdApiKey"));
    assertAnswerFitsContract("listEventTypes", 200, json, exampleOf("eventTypePage"));
    assertAnswerFitsContract("deleteSchedule", 204, { "x-request-id": "r1" }, "");
    assertAnswerFitsContract("getBooking", 304, { "x-request-id": "r1", etag: '"1"' }, undefined);
  });

  test("accepts 405 and 500, and no other status, as the default", () => {
    const methodNotAllowed = { ...exampleOf("validationFailed"), status: 405, code: "method_not_allowed", errors: [] };
    assertAnswerFitsContract("createBooking", 405, { ...problem, allow: "GET, POST" }, methodNotAllowed);
    expect(() => {
      assertAnswerFitsContract("createBooking", 418, problem, methodNotAllowed);
    }).toThrow("createBooking 418: the contract does not document this status");
  });

  test.each([
    ["a field that nobody documented", { ...exampleOf("booking"), organisationId: "org_1" }, /unevaluated/],
    ["a field that is missing", { ...exampleOf("booking"), sequence: undefined }, /sequence/],
    ["an instant in another spelling", { ...exampleOf("booking"), startsAt: "2026-12-01T09:00:00Z" }, /startsAt/],
    ["an unknown status", { ...exampleOf("booking"), status: "gone" }, /status/],
    [
      "an undocumented field deeper down",
      {
        ...exampleOf("booking"),
        cancellation: { reason: null, cancelledAt: "2026-12-01T09:00:00.000Z", by: "staff", actorId: "x" },
      },
      /cancellation/,
    ],
  ])("refuses %s", (_, body, message) => {
    const wire = JSON.parse(JSON.stringify(body)) as unknown;
    expect(() => {
      assertAnswerFitsContract("createBooking", 201, created, wire);
    }).toThrow(message);
  });

  test.each([
    ["an undocumented member of a problem", { ...exampleOf("slotUnavailable"), bookingId: "bkg_1" }],
    ["a code that does not belong to the status", { ...exampleOf("slotUnavailable"), code: "not_found" }],
    ["a slot problem without alternatives", { ...exampleOf("slotUnavailable"), alternatives: undefined }],
  ])("refuses %s", (_, body) => {
    const wire = JSON.parse(JSON.stringify(body)) as unknown;
    expect(() => {
      assertAnswerFitsContract("createBooking", 409, problem, wire);
    }).toThrow(/does not fit the contract/);
  });

  test("refuses another content type, a body where none is documented, and a header that is missing", () => {
    expect(() => {
      assertAnswerFitsContract("createBooking", 409, json, exampleOf("slotUnavailable"));
    }).toThrow("content type application/json is not documented");
    expect(() => {
      assertAnswerFitsContract("deleteSchedule", 204, { "x-request-id": "r1" }, {});
    }).toThrow("documents no body");
    expect(() => {
      assertAnswerFitsContract("createBooking", 201, json, exampleOf("booking"));
    }).toThrow("the header ETag is missing");
    expect(() => {
      assertAnswerFitsContract("createBooking", 503, problem, {});
    }).toThrow("the header Retry-After is missing");
  });
});
