import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { encodeCursor } from "../../../src/domain/shared/pagination.ts";
import { newId } from "../../../src/domain/shared/ids.ts";
import { createReadingWorld, type ReadingWorld } from "./reading-world.ts";

let world: ReadingWorld;

beforeAll(async () => {
  world = await createReadingWorld();
});

afterAll(() => world.close());

interface Page {
  totalCount: number;
  nodes: { id: string }[];
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

const PAGE =
  "totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

/** A list in the schema, and the rows of ours that it holds, by their place. */
const LISTS: Record<string, { rows: string; by: string; order: string; within?: () => string }> = {
  bookings: { rows: "booking", by: "starts_at", order: "starts_at" },
  eventTypes: { rows: "event_type WHERE deleted_at IS NULL", by: "created_at", order: "created_at" },
  members: { rows: "member", by: "created_at", order: "created_at" },
  schedules: { rows: "schedule WHERE deleted_at IS NULL", by: "created_at", order: "created_at" },
  apiKeys: { rows: "api_key", by: "created_at", order: "created_at" },
  deadLetters: { rows: "job WHERE died_at IS NOT NULL", by: "died_at", order: "died_at" },
  webhookDeliveries: { rows: "webhook_delivery", by: "created_at", order: "created_at" },
  receivedEvents: { rows: "received_event", by: "created_at", order: "created_at" },
  auditEntries: { rows: "audit_entry", by: "at", order: "at" },
};

async function rowsOf(list: string, direction: "asc" | "desc"): Promise<string[]> {
  const { rows, by } = LISTS[list]!;
  const found = await world.sql<{ id: string; organisation_id: string }>(
    `SELECT id, organisation_id FROM ${rows} ORDER BY ${by} ${direction}, id ${direction}`,
  );
  return found.filter((row) => row.organisation_id === world.ours.organisationId).map(({ id }) => id);
}

async function read(query: string, variables: object, path: string[]): Promise<Page> {
  const { data, errors } = await world.ask(world.ours.owner.key, query, variables);
  expect(errors).toBeUndefined();
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], data) as Page;
}

/** Every row by following the end cursors. */
async function walk(query: string, first: number, path: string[]): Promise<string[]> {
  const seen: string[] = [];
  for (let after: string | null = null; ;) {
    const page = await read(query, { first, after }, path);
    expect(page.edges.map(({ node }) => node)).toEqual(page.nodes);
    expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
    expect(page.pageInfo.startCursor).toBe(page.edges[0]?.cursor ?? null);
    expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)?.cursor ?? null);
    seen.push(...page.nodes.map(({ id }) => id));
    expect(page.pageInfo.hasNextPage).toBe(seen.length < page.totalCount);
    if (!page.pageInfo.hasNextPage) return seen;
    expect(page.nodes).toHaveLength(first);
    after = page.pageInfo.endCursor;
  }
}

describe("page by page each row comes once, in order, ties by identifier", () => {
  const cases = Object.keys(LISTS).flatMap((list) =>
    (["asc", "desc"] as const).flatMap((direction) => [1, 2, 7].map((first) => [list, direction, first] as const)),
  );
  test.each(cases)("%s %s by %i", async (list, direction, first) => {
    const order = `${LISTS[list]!.order}_${direction}`;
    const query = `query ($first: Int, $after: String) { ${list}(order: ${order}, first: $first, after: $after) { ${PAGE} } }`;
    const expected = await rowsOf(list, direction);
    expect(expected.length).toBeGreaterThan(3);
    expect(await walk(query, first, [list])).toEqual(expected);
  });

  test.each(["asc", "desc"])("a host's agenda and an event type's bookings, %s", async (direction) => {
    const { owner, eventTypeIds } = world.ours;
    for (const [root, id, holds] of [
      ["member", owner.memberId, "EXISTS (SELECT FROM booking_host WHERE booking_id = id AND member_id = $1)"],
      ["eventType", eventTypeIds.public, "event_type_id = $1"],
    ]) {
      const rows = await world.sql<{ id: string }>(
        `SELECT id FROM booking WHERE ${holds!} ORDER BY starts_at ${direction}, id ${direction}`,
        [id],
      );
      expect(rows.length).toBeGreaterThan(7);
      const query = `query ($first: Int, $after: String) {
        ${root!}(id: "${id!}") { bookings(order: starts_at_${direction}, first: $first, after: $after) { ${PAGE} } } }`;
      for (const first of [1, 7])
        expect(await walk(query, first, [root!, "bookings"])).toEqual(rows.map((row) => row.id));
    }
  });

  test("two rows a millisecond apart are two places", async () => {
    const query =
      "query ($after: String) { bookings(first: 1, after: $after) { nodes { id startsAt } pageInfo { endCursor } } }";
    const starts = new Set<string>();
    for (let after: string | null = null, n = 0; n < world.ours.bookingIds.length; n++) {
      const page = await read(query, { after }, ["bookings"]);
      starts.add((page.nodes[0] as unknown as { startsAt: string }).startsAt);
      after = page.pageInfo.endCursor;
    }
    expect([...starts].some((start) => start.endsWith("09:00:00.001Z"))).toBe(true);
    expect([...starts]).toEqual([...starts].sort());
  });
});

describe("a page", () => {
  test("of none says whether there is any", async () => {
    const { nodes, pageInfo, totalCount } = await read(`{ bookings(first: 0) { ${PAGE} } }`, {}, ["bookings"]);
    expect(nodes).toEqual([]);
    expect(pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null });
    expect(totalCount).toBe(world.ours.bookingIds.length);
  });

  test("beyond the end is empty, and came after something", async () => {
    const after = encodeCursor([new Date("2999-01-01T00:00:00Z"), newId("booking")]);
    const query = `query ($after: String) { bookings(after: $after) { ${PAGE} } }`;
    const { nodes, pageInfo, totalCount } = await read(query, { after }, ["bookings"]);
    expect(nodes).toEqual([]);
    expect(pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null });
    expect(totalCount).toBe(world.ours.bookingIds.length);
  });

  test.each([
    "totalCount",
    "__typename",
    "pageInfo { hasPreviousPage }",
    "nodes { __typename }",
    "edges { __typename }",
  ])("of which only %s is asked", async (part) => {
    for (const first of [0, 3]) {
      const query = `{ bookings(first: ${first}) { ${part} } members { nodes { bookings(first: ${first}) { ${part} } } } }`;
      const { data, errors } = await world.ask(world.ours.owner.key, query);
      expect(errors).toBeUndefined();
      expect(data).toHaveProperty("bookings");
    }
  });

  test.each([
    ["first: -1", "validation_failed"],
    ["first: 101", "validation_failed"],
    ["first: 1000000000", "validation_failed"],
  ])("with %s is refused, as a literal and as a variable", async (arg, code) => {
    const first = Number(arg.split(" ")[1]);
    for (const [query, variables] of [
      [`{ bookings(${arg}) { nodes { id } } }`, {}],
      ["query ($first: Int) { bookings(first: $first) { nodes { id } } }", { first }],
      ["query ($first: Int) { members { nodes { bookings(first: $first) { nodes { id } } } } }", { first }],
    ] as const) {
      const { data, errors } = await world.ask(world.ours.owner.key, query, variables);
      expect([data ?? null, errors?.map(({ extensions }) => extensions.code)]).toEqual([null, [code]]);
    }
  });

  test("takes null for what is left out", async () => {
    const of = async (args: string) =>
      (await world.ask(world.ours.owner.key, `{ eventTypes${args} { totalCount nodes { id deletedAt } } }`)).data;
    expect(await of("(deleted: null, first: null, order: null, after: null, slug: null)")).toEqual(await of(""));
    const query = `query ($deleted: Boolean) { eventTypes(deleted: $deleted) { totalCount nodes { id deletedAt } } }`;
    expect((await world.ask(world.ours.owner.key, query, { deleted: null })).data).toEqual(await of(""));
    expect((await world.ask(world.ours.owner.key, query, { deleted: true })).data).toEqual(await of("(deleted: true)"));
    expect((await world.ask(world.ours.owner.key, query, {})).data).toEqual(await of(""));
  });

  const at = "2026-12-01T09:00:00.000Z";
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  test.each([
    ["nothing", ""],
    ["no base64", "!'; DROP TABLE booking; --"],
    ["an identifier", "bkg_00000000000000000000000000"],
    ["a number", encode(1)],
    ["an object", encode({ length: 2, 0: at, 1: "bkg_00000000000000000000000000" })],
    ["three things", encode([at, "bkg_00000000000000000000000000", 1])],
    ["no instant", encode(["'; DROP TABLE booking; --", "bkg_00000000000000000000000000"])],
    ["no identifier", encode([at, "' OR ''='"])],
    ["an identifier and more", encode([at, "bkg_00000000000000000000000000' OR ''='"])],
    ["a list for an identifier", encode([at, ["bkg_00000000000000000000000000"]])],
    ["U+0000", encode([at, "bkg_0000000000000000000000000\u0000"])],
    ["16,000 characters", "W".repeat(16_000)],
    ["nested lists", encode(JSON.parse(`${"[".repeat(2_000)}${"]".repeat(2_000)}`))],
  ])("after a cursor of %s is refused before anything is read", async (_, after) => {
    const query = "query ($after: String) { bookings(after: $after) { nodes { id } } }";
    const told = await world.ask(world.ours.owner.key, query, { after });
    expect(told.errors?.map(({ extensions }) => extensions.code)).toEqual(["validation_failed"]);
    expect(world.app.logged.filter(({ level }) => level === "error")).toEqual([]);
  });
});
