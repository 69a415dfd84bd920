import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { getNamedType, isInterfaceType, isLeafType, type GraphQLField, type GraphQLObjectType } from "graphql";
import { newId } from "../../../src/domain/shared/ids.ts";
import { schema } from "../../../src/graphql/schema.ts";
import { createReadingWorld, type ReadingWorld } from "./reading-world.ts";
import { nodeOf, PLANNED_ROOTS, requiredOf } from "./schema-paths.ts";

let world: ReadingWorld;
const statements: string[] = [];
const table: string[] = [];

beforeAll(async () => {
  world = await createReadingWorld();
  world.app.pool.on("connect", record);
  await Promise.all(Array.from({ length: 3 }, () => world.ask(world.ours.owner.key, "{ viewer { scopes } }")));
});

afterAll(async () => {
  await world.close();
  process.stdout.write(`\nSQL statements a root, with all that can be selected\n\n${table.join("\n")}\n`);
});

/** What goes over each connection is written down on its way. */
function record(client: { query: (...args: never[]) => unknown }): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  client.query = (...args: unknown[]) => {
    const [config] = args as [string | { text: string }];
    statements.push(typeof config === "string" ? config : config.text);
    return query(...args);
  };
}

const BOOKING = schema.getType("Booking") as GraphQLObjectType;

function onBooking(fields: string): string {
  return `__typename id ... on Member { email } ... on Booking { ${fields} }`;
}

/** All leaves, and of each object that hangs there all of its leaves. */
function everything(type: GraphQLObjectType, levels: number): string {
  const parts = Object.values(type.getFields()).map((field) => {
    const of = getNamedType(field.type);
    if (isLeafType(of)) return field.name;
    return levels === 0 ? "" : selection(field, levels - 1);
  });
  return ["__typename", ...parts].join(" ");
}

function selection(field: GraphQLField<unknown, unknown>, levels: number, ids?: Record<string, string>): string {
  const isRoot = ids !== undefined;
  const id = field.args.some(({ name }) => name === "id") ? [`id: "${ids![field.name]!}"`] : [];
  const args = [
    ...id,
    ...requiredOf(field),
    ...(field.args.some(({ name }) => name === "first") ? [`first: ${isRoot ? 30 : 5}`] : []),
  ];
  const call = `${field.name}${args.length > 0 ? `(${args.join(", ")})` : ""}`;
  const type = getNamedType(field.type);
  // The node that is asked for is a booking; names that two types share would have to be of one form.
  if (isInterfaceType(type)) return `${call} { ${onBooking(everything(BOOKING, 0))} }`;
  const node = nodeOf(type as GraphQLObjectType);
  if (!node) return `${call} { ${everything(type as GraphQLObjectType, levels)} }`;
  return `${call} { totalCount pageInfo { endCursor hasNextPage } edges { cursor } nodes { ${everything(node, levels)} } }`;
}

test.each(PLANNED_ROOTS)("%s is one statement, whether it has one row or many", async (root) => {
  const { owner, bookingIds, eventTypeIds } = world.ours;
  const [audit] = await world.sql<{ id: string }>("SELECT id FROM audit_entry WHERE organisation_id = $1 LIMIT 1", [
    world.ours.organisationId,
  ]);
  const ids: Record<string, string> = {
    apiKey: owner.keyId,
    auditEntry: audit!.id,
    booking: bookingIds[1]!,
    eventType: eventTypeIds.public,
    member: owner.memberId,
    node: bookingIds[1]!,
    schedule: owner.scheduleId,
  };
  const field = schema.getQueryType()!.getFields()[root]!;
  const levels = root === "members" || root === "viewer" ? 0 : 1;
  const query = `{ ${selection(field, levels, ids)} }`;
  const few = query.replaceAll("first: 30", "first: 1");
  const counts: Record<string, number> = {};
  const characters: Record<string, number> = {};
  for (const [rows, text] of Object.entries({ few, many: query })) {
    statements.length = 0;
    const told = await world.ask(owner.key, text);
    expect([root, told.errors]).toEqual([root, undefined]);
    // The key was looked up before; what it writes of its use is no part of reading.
    counts[rows] = statements.filter((each) => !/api_key"? (AS k|SET)|FROM api_key k/.test(each)).length;
    characters[rows] = told.text.length;
  }
  table.push(
    `${root.padEnd(14)} ${counts["few"]!} ${counts["many"]!}   ${characters["few"]!} / ${characters["many"]!} characters`,
  );
  expect(counts).toEqual({ few: 1, many: 1 });
});

test("several roots are as many statements, and what cannot be there is none", async () => {
  statements.length = 0;
  const query = `{ a: viewer { scopes } b: members { nodes { id } } c: node(id: "nonsense") { id } __typename }`;
  await world.ask(world.ours.owner.key, query);
  expect(statements).toHaveLength(2);
  statements.length = 0;
  await world.ask(world.ours.owner.key, `{ node(id: "${newId("session")}") { id } }`);
  expect(statements).toHaveLength(0);
});
