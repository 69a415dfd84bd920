import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { OPERATIONS, type ContractOperation, type OperationId } from "../../src/generated/contract-operations.ts";
import { createSampleCalls, make, OPERATION_IDS, type SampleCall, type SampleCalls } from "../support/sample-calls.ts";
import { startRestApp } from "../support/rest-app.ts";
import { createLogger } from "../../src/main/create-logger.ts";
import { ADDRESS, AGENT, allRows, createCanaryWorld, watched, type CanaryWorld } from "./canary-world.ts";

/**
 * Every operation is carried out, refused and broken with secrets and addresses that are known; then all that the server has
 * written is looked through for them: the log as production writes it, every column of the database, and every refusal.
 */

let world: CanaryWorld;
let samples: SampleCalls;

const NAME = "Canaria Birdsong";
const NOTES = "canary notes, for the host alone";
const PHONE = "+491701234567";

/** Where something personal may stand, and why. What is not named here may hold nothing of the kind. */
const PERSONAL: Record<string, string> = {
  "attendee.email": "who takes part in a booking",
  "attendee.name": "who takes part in a booking",
  "attendee.phone": "who takes part in a booking",
  "audit_origin.address": "the personal side of an audit line, which an erasure empties",
  "audit_origin.reason": "the personal side of an audit line, which an erasure empties",
  "audit_origin.user_agent": "the personal side of an audit line, which an erasure empties",
  "api_key.first_used_address": "shown to owners, to know a stolen key by",
  "api_key.first_used_user_agent": "shown to owners, to know a stolen key by",
  "booking.cancellation_reason": "what was said when it was called off",
  "booking.notes": "what the booker tells the host",
  "booking.search_text": "title and attendees in lower case, to be found by",
  "device_session.address": "shown to the person, to know his devices by",
  "device_session.user_agent": "shown to the person, to know his devices by",
  "idempotency_key.body": "the answer that was given, to be given to the same credential again",
  "identity.email": "as the provider told it",
  "identity.subject": "the local provider's name for somebody is his address",
  "invitation.email": "who is invited",
  "member.email": "the member",
  "member.name": "the member",
  "one_time_token.email": "the address that the token proves",
  "outbox_event.payload": "the object as webhooks and feeds are to tell it",
  "outgoing_mail.address": "whom the mail is for",
  "sign_up.email": "who wants an account",
  "sign_up.name": "who wants an account",
  "user.email": "the account",
  "waiting_list_entry.email": "who waits",
  "waiting_list_entry.name": "who waits",
  "waiting_list_entry.phone": "who waits",
};

beforeAll(async () => {
  world = await createCanaryWorld();
  samples = await createSampleCalls(world);
});

afterAll(() => world.close());

const contractOf = (id: OperationId): ContractOperation => OPERATIONS[id];

/** With what is personal wherever the contract takes a text of it. */
function marked(id: OperationId, { path, body }: SampleCall): SampleCall {
  if (id === "createBooking") {
    const attendee = { name: NAME, email: "canary-attendee@example.com", phone: PHONE };
    const guests = [{ email: "canary-guest@example.com", name: NAME }];
    return { path, body: { ...body, attendee, guests, notes: NOTES } };
  }
  if (id === "joinWaitingList")
    return { path, body: { ...body, attendee: { name: NAME, email: "canary-waiting@example.com", phone: PHONE } } };
  const personal = { signUp: { name: NAME }, createMember: { name: NAME }, updateBooking: { notes: NOTES } };
  return { path, body: body && { ...body, ...(personal as Partial<Record<OperationId, object>>)[id] } };
}

const once = new Map<OperationId, Record<string, string>>();

/** Wrong in every way that is looked at after the body was read: without each member, with each of another type, and with one too many. */
function spoilt(body: object | undefined): unknown[] {
  if (body === undefined) return [];
  const entries: [string, unknown][] = Object.entries(body);
  return [
    ...entries.map(([name]) => Object.fromEntries(entries.filter(([other]) => other !== name))),
    ...entries.map(([name, value]: [string, unknown]) => ({ ...body, [name]: [value] })),
    ...entries.map(([name, value]) => ({ ...body, [name]: { canary: value } })),
    { ...body, canary: "canary-attendee@example.com" },
    `{"canary": ${JSON.stringify(body)}`,
    [body],
  ];
}

describe("put through every flow", () => {
  test.each(OPERATION_IDS)("%s", async (id) => {
    const { method, hasBody } = contractOf(id);
    const sample = marked(id, await samples[id]());
    const key = (await world.logIn()).accessToken;
    if (hasBody) for (const body of spoilt(sample.body)) await world.app.call(method, sample.path, { key, body });
    const headers = method === "POST" ? { "Idempotency-Key": `canary-${id}` } : undefined;
    if (headers) once.set(id, headers);
    const done = await make(world, id, sample, { headers });
    expect([id, done.status]).toEqual([id, expect.any(Number)]);
    // The same again is a replay, or refused since it is done; and so it is by others.
    await make(world, id, sample, { headers });
    for (const other of [
      world.stranger.owner.key,
      world.clinic.publishableKey,
      world.clinic.member.key,
      "hf_live_sk_canary",
      null,
    ])
      await world.app.call(method, sample.path, { key: other, body: sample.body });
  });

  test("the links of bookings, in right hands and in wrong ones", async () => {
    const { path, body } = marked("createBooking", await samples.createBooking());
    const booked = await world.call("POST", path, { body });
    expect(booked.status).toBe(201);
    const { body: link } = await world.call("POST", `/v1/bookings/${booked.body.id}/guest-links`);
    for (const key of [link.token!, `${link.token!.slice(0, -2)}xx`]) {
      await world.app.call("GET", `/v1/bookings/${booked.body.id}`, { key });
      await world.app.call("POST", `/v1/bookings/${booked.body.id}/cancel`, { key, body: { reason: NOTES } });
    }
  });

  test("secrets where none belong: in paths, queries, documents and variables", async () => {
    const { accessToken, refreshToken } = await world.logIn();
    const { key } = world.clinic.owner;
    for (const secret of [accessToken, refreshToken, key, "canary-attendee@example.com"]) {
      for (const place of [
        `/v1/${secret}`,
        `/v1/bookings/${secret}`,
        `/v1/bookings?search=${secret}`,
        `/x?token=${secret}`,
      ])
        await world.app.call("GET", place, { key });
      for (const document of [
        { query: `{ booking(id: "${secret}") { id } }` },
        { query: `{ nobody(id: "${secret}") { id } }` },
        { query: `{ booking(id: ${JSON.stringify(secret)} ` },
        { query: "query ($id: ID!) { booking(id: $id) { id nobody } }", variables: { id: secret } },
        { query: "query ($n: Int!) { bookings(first: $n) { nodes { id } } }", variables: { n: secret } },
        { query: "query ($id: ID!) { booking(id: $id) { id } }", variables: { id: [secret], [secret]: secret } },
        { documentId: secret },
      ])
        await world.app.call("POST", "/graphql", { key, body: document });
    }
  });

  /** What PostgreSQL says of a row that breaks a rule is the whole row. */
  test("bugs: every table refuses every row, after all was right until then", async () => {
    const calls: [OperationId, SampleCall][] = [];
    for (const id of OPERATION_IDS.filter((each) => each !== "leaveOrganisation"))
      calls.push([id, marked(id, await samples[id]())]);
    const key = (await world.logIn()).accessToken;
    const tables = [...new Set([...(await allRows(world)).keys()].map((place) => place.split(".")[0]!))];
    for (const table of tables) await world.sql(`ALTER TABLE "${table}" ADD CONSTRAINT canary CHECK (false) NOT VALID`);
    const statuses = new Set<number>();
    for (const [id, { path, body }] of calls)
      for (const credential of [key, world.clinic.owner.key]) {
        const { status } = await world.app.call(contractOf(id).method, path, { key: credential, body });
        statuses.add(status);
      }
    for (const table of tables) await world.sql(`ALTER TABLE "${table}" DROP CONSTRAINT canary`);
    expect([...statuses]).toContain(500);
  });

  test("bugs: tables that are gone", async () => {
    const calls: [OperationId, SampleCall][] = [];
    for (const id of OPERATION_IDS.filter((each) => each !== "leaveOrganisation"))
      calls.push([id, marked(id, await samples[id]())]);
    const gone = [
      "attendee",
      "outbox_event",
      "audit_origin",
      "one_time_token",
      "sign_up",
      "outgoing_mail",
      "invitation",
    ];
    for (const table of gone) await world.sql(`ALTER TABLE ${table} RENAME TO ${table}_gone`);
    for (const [id, { path, body }] of calls)
      await world.app.call(contractOf(id).method, path, { key: world.clinic.owner.key, body });
    for (const table of gone) await world.sql(`ALTER TABLE ${table}_gone RENAME TO ${table}`);
  });

  test("a database that cannot be reached", async () => {
    const calls: [OperationId, SampleCall][] = [];
    for (const id of OPERATION_IDS) calls.push([id, marked(id, await samples[id]())]);
    const connectionString = "postgresql://canary:canary-of-the-database@127.0.0.1:1/holdfast";
    let text = "";
    const log = createLogger({ logLevel: "debug" }, { write: (line: string) => void (text += line) });
    const app = await startRestApp({ connectionString, clock: world.clock, log, trustProxy: "loopback" });
    const blind = watched(app, world.seen);
    for (const [id, { path, body }] of calls)
      await blind.call(contractOf(id).method, path, { key: world.clinic.owner.key, body });
    await app.close();
    expect(text).toContain('"status":503');
    expect(text).not.toContain("canary-of-the-database");
    lookThrough("the log without a database", text);
  });
});

/** What there is to be found, by what it is. */
function canaries(): [string, string][] {
  const { secrets, emails } = world.seen;
  const hidden = [...secrets].map(([value, where]): [string, string] => [where, value]);
  const personal = [...emails].map((email): [string, string] => ["an e-mail address", email]);
  return [...hidden, ...personal, ...others()];
}

function others(): [string, string][] {
  return [
    ["a name", NAME],
    ["a note", NOTES],
    ["a telephone number", PHONE],
    ["an address", ADDRESS],
    ["an agent", AGENT],
  ];
}

function lookThrough(what: string, text: string, all = canaries()): void {
  const lower = text.toLowerCase();
  const found = all.filter(([, value]) => lower.includes(value.toLowerCase()));
  expect([what, found.map(([where, value]) => `${where}: ${around(text, value)}`)]).toEqual([what, []]);
}

function around(text: string, value: string): string {
  const at = text.toLowerCase().indexOf(value.toLowerCase());
  return text.slice(Math.max(0, at - 80), at + value.length + 40);
}

describe("afterwards", () => {
  test("there was something to find: secrets of each kind, and hundreds of addresses", () => {
    const { secrets, emails, refusals } = world.seen;
    const kinds = new Set([...secrets.values()].map((where) => where.split(" ")[0]));
    for (const kind of [
      "password",
      "token",
      "refreshToken",
      "accessToken",
      "challengeToken",
      "secret",
      "flowToken",
      "signUpToken",
      "recoveryCodes",
      "url",
    ])
      expect(kinds).toContain(kind);
    process.stdout.write(`canary: ${secrets.size} secrets and ${emails.size} addresses, ${refusals.length} refusals\n`);
    expect(secrets.size).toBeGreaterThan(200);
    expect(world.written()).toContain('"status":500');
  });

  test("the log has none of it", async () => {
    // What is written beside requests comes a moment later.
    await new Promise((resolve) => setTimeout(resolve, 200));
    lookThrough("the log", world.written());
  });

  test("no refusal has a secret, or what is personal of somebody", () => {
    const ours = [...world.seen.secrets].map(([value, where]): [string, string] => [where, value]);
    for (const { operation, text } of world.seen.refusals) {
      // A token that the answer is there to hand out; and the path that was asked for, which is the caller's own.
      const told = text.replace(/"(challengeToken|signUpToken|email|instance|detail)":"[^"]*"/g, '""');
      lookThrough(operation, told, [...ours, ...others()]);
    }
  });

  test("the database has no secret anywhere, and what is personal only where it is said to be", async () => {
    const rows = await allRows(world);
    const hidden = [...world.seen.secrets].map(([value, where]): [string, string] => [where, value]);
    const personal = canaries().slice(hidden.length);
    const used = new Map<string, string>();
    for (const [place, values] of rows) {
      const text = values.join("\n");
      lookThrough(place, text, hidden);
      const found = personal.find(([, value]) => text.toLowerCase().includes(value.toLowerCase()));
      if (found) used.set(place, `${found[0]}: ${around(text, found[1])}`);
    }
    for (const place of used.keys())
      process.stdout.write(`personal: ${place} (${PERSONAL[place] ?? "not said why"})\n`);
    expect([...used].filter(([place]) => !(place in PERSONAL))).toEqual([]);
    expect([...used.keys()].sort()).toEqual(Object.keys(PERSONAL).sort());
  });
});
