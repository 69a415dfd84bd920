import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { SCOPES, type Role } from "../../../src/domain/shared/actor.ts";
import type { DomainContext } from "../../../src/domain/shared/context.ts";
import { createDatabase, type Database } from "../../../src/domain/shared/database.ts";
import { newId } from "../../../src/domain/shared/ids.ts";
import { createDocumentCaches } from "../../../src/graphql/documents/document-caches.ts";
import { prepareDocument } from "../../../src/graphql/documents/prepare-document.ts";
import { createPlanner } from "../../../src/graphql/reading/operation-plan.ts";
import { bindValues } from "../../../src/graphql/reading/plan.ts";
import { schema } from "../../../src/graphql/schema.ts";
import { createMovableClock, NOW } from "../../support/domain-context.ts";
import { nodesOf, recordPlans, type PlanNode, type PlanRecorder } from "../../support/recorded-plans.ts";
import { createSeededDatabase, SEEDED_BOOKINGS, type SeededBookings } from "../../support/seeded-bookings.ts";
import type { TestDatabase } from "../../support/test-database.ts";

/** The tables that grow with every booking. */
const GROWING = new Set("booking booking_host attendee claim audit_entry audit_origin outbox_event".split(" "));

/** What the database may go through for a page, unless more is said. A whole read of any growing table is a hundred times as much. */
const MOST_ROWS = 2_000;
/**
 * In the order of the start, several states are found by going along the bookings of the organisation; for any cursor in
 * a host's agenda the generic plan, which costs more than the others and is not taken by itself, goes along them too.
 */
const OF_ORGANISATION = 55_000;
const mostOf = (name: string) =>
  /several|rare|of a host, far|of a plain member/.test(name) ? OF_ORGANISATION : MOST_ROWS;

type MeasuredNode = PlanNode & { "Actual Rows"?: number; "Actual Loops"?: number; "Rows Removed by Filter"?: number };

let database: TestDatabase;
let recorder: PlanRecorder;
let db: Database;
let seeded: SeededBookings;
const found: { query: string; mode: string; rows: number; nodes: string[] }[] = [];
const planOperation = createPlanner(schema);
const caches = createDocumentCaches();

beforeAll(async () => {
  ({ database, seeded } = await createSeededDatabase());
  recorder = recordPlans(database.connectionString);
  db = createDatabase(recorder.pool);
  await recorder.pool.query("SET auto_explain.log_analyze = on");
}, 180_000);

afterAll(async () => {
  await recorder.close();
  await database.drop();
  const width = Math.max(...found.map(({ query }) => query.length));
  const lines = found.map(
    ({ query, mode, rows, nodes }) =>
      `${query.padEnd(width)} ${mode.padEnd(7)} ${String(rows).padStart(6)}  ${nodes.join(", ")}\n`,
  );
  process.stdout.write(
    `\nGraphQL at ${SEEDED_BOOKINGS} bookings: rows gone through, and by what\n\n${lines.join("")}\n`,
  );
});

function as(role: Role, memberId: string): DomainContext {
  const actor = {
    kind: "secret_key" as const,
    organisationId: seeded.organisationId,
    credentialId: memberId,
    memberId,
  };
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  return {
    db,
    clock: createMovableClock(NOW),
    ids: newId,
    log,
    actor: { ...actor, role, scopes: new Set(SCOPES) },
    request: { requestId: "plans", address: null, userAgent: null },
  };
}

function planOf(ctx: DomainContext, query: string) {
  const { prepared, refused } = prepareDocument({ schema, caches, suggestsNames: false }, query);
  if (refused) throw new Error(refused.body);
  const { roots, args } = planOperation(ctx, prepared, [...prepared.operations.values()][0]!, {});
  return { plan: roots[0]!.plan!, args };
}

/** Runs the first root of a document as a server does. */
async function read(ctx: DomainContext, query: string): Promise<string | null> {
  const { plan, args } = planOf(ctx, query);
  return db.readText(plan.text, bindValues(plan, ctx, args));
}

async function isPrepared(ctx: DomainContext, query: string): Promise<boolean> {
  const { text } = planOf(ctx, query).plan;
  const { rowCount } = await recorder.pool.query("SELECT FROM pg_prepared_statements WHERE statement = $1", [text]);
  return rowCount === 1;
}

/** By the plan for these values, and by the one for any values that a prepared statement gets in the end. */
const MODES = { custom: "force_custom_plan", generic: "force_generic_plan" };

async function assertPlans(name: string, ctx: DomainContext, query: string, most = mostOf(name)): Promise<void> {
  for (const [mode, setting] of Object.entries(MODES)) {
    await recorder.pool.query(`SET plan_cache_mode = ${setting}`);
    let answer: string | null = null;
    // The third use is the first of the prepared statement; what is planned anew each time is never one.
    for (let time = 0; time < 3; time++) answer = await read(ctx, query);
    if (mode === "generic" && !(await isPrepared(ctx, query))) continue;
    const plans = await recorder.plansOf(async () => {
      answer = await read(ctx, query);
    });
    const nodes = plans.flatMap(({ root }) => nodesOf(root, { subPlans: true })) as MeasuredNode[];
    const rows = nodes
      .filter((node) => node["Relation Name"] !== undefined)
      .reduce((sum, node) => sum + rowsOf(node), 0);
    found.push({ query: name, mode, rows: Math.round(rows), nodes: [...new Set(nodes.flatMap(toText))] });
    const whole = nodes.filter((node) => node["Node Type"] === "Seq Scan" && GROWING.has(node["Relation Name"]!));
    expect([name, mode, whole.flatMap(toText)]).toEqual([name, mode, []]);
    expect(answer).toMatch(/[a-z]{3}_\w{26}|"totalCount" : [1-9]/);
    expect(plans).toHaveLength(1);
    expect([name, mode, rows <= most ? "few" : rows]).toEqual([name, mode, "few"]);
  }
}

/** Those that came out, and those that were looked at in vain. */
function rowsOf(node: MeasuredNode): number {
  return ((node["Actual Rows"] ?? 0) + (node["Rows Removed by Filter"] ?? 0)) * (node["Actual Loops"] ?? 0);
}

function toText(node: PlanNode): string[] {
  const [type, relation, index] = [node["Node Type"], node["Relation Name"], node["Index Name"]];
  if (index !== undefined) return [`${type} ${index}`];
  return relation !== undefined ? [`${type} ${relation}`] : [];
}

const owner = () => as("owner", seeded.ownerId);
const host = () => as("member", seeded.hostId);

const FROM = `"2026-11-25T00:00:00Z"`;
const TO = `"2026-11-27T00:00:00Z"`;
const PAGE = "nodes { id startsAt } pageInfo { hasNextPage endCursor }";

/** The filters of a list, with what must be said of each. */
const FILTERS: [string, () => string][] = [
  ["all", () => ""],
  ["of one status", () => "status: [pending]"],
  ["of several states", () => "status: [confirmed, pending]"],
  ["of rare states", () => "status: [declined, no_show]"],
  ["of some days", () => `from: ${FROM}, to: ${TO}`],
  ["of an event type", () => `eventTypeId: "${seeded.eventTypeId}"`],
  ["of an event type, some days", () => `eventTypeId: "${seeded.eventTypeId}", from: ${FROM}, to: ${TO}`],
  ["of a host", () => `hostId: "${seeded.hostId}"`],
  ["of a host, some days", () => `hostId: "${seeded.hostId}", from: ${FROM}, to: ${TO}`],
];

/** The cursor of the row in the middle of what fits. */
async function middle(ctx: DomainContext, args: string): Promise<string> {
  const all = await read(ctx, `{ bookings(${[args, "first: 100"].join(" ")}) { edges { cursor } } }`);
  const { edges } = JSON.parse(all!) as { edges: { cursor: string }[] };
  return edges[Math.floor(edges.length / 2)]!.cursor;
}

/** A cursor whose place is far into every list. */
const FAR = Buffer.from(JSON.stringify(["2026-11-10T00:00:00.000Z", "bkg_00000000000000000000000000"])).toString(
  "base64url",
);

describe.each(["asc", "desc"])(
  `with ${SEEDED_BOOKINGS} bookings, an index serves a page of bookings, %s,`,
  (direction) => {
    const order = `order: starts_at_${direction}`;

    test.each(FILTERS)("%s", async (name, args) => {
      await assertPlans(
        `bookings ${direction}: ${name}`,
        owner(),
        `{ bookings(first: 50 ${order} ${args()}) { ${PAGE} } }`,
      );
    });

    test.each(FILTERS)("%s, after a cursor far into the list", async (name, args) => {
      const after = /days|stat/.test(name) ? await middle(owner(), args()) : FAR;
      const query = `{ bookings(first: 50 ${order} after: "${after}" ${args()}) { ${PAGE} } }`;
      await assertPlans(`bookings ${direction}: ${name}, far`, owner(), query);
    });

    test("of a plain member", async () => {
      await assertPlans(`bookings ${direction}: his own`, host(), `{ bookings(first: 50 ${order}) { ${PAGE} } }`);
      const query = `{ bookings(first: 50 ${order} after: "${FAR}") { ${PAGE} } }`;
      await assertPlans(`bookings ${direction}: his own, far`, host(), query);
    });
  },
);

describe(`with ${SEEDED_BOOKINGS} bookings, an index serves`, () => {
  test("a dashboard with all that hangs on a booking", async () => {
    const query = `{ bookings(first: 50) { nodes { id eventType { title } hosts { name } hostIds attendees { name email } history { action reason } } } }`;
    await assertPlans("dashboard", owner(), query);
    await assertPlans("dashboard, of a plain member", host(), query);
  });

  test("pages within pages", async () => {
    const ofTypes = `{ eventTypes(first: 20) { nodes { id bookings(first: 10) { ${PAGE} } } } }`;
    await assertPlans("event types with bookings", owner(), ofTypes);
    await assertPlans("event types with bookings, of a plain member", host(), ofTypes);
    const after = `{ eventTypes(first: 20) { nodes { id bookings(first: 10 after: "${FAR}") { ${PAGE} } } } }`;
    await assertPlans("event types with bookings, far", owner(), after);
    const ofMembers = `{ members(first: 20) { nodes { id bookings(first: 10 order: starts_at_desc) { ${PAGE} } } } }`;
    await assertPlans("members with bookings", owner(), ofMembers);
    const farOfMembers = `{ members(first: 20) { nodes { id bookings(first: 10 after: "${FAR}") { ${PAGE} } } } }`;
    await assertPlans("members with bookings, far", owner(), farOfMembers);
    const three = `{ eventTypes(first: 5) { nodes { id hosts { member { bookings(first: 5) { nodes { id attendees { email } } } } } } } }`;
    await assertPlans("four levels", owner(), three);
  });

  test("one object of each kind", async () => {
    const [id] = seeded.confirmedIds;
    await assertPlans("booking", owner(), `{ booking(id: "${id!}") { id history { action } attendees { id } } }`);
    await assertPlans("booking, of a plain member", host(), `{ booking(id: "${id!}") { id attendees { id } } }`);
    await assertPlans("node", owner(), `{ node(id: "${id!}") { id } }`);
    const attendee = `{ node(id: "att_${id!.slice(4)}") { id ... on Attendee { booking { id } } } }`;
    await assertPlans("node, an attendee", owner(), attendee);
    await assertPlans("node, an attendee, of a plain member", host(), attendee);
    await assertPlans("auditEntry", owner(), `{ auditEntry(id: "aud_${id!.slice(4)}") { id reason } }`);
  });

  test.each([
    ["members", "members(first: 50) { nodes { id name } }"],
    ["event types", "eventTypes(first: 50) { nodes { id } }"],
    ["schedules", "schedules(first: 50) { nodes { id } }"],
    ["none, but who asks", "viewer { organisation { id } }"],
    ["audit", "auditEntries(first: 50) { nodes { id reason } }"],
    ["audit, newest first", "auditEntries(first: 50 order: at_desc) { nodes { id reason } }"],
    [
      "audit, some days",
      `auditEntries(first: 50 from: "2026-10-26T00:00:00Z" to: "2026-10-27T00:00:00Z") { nodes { id } }`,
    ],
    ["audit, far", `auditEntries(first: 50 after: "${FAR.replace("bkg", "aud")}" order: at_desc) { nodes { id } }`],
  ])("a page of %s", async (name, root) => {
    await assertPlans(name, owner(), `{ ${root} }`);
  });

  test("the audit of one object", async () => {
    const query = `{ auditEntries(objectId: "${seeded.confirmedIds[0]!}") { nodes { id } totalCount } }`;
    await assertPlans("audit of an object", owner(), query);
  });

  // What is counted is gone through: a quarter of all bookings for an organisation, two thousand for a host.
  test.each(FILTERS)("totalCount %s, off an index alone", async (name, args) => {
    const given = args();
    const query = `{ bookings${given === "" ? "" : `(${given})`} { totalCount } }`;
    await assertPlans(`totalCount: ${name}`, owner(), query, 2 * SEEDED_BOOKINGS);
  });

  test("totalCount of a plain member's", async () => {
    await assertPlans("totalCount: his own", host(), "{ bookings { totalCount } }", OF_ORGANISATION);
  });
});

test("and the lack of one would be found", async () => {
  await database.pool.query("DROP INDEX attendee_booking_id_position_idx");
  const query = `{ booking(id: "${seeded.confirmedIds[0]!}") { id attendees { id } } }`;
  await expect(assertPlans("lack", owner(), query)).rejects.toThrow("Seq Scan attendee");
  found.pop();
});
