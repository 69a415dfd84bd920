import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import path from "node:path";
import { startProcess, type TestProcess } from "../support/server-process.ts";
import { createBareDatabase, type TestDatabase } from "../support/test-database.ts";

let database: TestDatabase;
let parent: string;
let server: TestProcess;

const SECRET = "a secret of 32 characters or more";

beforeAll(async () => {
  database = await createBareDatabase();
  parent = mkdtempSync(path.join(tmpdir(), "holdfast-server-"));
  chmodSync(parent, 0o711);
});

afterEach(async () => {
  await server.end("SIGKILL");
});

afterAll(async () => {
  await database.drop();
  rmSync(parent, { recursive: true, force: true });
});

function launch(environment: Record<string, string>): TestProcess {
  const defaults = { PORT: "0", HOLDFAST_DATA_DIR: path.join(parent, "data"), HOLDFAST_SECRET: SECRET };
  server = startProcess("src/main/server.ts", [], { ...defaults, ...environment });
  return server;
}

async function baseUrl(): Promise<string> {
  const [, url] = await server.said(/"baseUrl":"([^"]+)"/);
  return url!;
}

describe("the server", () => {
  test("migrates, serves, and ends with 0 after SIGTERM", async () => {
    launch({ DATABASE_URL: database.connectionString });
    const url = await baseUrl();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(await server.end("SIGTERM")).toBe(0);
    expect(server.output().stderr).toBe("");
  });

  test("leaves events and jobs to a worker when it is told to, which ends with 0 too", async () => {
    launch({ DATABASE_URL: database.connectionString, HOLDFAST_WORKER: "off" });
    await baseUrl();
    const worked = () =>
      database.pool.query<{ jobs: number }>("SELECT count(*)::int AS jobs FROM job WHERE due_at > created_at");
    await database.pool.query("DELETE FROM job");
    await database.pool
      .query(`INSERT INTO outbox_event (id, organisation_id, type, subject_id, payload, request_id, occurred_at)
      VALUES ('evn_1', 'org_1', 'user.updated', 'usr_1', '{}', 'test', now())`);
    const worker = startProcess("src/main/worker.ts", [], {
      DATABASE_URL: database.connectionString,
      HOLDFAST_SECRET: SECRET,
      HOLDFAST_DATA_DIR: path.join(parent, "data"),
    });
    await worker.said(/the worker is ready/);
    const isDispatched = async () =>
      (await database.pool.query("SELECT FROM outbox_event WHERE position IS NOT NULL")).rowCount === 1;
    while (!(await isDispatched()) || (await worked()).rows[0]!.jobs === 0) await sleep(10);
    expect(await worker.end("SIGTERM")).toBe(0);
    expect(worker.output().stderr).toBe("");
  });

  test("takes two SIGINTs at once for one Ctrl-C", async () => {
    launch({ DATABASE_URL: database.connectionString });
    await baseUrl();
    server.child.kill("SIGINT");
    expect(await server.end("SIGINT")).toBe(0);
  });

  test("warns of a variable that it does not know", async () => {
    launch({ DATABASE_URL: database.connectionString, HOLDFAST_DATADIR: "x" });
    await server.said(/"level":"warn".*HOLDFAST_DATADIR is set, but Holdfast knows no such variable\./);
  });

  test("runs with nothing but a data folder, and says what to try", async () => {
    launch({});
    await server.said(/Holdfast is ready at http/);
    const [, readBack] = await server.said(/Read it back:\s+(curl .*)\n/);
    expect(readBack).toContain("/v1/bookings?from=");
    expect(await server.end("SIGTERM")).toBe(0);
  });
});

describe("a server that cannot start says why in one line and ends with 1", () => {
  async function expectRefusal(environment: Record<string, string>, line: string): Promise<void> {
    launch(environment);
    expect(await server.ended).toBe(1);
    expect(server.output().stderr).toBe(`${line}\n`);
  }

  test("a bad variable", async () => {
    await expectRefusal({ PORT: "http" }, "PORT must be a whole number from 0 to 65535.");
  });

  test("a database of one's own without a secret to seal with", async () => {
    await expectRefusal(
      { DATABASE_URL: database.connectionString, HOLDFAST_SECRET: "" },
      "HOLDFAST_SECRET must be set where DATABASE_URL is, to the same for every server: openssl rand -base64 32 gives one. Or HOLDFAST_SECRET_FILE names a file with it.",
    );
  });

  test("limits that are none", async () => {
    const file = path.join(parent, "limits.json");
    writeFileSync(file, '{ "plans": { "standard": { "requestsPerMinute": 0 } } }');
    await expectRefusal(
      { RATE_LIMITS: file },
      `RATE_LIMITS names ${file}, which cannot be used (plans.standard.requestsPerMinute must be a whole number from 1 to 10000000).`,
    );
  });

  test("an address of Redis that is none", async () => {
    await expectRefusal(
      { REDIS_URL: "127.0.0.1:6379" },
      "REDIS_URL must be of the form redis://user:password@host:6379/0, or rediss:// for TLS.",
    );
  });

  test("a list of trusted documents that is not there, or is none", async () => {
    const file = path.join(parent, "documents.json");
    const said = (reason: string) => `GRAPHQL_TRUSTED_DOCUMENTS names ${file}, which cannot be used (${reason}).`;
    await expectRefusal({ GRAPHQL_TRUSTED_DOCUMENTS: file }, said("ENOENT"));
    writeFileSync(file, "query A { a }");
    await expectRefusal({ GRAPHQL_TRUSTED_DOCUMENTS: file }, said("it is not JSON"));
  });

  test("a port in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    await expectRefusal(
      { PORT: String(port) },
      `The port ${port} on 127.0.0.1 is in use: stop what uses it, or set PORT to another one.`,
    );
    other.close();
  });

  test("a database that is not there, without its password", async () => {
    await expectRefusal(
      { DATABASE_URL: "postgresql://me:secret@127.0.0.1:1/holdfast" },
      "Cannot use the database holdfast on 127.0.0.1:1 as me: connect ECONNREFUSED 127.0.0.1:1",
    );
  });

  test("a password that is wrong", async () => {
    const url = new URL(database.connectionString);
    url.password = "wrong";
    await expectRefusal(
      { DATABASE_URL: url.href },
      `Cannot use the database ${url.pathname.slice(1)} on ${url.host} as ${url.username}: password authentication failed for user "${url.username}"`,
    );
  });

  test("a data folder that is a file", async () => {
    const file = path.join(parent, "file");
    writeFileSync(file, "");
    await expectRefusal(
      { HOLDFAST_DATA_DIR: file },
      `Cannot write to the data folder ${file} (ENOTDIR): set HOLDFAST_DATA_DIR.`,
    );
  });
});
