import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { OPERATIONS, type ContractOperation } from "../../src/generated/contract-operations.ts";
import { needsNoCredential } from "../../src/rest/access.ts";
import { APP_URL, createMailbox } from "../support/mailbox.ts";
import type { Answer, RestApp } from "../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";
import { OPERATION_IDS } from "../support/sample-calls.ts";
import { ask } from "./attacker.ts";

/**
 * OWASP API8:2023. Which pages may call is test/rest/cors.test.ts, verbs that override test/rest/refused-early.test.ts,
 * what GraphQL tells of its schema test/graphql, wrong content types test/rest/problems.test.ts.
 */

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

/** Of each way to be answered one. */
const ASKED: [string, (app: RestApp, key: string) => Promise<Answer>][] = [
  ["200", (app, key) => app.call("GET", "/v1/event-types", { key })],
  ["400", (app, key) => app.call("POST", "/v1/bookings", { key, body: "{" })],
  ["400 of the path", (app, key) => app.call("GET", "/v1/bookings/%ff", { key })],
  ["401", (app) => app.call("GET", "/v1/event-types")],
  ["403", (app) => app.call("GET", "/v1/api-keys", { key: world.clinic.publishableKey })],
  ["404 of an object", (app, key) => app.call("GET", "/v1/bookings/nobody", { key })],
  ["404 of a path", (app) => app.call("GET", "/nothing/here")],
  ["405", (app, key) => app.call("PUT", "/v1/bookings", { key })],
  ["406", (app, key) => app.call("POST", "/graphql", { key, body: {}, headers: { Accept: "image/png" } })],
  ["413", (app, key) => app.call("POST", "/v1/bookings", { key, body: `"${"x".repeat(300_000)}"` })],
  ["415", (app, key) => app.call("POST", "/v1/bookings", { key, body: "x", headers: { "Content-Type": "text/xml" } })],
  ["422", (app, key) => app.call("POST", "/v1/bookings", { key, body: {} })],
  ["200 of GraphQL", (app, key) => app.call("POST", "/graphql", { key, body: { query: "{ __typename }" } })],
  ["400 of GraphQL", (app, key) => app.call("POST", "/graphql", { key, body: { query: "{" } })],
  ["401 of GraphQL", (app) => app.call("POST", "/graphql", { body: { query: "{ __typename }" } })],
  ["GraphQL by GET", (app, key) => app.call("GET", "/graphql?query={__typename}", { key })],
  ["a page of the docs", (app) => app.call("GET", "/docs")],
  ["a file of the docs", (app) => app.call("GET", "/docs/assets/swagger-ui.css")],
  ["a file that is not there", (app) => app.call("GET", "/docs/assets/../../../../etc/passwd")],
  ["the keys", (app) => app.call("GET", "/.well-known/jwks.json")],
];

describe.each(ASKED)("an answer %s", (_, call) => {
  test("forbids sniffing, framing and scripts, and names nothing that we are made of", async () => {
    const { headers, text } = await call(world.app, world.clinic.owner.key);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "SAMEORIGIN",
      "referrer-policy": "no-referrer",
      "content-security-policy": expect.stringContaining("object-src 'none'"),
      "x-request-id": expect.any(String),
    });
    for (const name of ["x-powered-by", "server", "x-aspnet-version", "via"]) expect(headers).not.toHaveProperty(name);
    if (!text.startsWith("<") && !headers["content-type"]!.startsWith("text/css"))
      expect(text).not.toMatch(/node_modules|\.ts:\d|at \w+ \(|express|prisma|postgres|SELECT |ECONN|stack/i);
  });

  test("is of the type that it says, and errors are kept by nobody", async () => {
    const { status, headers } = await call(world.app, world.clinic.owner.key);
    expect(headers["content-type"]).toMatch(/^(application\/(problem\+|graphql-response\+)?json|text\/(html|css))/);
    if (status >= 400) expect(headers["cache-control"]).toBe("no-store");
  });
});

test("a server that is reached by https says so for two years, and one that is not says nothing", async () => {
  expect((await world.app.call("GET", "/livez")).headers["strict-transport-security"]).toBeUndefined();
});

/** What comes back over a socket of one's own for a request that no client would write. */
async function raw(lines: string[]): Promise<string> {
  const { hostname, port } = new URL(world.app.baseUrl);
  const socket = connect(Number(port), hostname);
  socket.setEncoding("utf8");
  socket.write(lines.join("\r\n"));
  let answer = "";
  socket.on("data", (text: string) => (answer += text));
  await Promise.race([once(socket, "close"), new Promise((resolve) => setTimeout(resolve, 1_000))]);
  socket.destroy();
  return answer;
}

describe("a request that is none", () => {
  test.each<[string, string[]]>([
    ["no HTTP", ["HELLO", "", ""]],
    ["no host", ["GET /livez HTTP/1.1", "", ""]],
    ["two lengths", ["POST /v1/bookings HTTP/1.1", "Host: x", "Content-Length: 1", "Content-Length: 2", "", "ab"]],
    [
      "a length and pieces (request smuggling)",
      ["POST /v1/bookings HTTP/1.1", "Host: x", "Content-Length: 6", "Transfer-Encoding: chunked", "", "0", "", "G"],
    ],
    [
      "pieces in an odd spelling",
      ["POST /v1/bookings HTTP/1.1", "Host: x", "Transfer-Encoding: xchunked", "", "0", "", ""],
    ],
    ["a header that goes on in the next line", ["GET /livez HTTP/1.1", "Host: x", "X-A: b", " c: d", "", ""]],
    ["a header with a blank in its name", ["GET /livez HTTP/1.1", "Host: x", "X A: b", "", ""]],
    ["a NUL in a header", ["GET /livez HTTP/1.1", "Host: x", "X-A: \u0000", "", ""]],
  ])("with %s is refused by the server itself, and tells nothing", async (_, lines) => {
    const answer = await raw(lines);
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(answer).not.toMatch(/node|express|stack|Error/i);
  });

  test("what is smuggled behind a request is not carried out", async () => {
    const key = world.clinic.owner.key;
    const { id } = await world.clinic.addKey({});
    await raw([
      "POST /v1/event-types HTTP/1.1",
      "Host: x",
      "Content-Length: 4",
      "Transfer-Encoding: chunked",
      "",
      "0",
      "",
      `DELETE /v1/api-keys/${id} HTTP/1.1`,
      "Host: x",
      `Authorization: Bearer ${key}`,
      "",
      "",
    ]);
    expect((await world.call("GET", `/v1/api-keys/${id}`)).body.revokedAt).toBeNull();
  });
});

describe("methods that are nobody's", () => {
  test.each(["TRACE", "TRACK", "CONNECT", "PUT", "PROPFIND", "DEBUG"])(
    "%s is not served on any path",
    async (method) => {
      const paths = ["/v1/bookings", "/livez", "/", "/graphql", "/docs"];
      for (const path of paths) {
        const answer = await raw([
          `${method} ${path} HTTP/1.1`,
          "Host: x",
          "X-Secret: canary",
          "Connection: close",
          "",
          "",
        ]);
        expect(answer).not.toMatch(/^HTTP\/1\.1 [23]/);
        expect(answer).not.toContain("canary");
      }
    },
  );

  test("each path of the contract says which methods it has, and no other", async () => {
    const paths = new Set(OPERATION_IDS.map((id) => OPERATIONS[id].path));
    for (const path of paths) {
      const own = OPERATION_IDS.filter((id) => OPERATIONS[id].path === path).map((id): string => OPERATIONS[id].method);
      const { status, headers } = await world.call("PUT", path.replaceAll(/\{\w+\}/g, "x"));
      const allowed = own.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));
      expect([path, status, headers.allow?.split(", ").sort()]).toEqual([path, 405, allowed.sort()]);
    }
  });
});

describe("a host that the caller makes up", () => {
  const HOST = {
    Host: "evil.example",
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "gopher",
    Forwarded: "host=evil.example",
  };

  test("stands in no link of a mail", async () => {
    const { app, clinic } = world;
    const password = "correct horse battery staple";
    await app.call("POST", "/v1/auth/request-password-reset", {
      body: { email: clinic.ownerLogIn.email },
      headers: HOST,
    });
    const signUp = { email: "new@example.com", password, name: "N", organisationName: "O" };
    await app.call("POST", "/v1/auth/sign-up", { body: signUp, headers: HOST });
    await world.call("POST", "/v1/invitations", { body: { email: "i@example.com", role: "member" }, headers: HOST });
    const mails = await createMailbox(world).collect();
    expect(mails).toHaveLength(3);
    for (const mail of mails) {
      expect(JSON.stringify(mail)).not.toContain("evil.example");
      for (const [link] of mail.text.matchAll(/https?:\/\/\S+/g)) expect(link.startsWith(APP_URL)).toBe(true);
    }
  });

  test("stands in no answer: no link, no place, no redirect, no page", async () => {
    const eventType = await world.clinic.addEventType();
    const booking = await world.book(eventType.id, "2026-12-01T09:00:00Z");
    const answers = [
      await world.call("POST", `/v1/bookings/${booking.id}/guest-links`, { headers: HOST }),
      await world.call("POST", "/v1/api-keys", { body: { name: "K" }, headers: HOST }),
      await world.app.call("POST", "/v1/auth/social/local/start", { body: {}, headers: HOST }),
      await world.app.call("GET", "/docs", { headers: HOST }),
      await world.app.call("GET", "/docs/assets", { headers: HOST }),
      await world.app.call("GET", "/openapi.json", { headers: HOST }),
      await world.app.call("GET", "/nothing", { headers: HOST }),
    ];
    for (const { text, headers } of answers) expect(text + JSON.stringify(headers)).not.toContain("evil.example");
  });
});

describe("where somebody says he comes from", () => {
  const addressOf = async (requestId: string) => {
    const rows = await world.sql<{ address: string }>(
      "SELECT o.address FROM audit_origin o JOIN audit_entry a ON a.id = o.audit_entry_id WHERE a.request_id = $1",
      [requestId],
    );
    return rows.map(({ address }) => address);
  };
  const spoofed = (id: string) => ({
    ...{ "X-Request-Id": id, "X-Forwarded-For": "198.51.100.66", Forwarded: "for=198.51.100.66" },
    ...{ "X-Real-IP": "198.51.100.66", "X-Client-IP": "198.51.100.66", "CF-Connecting-IP": "198.51.100.66" },
  });

  test("counts for nothing without a proxy that is trusted, nor when another one is", async () => {
    const body = { name: "K" };
    await world.call("POST", "/v1/api-keys", { body, headers: spoofed("no-proxy") });
    expect(await addressOf("no-proxy")).toEqual(["127.0.0.1"]);
    const app = await world.startTwin({ trustProxy: "192.0.2.1" });
    await app.call("POST", "/v1/api-keys", { key: world.clinic.owner.key, body, headers: spoofed("other-proxy") });
    expect(await addressOf("other-proxy")).toEqual(["127.0.0.1"]);
  });

  test("is what the trusted proxy has seen, whatever stood in the header before it", async () => {
    const app = await world.startTwin({ trustProxy: "loopback" });
    const headers = { ...spoofed("proxied"), "X-Forwarded-For": "198.51.100.66, 203.0.113.5" };
    await app.call("POST", "/v1/api-keys", { key: world.clinic.owner.key, body: { name: "K" }, headers });
    expect(await addressOf("proxied")).toEqual(["203.0.113.5"]);
  });
});

test("what a caller writes comes back as data: no page is made of it", async () => {
  const script = "<script>alert(1)</script>";
  for (const path of [`/${encodeURIComponent(script)}`, `/v1/bookings?${encodeURIComponent(script)}=1`]) {
    const { headers } = await world.call("GET", path);
    expect(headers["content-type"]).toMatch(/^application\/problem\+json/);
  }
  const told = await ask(world.app, world.clinic.owner.key, `{ bookings(first: 1) { ${script} } }`);
  expect(told.codes).toHaveLength(1);
});

test("a file outside the docs is not served through them", async () => {
  for (const path of [
    "/docs/assets/../package.json",
    "/docs/assets/..%2fpackage.json",
    "/docs/assets/%2e%2e/%2e%2e/package.json",
    "/docs/assets/....//package.json",
    "/docs/assets//etc/passwd",
    "/docs/assets/..%5c..%5cpackage.json",
    "/docs/assets/%00",
    "/docs/assets/.env",
  ]) {
    const { status, text } = await world.app.call("GET", path);
    expect([path, status]).toEqual([path, expect.any(Number)]);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(text).not.toMatch(/root:|"dependencies"/);
  }
});

/** The contract names what each operation asks for: one that asks nothing is told apart here, so that none is by oversight. */
test("what needs no credential is said in the contract, and is what one does before one has any", () => {
  const open = OPERATION_IDS.filter(
    (id) => (OPERATIONS[id] as ContractOperation).path.startsWith("/v1/") && needsNoCredential(id),
  );
  const beyondLogIn = open.filter((id) => !OPERATIONS[id].path.startsWith("/v1/auth/"));
  // The token of the mail is the proof.
  expect(beyondLogIn).toEqual(["verifyBookingEmail"]);
});
