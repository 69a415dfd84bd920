import { execFile } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import {
  isRunning,
  makeDataDir,
  postmasterOf,
  removeDataDir,
  startServer,
  type JourneyServer,
} from "./journey-server.ts";

const run = promisify(execFile);

let dataDir: string;
let server: JourneyServer;
let ownerToken: string;

beforeAll(async () => {
  dataDir = makeDataDir();
  server = await startServer(dataDir);
});

afterAll(async () => {
  await server.process.end("SIGKILL");
  removeDataDir(dataDir);
});

interface Answered {
  id?: string;
  startsAt?: string;
  days?: { slots: { startsAt: string }[] }[];
  data?: { id: string }[];
}

test("demo.json has all that is needed to begin, for its owner alone", () => {
  const { demo, baseUrl } = server;
  expect(demo).toEqual({
    baseUrl,
    organisationId: expect.stringMatching(/^org_/),
    apiKey: expect.stringMatching(/^hf_test_sk_/),
    publishableKey: expect.stringMatching(/^hf_test_pk_/),
    ownerEmail: expect.stringContaining("@"),
    ownerPassword: expect.stringMatching(/^.{16,}$/),
    hosts: [
      { memberId: expect.stringMatching(/^mem_/), email: expect.anything(), timeZone: "Europe/Berlin" },
      { memberId: expect.stringMatching(/^mem_/), email: expect.anything(), timeZone: "America/New_York" },
    ],
    eventTypes: Array.from({ length: 4 }, () => ({ id: expect.stringMatching(/^evt_/), slug: expect.anything() })),
  });
  expect((statSync(path.join(dataDir, "demo.json")).mode & 0o777).toString(8)).toBe("600");
});

test("its owner can log in", async () => {
  const { demo, baseUrl } = server;
  const body = JSON.stringify({ email: demo.ownerEmail, password: demo.ownerPassword });
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch(`${baseUrl}/v1/auth/log-in`, { method: "POST", headers, body });
  expect(answer.status).toBe(200);
  ownerToken = ((await answer.json()) as { accessToken: string }).accessToken;
  expect(await readMe(baseUrl, ownerToken)).toMatchObject({ email: demo.ownerEmail, role: "owner" });
  expect((statSync(path.join(dataDir, "secret")).mode & 0o777).toString(8)).toBe("600");
});

test("mail goes to the folder outbox, and is shown to whoever develops", async () => {
  const { demo, baseUrl } = server;
  const body = JSON.stringify({ email: demo.ownerEmail });
  const headers = { "Content-Type": "application/json" };
  await fetch(`${baseUrl}/v1/auth/request-password-reset`, { method: "POST", headers, body });
  const read = async () => {
    const answer = await fetch(`${baseUrl}/dev/mail`, { headers: { Accept: "application/json" } });
    return ((await answer.json()) as { data: { id: string; to: string; text: string }[] }).data;
  };
  // Those who take part in the demo's bookings get theirs too.
  const findReset = async () => (await read()).find(({ text }) => text.includes(`${baseUrl}/reset-password?token=`));
  while (!(await findReset())) await new Promise((resolve) => setTimeout(resolve, 100));
  const mail = await findReset();
  expect(mail?.to).toBe(demo.ownerEmail);
  expect(existsSync(path.join(dataDir, "outbox", `${mail!.id}.json`))).toBe(true);
  expect(await (await fetch(`${baseUrl}/dev/mail`, { headers: { Accept: "text/html" } })).text()).toContain("<pre>");
});

async function readMe(baseUrl: string, token: string): Promise<unknown> {
  return (await fetch(`${baseUrl}/v1/me`, { headers: { Authorization: `Bearer ${token}` } })).json();
}

test("the three printed commands work as they stand: find a time, book it, read it back", async () => {
  const printed = server.process.output().stdout.match(/^ {2}curl .+$/gm)!;
  expect(printed).toHaveLength(3);
  const answers: Answered[] = [];
  for (const command of printed) answers.push(await runPrinted(command.trim()));
  const [found, booked, read] = answers;
  const free = found!.days!.flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt));
  expect(free).toContain(booked!.startsAt);
  expect(booked!.id).toMatch(/^bkg_/);
  expect(read!.data!.map(({ id }) => id)).toContain(booked!.id);

  const again = await runPrinted(printed[1]!.trim());
  expect(again).toEqual(booked);
});

/** Runs the command in a shell. Where there is no curl, a stand-in reads the same words. */
async function runPrinted(command: string): Promise<Answered> {
  const standIn = path.join(import.meta.dirname, "curl-stand-in.ts");
  const hasCurl = await run("curl", ["--version"]).then(
    () => true,
    () => false,
  );
  const words = hasCurl
    ? command.replace(/^curl/, "curl -sS")
    : command.replace(/^curl/, `'${process.execPath}' '${standIn}'`);
  const { stdout } = await run("/bin/sh", ["-c", words]);
  return JSON.parse(stdout) as Answered;
}

test("there are bookings of all kinds around today, and the docs are there", async () => {
  const { baseUrl, demo } = server;
  const headers = { Authorization: `Bearer ${demo.apiKey}` };
  const list = (await (await fetch(`${baseUrl}/v1/bookings?limit=100`, { headers })).json()) as {
    data: { status: string }[];
  };
  const statuses = new Set(list.data.map(({ status }) => status));
  for (const status of ["confirmed", "cancelled", "completed"]) expect(statuses).toContain(status);
  for (const page of ["/docs/", "/openapi.json", "/readyz"]) expect((await fetch(baseUrl + page)).status).toBe(200);
});

test("SIGTERM ends it with exit code 0, and its PostgreSQL with it", async () => {
  const postmaster = postmasterOf(dataDir);
  expect(isRunning(postmaster)).toBe(true);
  expect(await server.process.end("SIGTERM")).toBe(0);
  expect(isRunning(postmaster)).toBe(false);
  expect(existsSync(path.join(dataDir, "postgres", "postmaster.pid"))).toBe(false);
});

test("the next start keeps the organisation, its keys, its log-ins and its bookings", async () => {
  const before = server.demo;
  server = await startServer(dataDir);
  expect(server.demo).toEqual({ ...before, baseUrl: server.baseUrl });
  const headers = { Authorization: `Bearer ${before.apiKey}` };
  const answer = await fetch(`${server.baseUrl}/v1/bookings?order=-starts_at`, { headers });
  expect(((await answer.json()) as { data: unknown[] }).data.length).toBeGreaterThan(0);
  expect(await readMe(server.baseUrl, ownerToken)).toMatchObject({ email: before.ownerEmail });
  expect(await server.process.end("SIGTERM")).toBe(0);
});
