import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createDatabase } from "../../src/domain/shared/database.ts";
import { bookingRequest } from "../support/booking-request.ts";
import { createClinic, type Clinic } from "../support/clinic.ts";
import { createMovableClock } from "../support/domain-context.ts";
import { startProcess, type TestProcess } from "../support/server-process.ts";
import { createTestDatabase, type TestDatabase } from "../support/test-database.ts";

/** The same with a server of its own: all that its process says, in the log, past it, and when it breaks. */

let database: TestDatabase;
let clinic: Clinic;
let server: TestProcess;
let baseUrl: string;
let folder: string;
const canaries = new Set<string>();

const SECRET = "canary-of-the-secret-that-all-is-sealed-with";

beforeAll(async () => {
  database = await createTestDatabase();
  clinic = await createClinic(createDatabase(database.pool), createMovableClock(new Date().toISOString()), "canary");
  folder = mkdtempSync(path.join(tmpdir(), "holdfast-canary-"));
  chmodSync(folder, 0o711);
  server = startProcess("src/main/server.ts", [], {
    DATABASE_URL: database.connectionString,
    HOLDFAST_DATA_DIR: path.join(folder, "data"),
    HOLDFAST_SECRET: SECRET,
    LOG_LEVEL: "debug",
    PORT: "0",
  });
  baseUrl = (await server.said(/"baseUrl":"([^"]+)"/))[1]!;
  const { ownerLogIn, owner, publishableKey } = clinic;
  for (const each of [SECRET, ownerLogIn.email, ownerLogIn.password, owner.key, publishableKey]) canaries.add(each);
});

afterAll(async () => {
  await server.end("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
});

async function post(to: string, body: unknown, key?: string, headers: Record<string, string> = {}) {
  const authorization: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` };
  const answer = await fetch(baseUrl + to, {
    method: "POST",
    headers: { "content-type": "application/json", ...authorization, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: answer.status, body: JSON.parse((await answer.text()) || "{}") as Record<string, string> };
}

async function everything(eventTypeId: string): Promise<number[]> {
  const { ownerLogIn, owner, publishableKey } = clinic;
  const attendee = { name: "Canaria Birdsong", email: "canary-attendee@example.com" };
  for (const each of Object.values(attendee)) canaries.add(each);
  canaries.add("canary-newcomer@example.com").add("canary long passphrase");
  const newcomer = { email: "canary-newcomer@example.com", password: "canary long passphrase" };
  const booking = bookingRequest(eventTypeId, "2026-12-01T09:00:00Z", { attendee });
  const answers = [
    await post("/v1/auth/log-in", ownerLogIn),
    await post("/v1/auth/log-in", { ...ownerLogIn, password: "canary long passphrase" }),
    await post("/v1/auth/log-in", JSON.stringify(ownerLogIn).slice(0, -3)),
    await post("/v1/auth/sign-up", { ...newcomer, name: "Canaria Birdsong", organisationName: "Canaria Birdsong" }),
    await post("/v1/auth/request-password-reset", { email: ownerLogIn.email }),
    await post("/v1/bookings", booking, publishableKey),
    await post("/v1/bookings", { ...booking, attendee: [attendee] }, owner.key),
    await post("/v1/members", { ...attendee, timeZone: "UTC" }, owner.key),
    await post("/v1/members", { ...attendee, timeZone: "UTC" }, owner.key),
    await post("/v1/invitations", { email: "canary-newcomer@example.com", role: "member" }, owner.key),
    await post("/v1/api-keys", { name: "Canaria Birdsong" }, owner.key),
    await post(
      "/graphql",
      { query: `{ bookings(first: 1, search: "canary-attendee@example.com") { nodes { id } } }` },
      owner.key,
    ),
    await post("/graphql", { query: `{ nobody(email: "canary-attendee@example.com") }` }, owner.key),
    await post(`/v1/bookings/${owner.key}/cancel?email=canary-attendee@example.com`, {}, owner.key),
    await post("/v1/auth/refresh", { refreshToken: "canary long passphrase" }, undefined, {
      Cookie: `key=${owner.key}`,
    }),
  ];
  for (const { body } of answers)
    for (const name of ["accessToken", "refreshToken", "secret"]) if (body[name]) canaries.add(body[name]);
  return answers.map(({ status }) => status);
}

function expectNothingSaid(): void {
  const { stdout, stderr } = server.output();
  const said = (stdout + stderr).toLowerCase();
  expect([...canaries].filter((canary) => said.includes(canary.toLowerCase()))).toEqual([]);
}

test("what a process writes in ordinary days and when it breaks holds no secret and nobody's address", async () => {
  const { id } = await clinic.addEventType();
  const statuses = await everything(id);
  for (const status of [200, 201, 202, 401, 409, 422]) expect(statuses).toContain(status);
  expectNothingSaid();

  const { rows } = await database.pool.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  for (const { name } of rows)
    await database.pool.query(`ALTER TABLE "${name}" ADD CONSTRAINT c CHECK (false) NOT VALID`);
  expect(await everything(id)).toContain(500);
  await server.said(/"level":"error"/);
  expectNothingSaid();

  await database.drop();
  expect((await everything(id)).some((status) => status >= 500)).toBe(true);
  expectNothingSaid();
  expect(canaries.size).toBeGreaterThan(10);
});
