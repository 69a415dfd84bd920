import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createInProcessRateLimiter } from "../../src/adapters/rate-limiter/in-process/in-process-rate-limiter.ts";
import { systemClock } from "../../src/main/system-clock.ts";
import { OPERATIONS, type ContractOperation } from "../../src/generated/contract-operations.ts";
import { createApp, type RestDeps } from "../../src/rest/app.ts";
import { createListLog } from "../support/list-log.ts";
import { OPERATION_IDS } from "../support/sample-calls.ts";
import { startProcess, type TestProcess } from "../support/server-process.ts";

/** OWASP API9:2023. What runs is what is written down, and what is for development alone runs nowhere else. */

interface Layer {
  route?: { path: string; stack: { method?: string }[] };
}

/** Every path and method that the application has a route for, read off the application itself. */
function routesOf(): string[] {
  const limiter = createInProcessRateLimiter({ clock: systemClock });
  // Only to be looked at: nothing of it is called.
  const deps = {
    log: createListLog([]),
    trustProxy: null,
    isSecure: false,
    limits: { limiter },
  } as unknown as RestDeps;
  const { stack } = createApp(deps).router as unknown as { stack: Layer[] };
  return stack.flatMap(({ route }) => {
    const methods = new Set(route?.stack.flatMap(({ method }) => (method === undefined ? [] : [method.toUpperCase()])));
    // What is for all methods at once refuses them: the 405 that stands behind each path.
    return methods.size > 1 ? [] : [...methods].map((method) => `${method} ${route!.path}`);
  });
}

test("every route of the running application is an operation of the contract, and every operation has its route", () => {
  const written = OPERATION_IDS.map((id): ContractOperation => OPERATIONS[id]).map(
    ({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
  );
  expect(routesOf().sort()).toEqual(written.sort());
});

test("there is one version, and what does not stand under it is named here with its reason", () => {
  const UNVERSIONED: Record<string, string> = {
    "/.well-known/jwks.json": "its place is a standard's (RFC 8615)",
    "/livez": "asked by what runs the server",
    "/openapi.json": "the contract itself",
    "/readyz": "asked by what runs the server",
  };
  const paths = [...new Set(OPERATION_IDS.map((id): string => OPERATIONS[id].path))];
  expect(paths.filter((each) => !each.startsWith("/v1/")).sort()).toEqual(Object.keys(UNVERSIONED));
});

/** What somebody who looks for a forgotten door tries. */
const FORGOTTEN = [
  ...["/dev", "/dev/mail", "/dev/log-in", "/debug", "/debug/pprof", "/debug/vars", "/test", "/metrics", "/status"],
  ...["/actuator", "/actuator/env", "/server-status", "/phpinfo.php", "/admin", "/console", "/internal", "/private"],
  ...["/graphiql", "/playground", "/altair", "/voyager", "/graphql/graphiql", "/graphql/graphiql/graphiql.js"],
  ...["/v0/bookings", "/v2/bookings", "/v1.0/bookings", "/v1beta/bookings", "/api/v1/bookings", "/bookings", "/beta"],
  ...[
    "/.env",
    "/.git/config",
    "/package.json",
    "/demo.json",
    "/.data/demo.json",
    "/prisma/schema.prisma",
    "/src/main/server.ts",
  ],
  ...["/swagger", "/swagger.json", "/swagger-ui", "/api-docs", "/openapi.yaml", "/docs/assets/package.json.map"],
  ...["/.well-known/openid-configuration", "/.well-known/security.txt", "/oauth/token", "/login", "/register"],
];

describe("a server in production", () => {
  let parent: string;
  let server: TestProcess;
  let baseUrl: string;

  beforeAll(async () => {
    parent = mkdtempSync(path.join(tmpdir(), "holdfast-owasp-"));
    chmodSync(parent, 0o711);
    server = startProcess("src/main/server.ts", [], {
      HOLDFAST_DATA_DIR: path.join(parent, "data"),
      HOLDFAST_DEMO: "off",
      PORT: "0",
    });
    baseUrl = (await server.said(/"baseUrl":"([^"]+)"/))[1]!;
  });

  afterAll(async () => {
    await server.end("SIGTERM");
    rmSync(parent, { recursive: true, force: true });
  });

  test.each(FORGOTTEN)("has nothing at %s", async (each) => {
    for (const method of ["GET", "POST"]) {
      const answer = await fetch(baseUrl + each, { method, headers: { accept: "text/html,*/*" }, redirect: "manual" });
      const isGateway = each.startsWith("/graphql/");
      expect([method, each, answer.status]).toEqual([method, each, isGateway ? expect.any(Number) : 404]);
      expect([400, 401, 404, 405, 406]).toContain(answer.status);
      expect(await answer.text()).not.toMatch(/<title>(Mail|Log in|.*GraphiQL)/i);
    }
  });

  test("has no page of GraphiQL, and tells nobody its schema who does not work in an organisation", async () => {
    const page = await fetch(`${baseUrl}/graphql`, { headers: { accept: "text/html" } });
    expect([page.status, await page.text()]).toEqual([401, expect.not.stringMatching(/graphiql/i)]);
    const body = JSON.stringify({ query: "{ __schema { types { name } } }" });
    const headers = { "content-type": "application/json" };
    const asked = await fetch(`${baseUrl}/graphql`, { method: "POST", headers, body });
    expect([asked.status, await asked.text()]).toEqual([401, expect.not.stringContaining("__schema")]);
  });

  test("shows its docs to everybody, on purpose: they are the published contract and nothing of an organisation", async () => {
    expect((await fetch(`${baseUrl}/docs`)).status).toBe(200);
    const contract = (await (await fetch(`${baseUrl}/openapi.json`)).json()) as { paths: object };
    expect(Object.keys(contract.paths).sort()).toEqual(
      [...new Set(OPERATION_IDS.map((id): string => OPERATIONS[id].path))].sort(),
    );
  });

  test("has no local provider that takes anybody for whom he says he is, and no demo", async () => {
    const providers = await fetch(`${baseUrl}/v1/auth/providers`);
    expect(await providers.json()).toEqual({ providers: [] });
    const start = await fetch(`${baseUrl}/v1/auth/social/local/start`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    expect(start.status).toBe(404);
    const logIn = await fetch(`${baseUrl}/v1/auth/log-in`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: "ada@demo.example", password: "demo" }),
    });
    expect(logIn.status).toBe(401);
  });
});
