import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ACTIONS } from "../../src/domain/access/policy.ts";
import { RULES, type Rule } from "../../src/domain/access/rules.ts";
import { OPERATIONS, type ContractOperation, type OperationId } from "../../src/generated/contract-operations.ts";
import { lookUp, operationRef, resolveSchema, type JsonSchema } from "../../src/rest/contract-document.ts";
import { createAccessWorld, type AccessWorld } from "../access/access-world.ts";
import { createSampleCalls, isForLogInOnly, make, OPERATION_IDS, type SampleCalls } from "../support/sample-calls.ts";
import { ask } from "./attacker.ts";

/** OWASP API3:2023. Restricted fields of GraphQL, each with everybody, are test/access/graphql-matrix.test.ts. */

let world: AccessWorld;
let samples: SampleCalls;

beforeAll(async () => {
  world = await createAccessWorld();
  samples = await createSampleCalls(world);
});

afterAll(() => world.close());

const contractOf = (id: OperationId): ContractOperation => OPERATIONS[id];
const withBody = OPERATION_IDS.filter((id) => contractOf(id).hasBody);
const withoutBody = OPERATION_IDS.filter((id) => contractOf(id).method !== "GET" && !contractOf(id).hasBody);

/** Every property that a schema names anywhere. */
function namesIn(given: unknown, seen = new Set<unknown>()): string[] {
  if (typeof given !== "object" || given === null) return [];
  const schema = resolveSchema(given as JsonSchema);
  if (seen.has(schema)) return [];
  seen.add(schema);
  const own = Object.keys((schema.properties as object | undefined) ?? {});
  const inner = Object.values(schema).flatMap((each: unknown) =>
    typeof each === "object" && each !== null
      ? [each, ...(Object.values(each) as unknown[])].flatMap((one) => namesIn(one, seen))
      : [],
  );
  return [...own, ...inner];
}

function bodySchemaOf(id: OperationId): JsonSchema {
  const { requestBody } = lookUp(operationRef(id)) as {
    requestBody: { content: Record<string, { schema: JsonSchema }> };
  };
  return resolveSchema(requestBody.content["application/json"]!.schema);
}

/** What a body may say at its top. */
function acceptedBy(schema: JsonSchema): string[] {
  const branches = [schema.anyOf, schema.oneOf, schema.allOf].flatMap((each) => (each ?? []) as JsonSchema[]);
  const own = Object.keys(schema.properties ?? {});
  return [...own, ...branches.flatMap((branch) => acceptedBy(resolveSchema(branch)))];
}

/** Whatever any answer of the contract has, and columns of the database as an attacker would guess them. */
const ANSWERED = [
  ...new Set(OPERATION_IDS.flatMap((id) => namesIn((lookUp(operationRef(id)) as { responses: object }).responses))),
];
const COLUMNS = [
  ...["organisationId", "organisation_id", "organisation", "plan", "mode", "userId", "user_id", "user", "memberRole"],
  ...[
    "passwordHash",
    "password_hash",
    "isAdmin",
    "is_admin",
    "admin",
    "isOwner",
    "verified",
    "emailVerified",
    "deletedAt",
  ],
  ...["credentialId", "hash", "tokenHash", "privateKey", "sequence", "pendingReasons", "attendees", "createdBy"],
  ...["__proto__", "constructor", "prototype", "$set", "_id", "toString"],
];
const VALUES: Record<string, unknown> = { role: "owner", version: 1, scopes: ["members:write"], status: "confirmed" };

/** A problem names 20 places at most. */
const TOLD_AT_ONCE = 15;

describe("mass assignment", () => {
  let tried = 0;

  afterAll(() => void process.stdout.write(`mass assignment: ${withBody.length} operations, ${tried} fields\n`));

  test.each(withBody)(
    "%s takes no field that is not the caller's to set",
    async (id) => {
      const sample = await samples[id]();
      const accepted = new Set(acceptedBy(bodySchemaOf(id)));
      const key = isForLogInOnly(id) ? (await world.logInAs(world.clinic.owner)).accessToken : world.clinic.owner.key;
      const events = await countEvents();
      const foreign = [...new Set([...ANSWERED, ...COLUMNS])].filter((name) => !accepted.has(name));
      for (let at = 0; at < foreign.length; at += TOLD_AT_ONCE) {
        const names = foreign.slice(at, at + TOLD_AT_ONCE);
        // Written by hand: `__proto__` would not be a property otherwise.
        const extra = names
          .map((name) => `"${name}":${JSON.stringify(Object.hasOwn(VALUES, name) ? VALUES[name] : "usr_owner")}`)
          .join();
        const rest = JSON.stringify(sample.body ?? {}).slice(1);
        const body = `{${extra}${rest === "}" ? "" : ","}${rest}`;
        const answer = await world.app.call(OPERATIONS[id].method, sample.path, { key, body });
        const refused = answer.body.errors.map(({ pointer }) => pointer.slice(1)).filter((name) => name !== "");
        expect([answer.status, refused.toSorted()]).toEqual([422, names.toSorted()]);
        tried += names.length;
      }
      expect(await countEvents()).toBe(events);
      // The sample is right but for what was added.
      expect((await make(world, id, sample)).status).toBe(OPERATIONS[id].successStatus);
    },
    30_000,
  );

  test.each(withoutBody)("%s, which takes no body, leaves one alone", async (id) => {
    const sample = await samples[id]();
    const before = await world.sql("SELECT id, role, organisation_id, deleted_at FROM member ORDER BY id");
    const body = { role: "owner", organisationId: world.stranger.organisationId, status: "completed", expiresAt: null };
    const done = await make(world, id, { ...sample, body });
    expect([OPERATIONS[id].successStatus, 409, 422]).toContain(done.status);
    if (id === "deleteMember") return;
    expect(await world.sql("SELECT id, role, organisation_id, deleted_at FROM member ORDER BY id")).toEqual(before);
  });

  test("below the top neither: an attendee, a guest, a host and a place have their own fields alone", async () => {
    const [booking, eventType] = [await samples.createBooking(), await samples.createEventType()];
    const attendee = { name: "Ada", email: "ada@example.com" };
    const tries: [string, { path: string; body?: object }, object, string][] = [
      ["POST", booking, { attendee: { ...attendee, id: "att_x" } }, "/attendee/id"],
      ["POST", booking, { attendee: { ...attendee, isHost: true } }, "/attendee/isHost"],
      ["POST", booking, { guests: [{ email: "x@example.com", role: "host" }] }, "/guests/0/role"],
      ["POST", eventType, { hosts: [{ memberId: world.clinic.owner.memberId, role: "owner" }] }, "/hosts/0/role"],
      ["POST", eventType, { price: { amountMinor: 1, currency: "EUR", paid: true } }, "/price/paid"],
    ];
    for (const [method, { path, body }, more, pointer] of tries) {
      const answer = await world.call(method, path, { body: { ...body, ...more } });
      expect([answer.status, answer.body.errors.map((error) => error.pointer)]).toEqual([422, [pointer]]);
    }
  });

  test("polluted prototypes change nothing for anybody", async () => {
    for (const text of ['{"__proto__":{"role":"owner"}}', '{"constructor":{"prototype":{"role":"owner"}}}']) {
      const { path, body } = await samples.createBooking();
      const metadata = JSON.stringify({ ...body, metadata: "here" }).replace('"here"', text);
      expect([201, 422]).toContain((await world.call("POST", path, { body: metadata })).status);
      expect(({} as { role?: string }).role).toBeUndefined();
    }
    const answer = await world.app.call("POST", "/graphql", {
      key: world.clinic.member.key,
      body: '{"query":"{ viewer { scopes } }","variables":{"__proto__":{"role":"owner"}}}',
    });
    expect(answer.text).not.toContain("members:write");
  });
});

const countEvents = async () => (await world.sql<{ n: string }>("SELECT count(*) AS n FROM outbox_event"))[0]!.n;

describe("excessive exposure", () => {
  /** Texts that stand in what is not for everybody, with who of those who come from outside may read them. */
  const MARKS = {
    notes: "canary-of-the-notes",
    metadata: "canary-of-the-metadata",
    guest: "canary-guest@example.com",
    colleague: "canary-of-a-colleague",
    schedule: "canary-of-a-schedule",
    keyName: "canary-of-a-key",
  };

  /** What nobody at all is told. */
  const NOBODYS = /password_?hash|private_?key|token_?hash|secret_?hash|"hash"|\$argon2|search_?text|credential_?id/i;

  let booking: { id: string };
  let eventType: { id: string };

  beforeAll(async () => {
    const { clinic, call, sql, book } = world;
    const { memberId, scheduleId } = clinic.owner;
    await sql("UPDATE schedule SET name = $1 WHERE id = $2", [MARKS.schedule, scheduleId]);
    await sql("UPDATE api_key SET name = $1 WHERE id = $2", [MARKS.keyName, clinic.admin.keyId]);
    await sql("UPDATE member SET name = $1 WHERE id = $2", [MARKS.colleague, clinic.admin.memberId]);
    eventType = await clinic.addEventType({ hosts: [{ memberId, scheduleId }], visibility: "public" });
    booking = await book(eventType.id, "2026-12-01T09:00:00Z", {
      notes: MARKS.notes,
      metadata: { mark: MARKS.metadata },
      guests: [{ email: MARKS.guest, name: "Guest" }],
    });
    await call("POST", `/v1/bookings/${booking.id}/cancel`, { body: { reason: MARKS.notes } });
    booking = await book(eventType.id, "2026-12-01T11:00:00Z", {
      notes: MARKS.notes,
      metadata: { mark: MARKS.metadata },
      guests: [{ email: MARKS.guest, name: "Guest" }],
    });
  });

  const reads = OPERATION_IDS.filter((id) => contractOf(id).method === "GET" && id !== "getContract");

  /** All that a GET may be asked to show more of. */
  async function answersTo(id: OperationId, key: string | null): Promise<string[]> {
    const path = contractOf(id)
      .path.replace("{bookingId}", booking.id)
      .replace("{eventTypeId}", eventType.id)
      .replace("{memberId}", world.clinic.owner.memberId)
      .replace("{scheduleId}", world.clinic.owner.scheduleId)
      .replace("{apiKeyId}", world.clinic.admin.keyId);
    const range = "from=2026-12-01T00:00:00Z&to=2026-12-02T00:00:00Z&timeZone=UTC";
    const query = id === "getAvailability" ? [`eventTypeId=${eventType.id}&${range}`] : ["limit=100", ""];
    const more = query.flatMap((each) =>
      [
        each,
        `${each}&expand=host`,
        `${each}&expand=eventType`,
        `${each}&expand=history`,
        `${each}&expand=hosts`,
      ].concat(`${each}&explain=true`, `${each}&deleted=true`, `${each}&search=canary`),
    );
    const answers = await Promise.all(more.map((each) => world.app.call("GET", `${path}?${each}`, { key })));
    return answers.map(({ text }) => text);
  }

  const isOpenTo = (id: OperationId, caller: "publishable_key" | "attendee") => {
    const rule: Rule | null = ACTIONS[id] === "anybody" ? null : RULES[ACTIONS[id]];
    return rule === null || rule.may[caller] !== undefined;
  };

  test("the public reads none of it, by any operation and any expansion", async () => {
    const open = reads.filter((id) => isOpenTo(id, "publishable_key"));
    expect(open).toContain("getAvailability");
    for (const id of open)
      for (const text of await answersTo(id, world.clinic.publishableKey)) {
        for (const mark of Object.values(MARKS)) expect([id, text]).toEqual([id, expect.not.stringContaining(mark)]);
        expect(text).not.toMatch(/"(weight|priority|fixed|scheduleId|email)":/);
      }
  });

  test("the public is told nothing of what it has just booked that it did not say itself", async () => {
    const { path, body } = await samples.createBooking();
    const answer = await world.call("POST", path, { key: world.clinic.publishableKey, body });
    expect(answer.status).toBe(201);
    for (const mark of Object.values(MARKS)) expect(answer.text).not.toContain(mark);
    expect(answer.text).not.toMatch(/scheduleId|workingMinutes|history/);
  });

  test("an attendee reads of his booking neither notes, nor metadata, nor who else comes", async () => {
    const { body } = await world.call("POST", `/v1/bookings/${booking.id}/guest-links`);
    for (const id of reads.filter((each) => isOpenTo(each, "attendee")))
      for (const text of await answersTo(id, body.token))
        for (const mark of Object.values(MARKS)) expect([id, text]).toEqual([id, expect.not.stringContaining(mark)]);
    const moved = await world.call("POST", `/v1/bookings/${booking.id}/reschedule`, {
      key: body.token,
      body: { startsAt: "2026-12-01T13:00:00Z" },
    });
    expect(moved.status).toBe(200);
    for (const mark of Object.values(MARKS)) expect(moved.text).not.toContain(mark);
  });

  test("a plain member reads nothing of a colleague's bookings, schedules and keys", async () => {
    const { key } = world.clinic.member;
    const hidden = [MARKS.notes, MARKS.metadata, MARKS.guest, MARKS.schedule, MARKS.keyName];
    for (const id of reads.filter((each) => !isForLogInOnly(each)))
      for (const text of await answersTo(id, key))
        for (const mark of hidden) expect([id, text]).toEqual([id, expect.not.stringContaining(mark)]);
    const documents = [
      "{ bookings(first: 50) { nodes { notes metadata attendees { email } history { reason } } } }",
      "{ schedules(first: 50) { nodes { name } } }",
      `{ booking(id: "${booking.id}") { notes } schedule(id: "${world.clinic.owner.scheduleId}") { name } }`,
      "{ eventTypes(first: 50) { nodes { hosts { member { name } } } } }",
    ];
    for (const document of documents) {
      const { text } = await ask(world.app, key, document);
      for (const mark of hidden) expect(text).not.toContain(mark);
    }
  });

  test("nobody, not even the owner, is told a hash or anything else that is the server's own", async () => {
    const { accessToken } = await world.logInAs(world.clinic.owner);
    for (const id of reads)
      for (const key of [world.clinic.owner.key, accessToken])
        for (const text of await answersTo(id, key))
          expect([id, text]).toEqual([id, expect.not.stringMatching(NOBODYS)]);
  });
});
