import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";

let world: RestWorld;
/** By the booker's name. */
const ids = new Map<string, string>();

interface Person {
  name: string;
  email: string;
  phone?: string;
}

const BOOKERS: Person[] = [
  { name: "Grace Hopper", email: "grace@navy.example", phone: "+4930123456" },
  { name: "Ada Byron", email: "ada_lovelace@example.com" },
  { name: "Adalovelace", email: "other@example.com" },
  { name: "Émilie du Châtelet", email: "emilie@example.com" },
  { name: "100% Sure\\No", email: "sure@example.com" },
];

beforeAll(async () => {
  world = await createRestWorld();
  const { clinic, stranger } = world;
  const visit = await clinic.addEventType({ title: "Visit" });
  const hosted = await clinic.addEventType({ title: "Check-up", hosts: [{ memberId: clinic.member.memberId }] });
  for (const [n, attendee] of BOOKERS.entries()) {
    const { id } = await world.book(n === 3 ? hosted.id : visit.id, `2026-12-01T${10 + n}:00:00Z`, {
      attendee,
      guests: n === 0 ? [{ name: "Guest of honour", email: "guest@navy.example" }] : [],
    });
    ids.set(attendee.name, id);
  }
  const theirs = await stranger.addEventType({ title: "Visit" });
  await world.call("POST", "/v1/bookings", {
    key: stranger.owner.key,
    body: {
      eventTypeId: theirs.id,
      startsAt: "2026-12-01T09:00:00Z",
      timeZone: "UTC",
      attendee: BOOKERS[0],
      clientCreatedAt: "2026-11-23T08:00:00Z",
    },
  });
});

afterAll(() => world.close());

interface Told {
  data: { bookings: { nodes: { id: string }[]; totalCount: number }; attendees: AttendeePage } | null;
  errors?: { extensions: { code: string; errors: object[] } }[];
}

interface AttendeePage {
  nodes: { name: string; booking: { id: string } }[];
  totalCount: number;
  pageInfo: { endCursor: string; hasNextPage: boolean };
}

async function ask(query: string, variables: object, key = world.clinic.owner.key): Promise<Told> {
  const { body } = await world.call("POST", "/graphql", { key, body: { query, variables } });
  return body as unknown as Told;
}

const BOOKINGS = "query ($search: String) { bookings(search: $search) { totalCount nodes { id } } }";
const ATTENDEES = `query ($search: String, $first: Int, $after: String, $order: AttendeeOrder) {
  attendees(search: $search, first: $first, after: $after, order: $order) {
    totalCount nodes { name booking { id } } pageInfo { endCursor hasNextPage } } }`;

const found = async (search: string, key?: string) => (await ask(BOOKINGS, { search }, key)).data!.bookings;
const people = async (search: string, key?: string) =>
  (await ask(ATTENDEES, { search }, key)).data!.attendees.nodes.map(({ name }) => name);

describe("a booking is found by", () => {
  test.each([
    ["a part of a name", "hopp", ["Grace Hopper"]],
    ["a name in other letters", "GRACE h", ["Grace Hopper"]],
    ["an address", "@NAVY.ex", ["Grace Hopper"]],
    ["a number", "30123", ["Grace Hopper"]],
    ["a guest", "of honour", ["Grace Hopper"]],
    ["its title", "check-", ["Émilie du Châtelet"]],
    ["a title that many have", "visit", ["Grace Hopper", "Ada Byron", "Adalovelace", "100% Sure\\No"]],
    ["accents as they are typed", "éMILIE", ["Émilie du Châtelet"]],
    ["accents that are typed as two characters", "E\u0301milie", ["Émilie du Châtelet"]],
    ["an underscore, which stands for itself", "ada_l", ["Ada Byron"]],
    ["a per cent sign, which stands for itself", "100%", ["100% Sure\\No"]],
    ["a backslash, which stands for itself", "sure\\n", ["100% Sure\\No"]],
    ["nothing else", "%%%", []],
    ["what has blanks round it and in it", "  Ada   Byron ", ["Ada Byron"]],
  ])("%s: %j", async (_, search, names) => {
    const { nodes, totalCount } = await found(search);
    expect(nodes.map(({ id }) => id)).toEqual(names.map((name) => ids.get(name)));
    expect(totalCount).toBe(names.length);
  });
});

test("accents that are not typed are not found, and nobody is found by a part that spans two people", async () => {
  expect((await found("chatelet")).nodes).toEqual([]);
  expect((await found("example.com visit")).nodes).toEqual([]);
});

test.each(["", "ab", " a ", "é1", "x".repeat(101)])("refuses %j: 3 to 100 characters", async (search) => {
  for (const query of [BOOKINGS, ATTENDEES]) {
    const { errors } = await ask(query, { search });
    expect(errors![0]!.extensions).toMatchObject({
      code: "validation_failed",
      errors: [{ pointer: "?search", message: "must have 3 to 100 characters" }],
    });
  }
});

test("an attendee is found by name, address and number, but not by what others of the booking are called", async () => {
  expect(await people("hopper")).toEqual(["Grace Hopper"]);
  expect(await people("navy")).toEqual(["Grace Hopper", "Guest of honour"]);
  expect(await people("3012345")).toEqual(["Grace Hopper"]);
  for (const title of ["visit", "check-up"]) expect(await people(title)).toEqual([]);
  expect((await ask(ATTENDEES, { search: "byron" })).data!.attendees).toMatchObject({
    totalCount: 1,
    nodes: [{ booking: { id: ids.get("Ada Byron") } }],
  });
});

test("attendees come in the order of their bookings, page after page, either way", async () => {
  for (const order of ["starts_at_asc", "starts_at_desc"]) {
    const { totalCount, nodes } = (await ask(ATTENDEES, { order })).data!.attendees;
    expect(totalCount).toBe(BOOKERS.length + 1);
    const byTwos: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { data }: Told = await ask(ATTENDEES, { order, first: 2, after });
      byTwos.push(...data!.attendees.nodes.map(({ name }) => name));
      if (!data!.attendees.pageInfo.hasNextPage) break;
      after = data!.attendees.pageInfo.endCursor;
    }
    expect(byTwos).toEqual(nodes.map(({ name }) => name));
    expect(byTwos.at(order === "starts_at_asc" ? -1 : 0)).toBe("100% Sure\\No");
  }
});

test("a plain member finds his own bookings' people, and the public nobody", async () => {
  const { member, publishableKey } = world.clinic;
  expect(await people("example.com", member.key)).toEqual(["Émilie du Châtelet"]);
  expect((await found("visit", member.key)).nodes).toEqual([]);
  for (const query of [BOOKINGS, ATTENDEES])
    expect((await ask(query, { search: "grace" }, publishableKey)).errors![0]!.extensions.code).toBe("forbidden");
});

test("costs what an index that has no order costs", async () => {
  const body = { query: '{ bookings(first: 10, search: "abc") { nodes { id } } }', extensions: { dryRun: true } };
  const answer = (await world.call("POST", "/graphql", { body })).body as unknown as object;
  expect(answer).toMatchObject({ extensions: { cost: { requested: 1 + 25 + 10 } } });
});

test("bookings that were made before there was a search are found as those that were made since", async () => {
  const written = await world.sql("SELECT id, search_text FROM booking ORDER BY id");
  const migration = readFileSync(
    new URL("../../prisma/migrations/20261121000200_search/migration.sql", import.meta.url),
  );
  await world.sql("UPDATE booking SET search_text = NULL");
  await world.sql(/^UPDATE [^;]*;/m.exec(migration.toString())![0]);
  expect(await world.sql("SELECT id, search_text FROM booking ORDER BY id")).toEqual(written);
});
