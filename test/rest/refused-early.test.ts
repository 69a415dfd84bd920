import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { once } from "node:events";
import { connect } from "node:net";
import { bookingRequest } from "../support/booking-request.ts";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";

let world: RestWorld;
let eventTypeId: string;

beforeAll(async () => {
  world = await createRestWorld();
  eventTypeId = (await world.clinic.addEventType()).id;
});

afterAll(() => world.close());

const MEGABYTE = 1_048_576;

/** Sends this much and no more, keeps the connection open, and comes back with the head of what is answered all the same. */
async function answerTo(head: string[], body: string): Promise<string> {
  const { hostname, port } = new URL(world.app.baseUrl);
  const socket = connect(Number(port), hostname);
  socket.write(`${[...head, `Host: ${hostname}`].join("\r\n")}\r\n\r\n${body}`);
  socket.setEncoding("utf8");
  let answer = "";
  while (!answer.includes("\r\n\r\n")) answer += ((await once(socket, "data")) as [string])[0];
  socket.destroy();
  return answer;
}

const json = (path: string, key: string | null) => [
  `POST ${path} HTTP/1.1`,
  "Content-Type: application/json",
  ...(key === null ? [] : [`Authorization: Bearer ${key}`]),
];

/** One piece of a chunked body, after which none comes. */
function piece(bytes: number): string {
  return `${bytes.toString(16)}\r\n${" ".repeat(bytes)}\r\n`;
}

describe.each(["/v1/bookings", "/graphql"])("a body for %s", (path) => {
  test("of 10 MB is refused when it is announced: none of it is waited for", async () => {
    const head = [...json(path, world.clinic.owner.key), `Content-Length: ${10 * MEGABYTE}`];
    expect(await answerTo(head, "{")).toMatch(/^HTTP\/1\.1 413 /);
  });

  test("that was not announced is refused where it gets too large: its end is not waited for", async () => {
    const head = [...json(path, world.clinic.owner.key), "Transfer-Encoding: chunked"];
    expect(await answerTo(head, piece(300_000))).toMatch(/^HTTP\/1\.1 413 /);
  });

  test("of somebody without a credential is not waited for at all", async () => {
    expect(await answerTo([...json(path, null), `Content-Length: ${10 * MEGABYTE}`], "")).toMatch(/^HTTP\/1\.1 401 /);
  });
});

test("a body of 10 MB that is sent all the same gets its answer, and the connection serves on", async () => {
  const body = JSON.stringify(
    bookingRequest(eventTypeId, "2026-12-01T09:00:00Z", { notes: "x".repeat(10 * MEGABYTE) }),
  );
  const answer = await world.call("POST", "/v1/bookings", { body });
  expect([answer.status, answer.body.code]).toEqual([413, "payload_too_large"]);
  expect((await world.call("GET", "/v1/members")).status).toBe(200);
});

test("what needs no credential takes 64 kB", async () => {
  const logIn = (length: number) =>
    world.call("POST", "/v1/auth/log-in", {
      key: null,
      body: { email: "a@example.com", password: "x".repeat(length) },
    });
  expect((await logIn(60_000)).status).toBe(422);
  expect((await logIn(70_000)).status).toBe(413);
});

test("a body of 33 levels is refused before it is parsed, one of 32 is looked at; brackets in texts are none", async () => {
  const nested = (levels: number) => `${'{"metadata":'.repeat(levels)}1${"}".repeat(levels)}`;
  const post = async (body: string) => (await world.call("POST", "/v1/bookings", { body })).body.errors;
  const tooDeep = { pointer: "", message: "must have at most 32 levels of objects and lists" };
  expect(await post(nested(33))).toEqual([tooDeep]);
  expect(await post("[".repeat(200_000))).toEqual([tooDeep]);
  expect(await post(nested(32))).not.toContainEqual(tooDeep);
  const booking = bookingRequest(eventTypeId, "2026-12-01T10:00:00Z", { notes: '\\"[{'.repeat(100) });
  expect((await world.call("POST", "/v1/bookings", { body: booking })).status).toBe(201);
});

test.each([
  ["application/json;charset=utf-8", 201],
  ['application/JSON; charset="UTF-8"', 201],
  ["application/json; charset=utf-16", 415],
  ["application/json, text/plain", 415],
  ["application/vnd.api+json", 415],
])("a body that is announced as %s is answered %d", async (type, status) => {
  const startsAt = type.includes("J") ? "2026-12-02T09:00:00Z" : "2026-12-02T10:00:00Z";
  const body = bookingRequest(eventTypeId, startsAt);
  expect((await world.call("POST", "/v1/bookings", { body, headers: { "Content-Type": type } })).status).toBe(status);
});

test("a compressed body is refused: what it would become cannot be known before", async () => {
  const headers = { "Content-Encoding": "gzip" };
  expect((await world.call("POST", "/v1/bookings", { body: {}, headers })).status).toBe(415);
});

test.each(["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"])(
  "a request that would have another method by %s is refused",
  async (header) => {
    const { id } = await world.clinic.addKey({});
    for (const method of ["GET", "POST"]) {
      const path = method === "GET" ? `/v1/api-keys/${id}` : "/v1/bookings";
      const answer = await world.call(method, path, {
        headers: { [header]: "DELETE" },
        ...(method === "POST" && { body: {} }),
      });
      expect([answer.status, answer.body.code]).toEqual([400, "malformed_request"]);
    }
    expect((await world.call("GET", `/v1/api-keys/${id}`)).body.revokedAt).toBeNull();
  },
);
