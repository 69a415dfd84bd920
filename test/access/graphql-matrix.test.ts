import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { getNamedType, isInterfaceType, isLeafType, type GraphQLField, type GraphQLObjectType } from "graphql";
import { FIELD_READS, READS, type ReadType } from "../../src/domain/access/policy.ts";
import { RULES, type RuleName } from "../../src/domain/access/rules.ts";
import { createBlock } from "../../src/domain/block/create-block.ts";
import { createInvitation } from "../../src/domain/invitation/create-invitation.ts";
import { createResource } from "../../src/domain/resource/create-resource.ts";
import { SCOPES, type Role } from "../../src/domain/shared/actor.ts";
import { schema } from "../../src/graphql/schema.ts";
import { nodeOf, requiredOf } from "../graphql/reading/schema-paths.ts";
import { bookingRequest } from "../support/booking-request.ts";
import { addDeadLetter } from "../support/dead-letters.ts";
import { addReceivedEvent, addReceiverConnection } from "../support/received-events.ts";
import { COMERS, createAccessWorld, type AccessWorld, type Comer } from "./access-world.ts";
import { isOutOf, reachIn } from "./expected-access.ts";

/**
 * Every root, relation and restricted field of the GraphQL schema with everyone who may come, over HTTP: what happens is what
 * the table of src/domain/access says.
 */

let world: AccessWorld;
let credentials: Map<Comer, string | null>;
let objects: Record<Role | "private", Ids>;
let cells = 0;

/** An object of each noun, by the prefix of its identifier. */
type Ids = Record<(typeof NODES)[ReadType & keyof typeof NODES] | "org", string>;

const NODES = {
  ApiKey: "key",
  Attendee: "att",
  AuditEntry: "aud",
  Block: "blk",
  Booking: "bkg",
  DeadLetter: "job",
  ReceivedEvent: "rev",
  ReceiverConnection: "rcn",
  EventType: "evt",
  Hold: "hld",
  Invitation: "inv",
  Member: "mem",
  Organisation: "org",
  Resource: "res",
  Schedule: "sch",
  WaitingListEntry: "wle",
  WebhookDelivery: "whd",
  WebhookEndpoint: "whe",
  Series: "srs",
  GroupSession: "gse",
} as const;

beforeAll(async () => {
  world = await createAccessWorld();
  const { clinic } = world;
  credentials = new Map();
  for (const comer of COMERS) credentials.set(comer, await comer.credential(world));
  objects = {
    owner: await objectsOf(clinic.owner, "public", "2026-12-01T09:00:00Z"),
    admin: await objectsOf(clinic.admin, "public", "2026-12-02T09:00:00Z"),
    member: await objectsOf(clinic.member, "public", "2026-12-03T09:00:00Z"),
    private: await objectsOf(clinic.owner, "private", "2026-12-04T09:00:00Z"),
  };
}, 120_000);

afterAll(async () => {
  process.stdout.write(`access matrix, GraphQL: ${ROWS.length} roots, relations and fields, ${cells} cells\n`);
  await world.close();
});

async function objectsOf(
  person: AccessWorld["clinic"]["owner"],
  visibility: "public" | "private",
  startsAt: string,
): Promise<Ids> {
  const { clinic, book, sql } = world;
  const { id: evt } = await clinic.addEventType({ hosts: [{ memberId: person.memberId }], visibility });
  const { id: bkg } = await book(evt, startsAt);
  const [attendee] = await sql<{ id: string }>("SELECT id FROM attendee WHERE booking_id = $1", [bkg]);
  const [line] = await sql<{ id: string }>("SELECT id FROM audit_entry WHERE object_id = $1", [bkg]);
  const { id: inv } = await createInvitation(clinic.asOwner, { email: `${bkg}@example.com`, role: "member" });
  const { id: res } = await createResource(clinic.asOwner, { name: "Room", kind: "room", timeZone: "UTC" });
  const { memberId: mem, scheduleId: sch, keyId: key } = person;
  const later = new Date(Date.parse(startsAt) + 3_600_000);
  const held = await world.call("POST", "/v1/holds", { body: { eventTypeId: evt, startsAt: later } });
  const { id: blk } = await createBlock(clinic.asOwner, {
    memberId: mem,
    startsAt: later,
    endsAt: new Date(+later + 1),
  });
  const waiting = {
    eventTypeId: evt,
    startsAt,
    timeZone: "UTC",
    attendee: { name: "Waiting", email: `${bkg}@example.com` },
  };
  const { id: wle } = (await world.call("POST", "/v1/waiting-list-entries", { body: waiting })).body;
  const told = { url: `https://receiver.example/${bkg}`, eventTypes: ["hold.extended"] };
  const { id: whe } = (await world.call("POST", "/v1/webhook-endpoints", { body: told })).body;
  const { id: whd } = (await world.call("POST", `/v1/webhook-endpoints/${whe}/ping`)).body;
  const repeated = { recurrence: { rrule: "FREQ=WEEKLY;COUNT=2" }, mode: "best_effort" };
  const seriesStart = new Date(Date.parse(startsAt) + 3 * 3_600_000).toISOString();
  const series = await world.call("POST", "/v1/series", { body: bookingRequest(evt, seriesStart, repeated) });
  const { id: course } = await clinic.addEventType({ hosts: [{ memberId: person.memberId }], visibility, seats: 2 });
  const { groupSessionId: gse } = await book(course, new Date(Date.parse(startsAt) + 5 * 3_600_000).toISOString());
  const connection = await addReceiverConnection(world.app.db, clinic.organisationId);
  return {
    key,
    att: attendee!.id,
    aud: line!.id,
    bkg,
    blk,
    evt,
    job: await addDeadLetter(world.app.db, clinic.organisationId),
    rcn: connection.id,
    rev: await addReceivedEvent(world.app.db, connection),
    hld: held.body.id,
    inv,
    mem,
    org: clinic.organisationId,
    res,
    sch,
    wle,
    whd,
    whe,
    srs: series.body.id,
    gse: gse!,
  };
}

/** Whose objects a request names. */
function idsFor({ as, object }: Comer): Ids {
  if (object === "private") return objects.private;
  const role = as === "admin" || as === "member" ? as : "owner";
  if (object === "own") return objects[role];
  return role === "owner" && object === "another's" ? objects.member : objects.owner;
}

type AnyField = GraphQLField<unknown, unknown>;

/** A root, or a field with the way to it, each step with the rule that it is read by. */
interface Row {
  name: string;
  steps: AnyField[];
  rules: RuleName[];
  /** For `node`: what the identifier is of. */
  nodeType?: keyof typeof NODES;
}

const query = schema.getQueryType()!;

function leadsTo({ type }: AnyField): GraphQLObjectType {
  const named = getNamedType(type) as GraphQLObjectType;
  return nodeOf(named) ?? named;
}

/** The rule of a step: the field's own, or that of the type it leads to; none for parts of a row. */
function ruleOfStep(parent: string, field: AnyField): RuleName[] {
  const own = FIELD_READS[`${parent}.${field.name}`];
  if (own) return [own];
  const type = leadsTo(field);
  return type.name in READS ? [READS[type.name as ReadType]] : [];
}

function rowsOf(): Row[] {
  const rows: Row[] = [];
  const seen = new Set<string>();
  const roots = Object.values(query.getFields()).toSorted((a, b) => Number(hasId(b)) - Number(hasId(a)));
  const next: { type: GraphQLObjectType; steps: AnyField[]; rules: RuleName[] }[] = [];
  for (const root of roots) {
    if (isInterfaceType(getNamedType(root.type))) {
      for (const nodeType of Object.keys(NODES) as (keyof typeof NODES)[])
        rows.push({ name: `node of ${nodeType}`, steps: [root], rules: [READS[nodeType]], nodeType });
      continue;
    }
    const rules = ruleOfStep("Query", root);
    rows.push({ name: root.name, steps: [root], rules });
    next.push({ type: leadsTo(root), steps: [root], rules });
  }
  for (const { type, steps, rules } of next) {
    if (seen.has(type.name)) continue;
    seen.add(type.name);
    for (const field of Object.values(type.getFields())) {
      const step = { steps: [...steps, field], rules: [...rules, ...ruleOfStep(type.name, field)] };
      const isLeaf = isLeafType(getNamedType(field.type));
      if (step.rules.length > rules.length) rows.push({ name: `${type.name}.${field.name}`, ...step });
      if (!isLeaf) next.push({ type: leadsTo(field), ...step });
    }
  }
  return rows;
}

function hasId({ args }: AnyField): boolean {
  return args.some(({ name }) => name === "id");
}

const ROWS = rowsOf();

function documentOf({ steps, nodeType }: Row, ids: Ids): string {
  const write = ([field, ...rest]: AnyField[]): string => {
    if (!field) return "__typename";
    const named = [...requiredOf(field), ...field.args.flatMap(({ name }) => idArgument(field, name, nodeType, ids))];
    const call = named.length > 0 ? `${field.name}(${named.join(", ")})` : field.name;
    if (isLeafType(getNamedType(field.type))) return call;
    const type = leadsTo(field);
    const id = nodeType || (rest.length === 0 && "id" in type.getFields()) ? "id " : "";
    const below = `${id}${write(rest)}`;
    return nodeOf(getNamedType(field.type) as GraphQLObjectType)
      ? `${call} { nodes { ${below} } }`
      : `${call} { ${below} }`;
  };
  return `{ ${write(steps)} }`;
}

const ROOT_NODES: Record<string, keyof Ids> = {
  apiKey: "key",
  auditEntry: "aud",
  block: "blk",
  booking: "bkg",
  deadLetter: "job",
  receivedEvent: "rev",
  receiverConnection: "rcn",
  eventType: "evt",
  hold: "hld",
  invitation: "inv",
  member: "mem",
  schedule: "sch",
  resource: "res",
  series: "srs",
  groupSession: "gse",
  waitingListEntry: "wle",
  webhookDelivery: "whd",
  webhookEndpoint: "whe",
};

function idArgument(field: AnyField, name: string, nodeType: Row["nodeType"], ids: Ids): string[] {
  if (name === "id") return [`id: "${ids[nodeType ? NODES[nodeType] : ROOT_NODES[field.name]!]}"`];
  if (field.name === "availability" && name === "eventTypeId") return [`eventTypeId: "${ids.evt}"`];
  if (field.name === "availabilities" && name === "eventTypeIds") return [`eventTypeIds: ["${ids.evt}"]`];
  return [];
}

type Outcome = "unauthenticated" | "forbidden" | "hidden" | "told";

function expectedOutcome({ steps, rules, nodeType }: Row, comer: Comer): Outcome {
  if (comer.as === null) return "unauthenticated";
  const reaches = rules.map((rule) => reachIn(rule, comer));
  if (reaches.includes(null)) return "forbidden";
  const root = steps[0]!;
  const namesObject = hasId(root) || root.name.startsWith("availabilit");
  return namesObject && isHidden(comer, reaches[0]!, nodeType) ? "hidden" : "told";
}

/** What nobody is the only one to have, or has for himself, is in everybody's reach but a stranger's. */
function isHidden(comer: Comer, reach: NonNullable<ReturnType<typeof reachIn>>, nodeType: Row["nodeType"]): boolean {
  if (nodeType === "Organisation") return comer.object === "another organisation's";
  return isOutOf(reach, comer);
}

async function outcomeOf(row: Row, ids: Ids, key: string | null): Promise<{ outcome: string; text: string }> {
  const { status, text } = await world.app.call("POST", "/graphql", { key, body: { query: documentOf(row, ids) } });
  const { data, errors } = JSON.parse(text) as {
    data?: Record<string, unknown> | null;
    errors?: { message: string; extensions: { code: string } }[];
  };
  const code = errors?.[0]?.extensions.code;
  if (status === 401) return { outcome: "unauthenticated", text };
  if (code === "not_found") return { outcome: "hidden", text };
  if (code !== undefined) return { outcome: code, text };
  return { outcome: data![row.steps[0]!.name] === null ? "hidden" : "told", text };
}

/** Identifiers that no answer to the comer may hold. */
function hiddenFrom({ as, object }: Comer): string[] {
  if (object === "another organisation's") return Object.values(objects).flatMap((ids) => Object.values(ids));
  const { owner, private: hidden } = objects;
  if (as === "member") return [owner.bkg, owner.srs, owner.gse, owner.att, owner.sch, owner.blk, owner.hld];
  return as === "publishable_key" ? [hidden.evt] : [];
}

describe("each root, relation and restricted field", () => {
  test.each(ROWS.map((row) => [row.name, row] as const))(
    "%s is told to whom its rule says",
    async (_, row) => {
      const lacks = RULES[row.rules.at(-1)!].scope;
      const scopes = SCOPES.filter((scope) => scope !== (lacks ?? "audit:read"));
      const { key } = await world.clinic.addKey({ scopes });
      const withoutScope: Comer = {
        name: `a key without ${lacks ?? "the scope of another field"}`,
        as: "owner",
        by: "key",
        lacks: lacks ?? "audit:read",
        object: "own",
        credential: () => key,
      };
      for (const comer of [...COMERS, withoutScope]) {
        const credential = credentials.get(comer) ?? (await comer.credential(world));
        const { outcome, text } = await outcomeOf(row, idsFor(comer), credential);
        const told = { comer: comer.name, outcome, text };
        expect(told).toEqual({ ...told, outcome: expectedOutcome(row, comer) });
        expect(hiddenFrom(comer).filter((id) => text.includes(id))).toEqual([]);
        cells += 1;
      }
    },
    60_000,
  );
});

test("the schema itself is told to those who work in an organisation", async () => {
  for (const comer of COMERS) {
    const key = credentials.get(comer)!;
    const { text } = await world.app.call("POST", "/graphql", {
      key,
      body: { query: "{ __schema { queryType { name } } }" },
    });
    const isTold = reachIn("read the GraphQL schema", comer) !== null;
    const refusal = comer.as === null ? /unauthenticated|token_expired/ : /introspection_disabled/;
    expect([comer.name, text]).toEqual([comer.name, expect.stringMatching(isTold ? /"name":"Query"/ : refusal)]);
    cells += 1;
  }
});
