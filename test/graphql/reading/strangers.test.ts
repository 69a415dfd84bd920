import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { GraphQLField } from "graphql";
import { encodeCursor } from "../../../src/domain/shared/pagination.ts";
import { NOW } from "../../support/domain-context.ts";
import { createReadingWorld, type ReadingWorld, type SeededClinic, type Told } from "./reading-world.ts";
import { pathsOf, PLANNED_ROOTS, type ArgumentsOf } from "./schema-paths.ts";

/** Not yours and not there are the same, whichever way through the schema is taken. */

let world: ReadingWorld;
/** Every identifier in the tables of each organisation, by noun. */
let ids: Record<"ours" | "theirs", Record<string, string[]>>;

beforeAll(async () => {
  world = await createReadingWorld();
  ids = { ours: await idsOf(world.ours), theirs: await idsOf(world.theirs) };
});

afterAll(() => world.close());

const TABLES =
  "api_key audit_entry block booking event_type group_session hold invitation member received_event receiver_connection resource schedule series waiting_list_entry webhook_delivery webhook_endpoint".split(
    " ",
  );

async function idsOf({ organisationId }: SeededClinic): Promise<Record<string, string[]>> {
  const read = async (text: string) => (await world.sql<{ id: string }>(text, [organisationId])).map(({ id }) => id);
  const lists = TABLES.map((table) => read(`SELECT id FROM ${table} WHERE organisation_id = $1`));
  const dead = read("SELECT id FROM job WHERE organisation_id = $1 AND died_at IS NOT NULL");
  const attendees = read(
    "SELECT a.id FROM attendee a JOIN booking b ON b.id = a.booking_id WHERE b.organisation_id = $1",
  );
  const all = [...(await Promise.all([...lists, dead, attendees])).flat(), organisationId];
  return Object.groupBy(all, (id) => id.slice(0, 3)) as Record<string, string[]>;
}

const PREFIXES: Record<string, string> = {
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
  resource: "res",
  series: "srs",
  groupSession: "gse",
  schedule: "sch",
  waitingListEntry: "wle",
  webhookDelivery: "whd",
  webhookEndpoint: "whe",
};
const NOUN_OF_ARGUMENT: Record<string, string> = {
  hostId: "mem",
  memberId: "mem",
  eventTypeId: "evt",
  seriesId: "srs",
  groupSessionId: "gse",
  objectId: "bkg",
};

/** The arguments of a field: identifiers where it must have one, and where `all`, wherever one fits. */
function argumentsWith(of: Record<string, string[]>, nodePrefix: string, all: boolean): ArgumentsOf {
  return (field: GraphQLField<unknown, unknown>) =>
    field.args.flatMap(({ name }) => {
      if (name === "first") return ["first: 7"];
      if (name === "id") return [`id: "${of[field.name === "node" ? nodePrefix : PREFIXES[field.name]!]![0]!}"`];
      const noun = NOUN_OF_ARGUMENT[name];
      if (all && noun) return [`${name}: "${of[noun]![0]!}"`];
      if (all && name === "after") return [`after: "${encodeCursor([new Date(0), of["bkg"]![0]!])}"`];
      return [];
    });
}

interface Trial {
  steps: string;
  query: string;
}

/** Every way from a root, with the identifiers of one organisation. A node goes the ways of what it is. */
function trialsOf(root: string, of: Record<string, string[]>, levels = 3): Trial[] {
  if (root !== "node") return [false, true].flatMap((all) => pathsOf(root, levels, argumentsWith(of, "", all)));
  return Object.entries(NODE_TYPES).flatMap(([prefix, type]) =>
    pathsOf(root, levels, argumentsWith(of, prefix, false)).filter(({ steps }) =>
      new RegExp(`^node ${type}\\b`).test(steps),
    ),
  );
}

const NODE_TYPES = {
  key: "ApiKey",
  att: "Attendee",
  aud: "AuditEntry",
  blk: "Block",
  bkg: "Booking",
  job: "DeadLetter",
  rev: "ReceivedEvent",
  rcn: "ReceiverConnection",
  evt: "EventType",
  hld: "Hold",
  inv: "Invitation",
  mem: "Member",
  org: "Organisation",
  res: "Resource",
  srs: "Series",
  gse: "GroupSession",
  sch: "Schedule",
  wle: "WaitingListEntry",
  whd: "WebhookDelivery",
  whe: "WebhookEndpoint",
};

const ID = /\b[a-z]{3}_[0-9a-z]{26}\b/g;

function idsIn({ text }: Told): string[] {
  return text.match(ID) ?? [];
}

test("every type that has a node is tried", async () => {
  const { data } = await world.ask(world.ours.owner.key, '{ __type(name: "Node") { possibleTypes { name } } }');
  const { possibleTypes } = data!["__type"] as { possibleTypes: { name: string }[] };
  expect(Object.values(NODE_TYPES).sort()).toEqual(possibleTypes.map(({ name }) => name).sort());
});

describe("another organisation's owner, with every identifier of ours, is told nothing of us", () => {
  test.each(PLANNED_ROOTS)("through %s", async (root) => {
    const ours = new Set(Object.values(ids.ours).flat());
    const { owner } = world.theirs;
    for (const { steps, query } of trialsOf(root, ids.ours)) {
      const told = await world.ask(owner.key, query);
      expect([steps, idsIn(told).filter((id) => ours.has(id))]).toEqual([steps, []]);
      expect(told.text).not.toMatch(/kraken/i);
      expect(told.errors).toBeUndefined();
    }
  });

  test.each(PLANNED_ROOTS)("nor is %s ever without what it should say to us", async (root) => {
    let empty = 0;
    const trials = trialsOf(root, ids.ours);
    for (const { query } of trials) {
      const told = await world.ask(world.ours.owner.key, query);
      expect(told.errors).toBeUndefined();
      if (idsIn(told).length === 0 && !/Kraken|\b[1-9]\d*\b/.test(JSON.stringify(told.data))) empty += 1;
    }
    expect(empty).toBeLessThan(trials.length * 0.7);
  });

  test("through node and the roots of one object, with any identifier for any of them", async () => {
    const { owner } = world.theirs;
    for (const list of Object.values(ids.ours)) {
      for (const id of [list[0]!, list.at(-1)!]) {
        const roots = ["node", ...Object.keys(PREFIXES)];
        const query = `query ($id: ID!) { ${roots.map((root) => `${root}(id: $id) { id __typename }`).join(" ")} }`;
        const told = await world.ask(owner.key, query, { id });
        expect(told.data).toEqual(Object.fromEntries(roots.map((root) => [root, null])));
      }
    }
  });
});

describe("a plain member is told nothing of what others host or when they work", () => {
  test.each(PLANNED_ROOTS)("through %s", async (root) => {
    const { member, organisationId } = world.ours;
    const rows = await world.sql<{ id: string; mine: boolean; title: string }>(
      `SELECT b.id, b.title, EXISTS (SELECT FROM booking_host WHERE booking_id = b.id AND member_id = $2) AS mine
        FROM booking b WHERE b.organisation_id = $1`,
      [organisationId, member.memberId],
    );
    const hidden = rows.filter(({ mine }) => !mine);
    const numbers = new Set(hidden.map(({ title }) => /<(\d+)>/.exec(title)![1]!));
    const attendees = await world.sql<{ id: string }>("SELECT id FROM attendee WHERE booking_id = ANY($1)", [
      hidden.map(({ id }) => id),
    ]);
    const times = await world.sql<{ id: string }>(
      "SELECT id FROM block WHERE member_id <> $1 UNION ALL SELECT id FROM hold WHERE $1 <> ALL (host_ids)",
      [member.memberId],
    );
    const forbidden = new Set([...hidden, ...attendees, ...times].map(({ id }) => id));
    let allowed = 0;
    for (const noun of ["mine", "others"] as const) {
      const mine = new Set(rows.filter((row) => row.mine).map(({ id }) => id));
      const of: Record<string, string[]> = { ...ids.ours };
      if (noun === "others") of["bkg"] = hidden.map(({ id }) => id);
      else of["bkg"] = [...mine];
      of["att"] = attendees.map(({ id }) => id);
      of["sch"] = [world.ours.colleague.scheduleId];
      of["mem"] = [noun === "mine" ? member.memberId : world.ours.colleague.memberId];
      for (const { steps, query } of trialsOf(root, of, noun === "mine" ? 2 : 3)) {
        const told = await world.ask(member.key, query);
        expect([steps, told.errors?.map(({ extensions }) => extensions.code) ?? []]).toEqual([
          steps,
          told.errors ? ["forbidden"] : [],
        ]);
        // Which schedule a member has is told; not what it says.
        expect([steps, idsIn(told).filter((id) => forbidden.has(id))]).toEqual([steps, []]);
        const said = [...told.text.matchAll(/(?:title|reason) <(\d+)>|guest (\d+) |guest(\d+)\./g)];
        expect(said.map(([, ...groups]) => groups.find(Boolean)!).filter((n) => numbers.has(n))).toEqual([]);
        expect(told.text).not.toMatch(/hours [013]|old hours/);
        if (!told.errors) allowed += 1;
      }
    }
    expect(allowed > 0).toBe(!/^(apiKey|auditEntr|deadLetter|invitation|receive|webhook)/.test(root));
  });
});

describe("a publishable key is told nothing of private event types, people, their hours or bookings", () => {
  test.each(PLANNED_ROOTS)("through %s", async (root) => {
    const { eventTypeIds, publishableKey } = world.ours;
    const hidden = new Set([
      eventTypeIds.private,
      ...["att", "aud", "bkg", "blk", "gse", "hld", "job", "key", "rcn", "rev", "sch", "wle"].flatMap(
        (noun) => ids.ours[noun]!,
      ),
    ]);
    let allowed = 0;
    for (const evt of [eventTypeIds.private, eventTypeIds.public, eventTypeIds.unlisted]) {
      for (const { steps, query } of trialsOf(
        root,
        { ...ids.ours, evt: [evt] },
        evt === eventTypeIds.private ? 3 : 2,
      )) {
        const told = await world.ask(publishableKey, query);
        if (told.errors)
          expect([steps, told.errors.map(({ extensions }) => extensions.code)]).toEqual([steps, ["forbidden"]]);
        else allowed += 1;
        expect([steps, idsIn(told).filter((id) => hidden.has(id))]).toEqual([steps, []]);
        expect(told.text).not.toMatch(/@kraken|person|hours|secret|Kraken private|note|guest|Kraken waiting/);
        if (root === "eventTypes") expect(told.text).not.toContain(eventTypeIds.unlisted);
      }
    }
    expect(allowed > 0).toBe(/^(eventTypes?|node|viewer)$/.test(root));
  });

  test("but of public event types it is told", async () => {
    const { text } = await world.ask(world.ours.publishableKey, "{ eventTypes { nodes { id title } } }");
    expect(text).toContain(world.ours.eventTypeIds.public);
  });
});

test("a cursor of another organisation's list begins a page of one's own", async () => {
  const query = "query ($after: String) { bookings(first: 100, after: $after) { totalCount nodes { id } } }";
  const { data } = await world.ask(world.theirs.owner.key, query, {
    after: encodeCursor([new Date(NOW), ids.ours["bkg"]![0]!]),
  });
  const { totalCount, nodes } = data!["bookings"] as { totalCount: number; nodes: { id: string }[] };
  expect(totalCount).toBe(world.theirs.bookingIds.length);
  expect(nodes.map(({ id }) => id)).toEqual(world.theirs.bookingIds);
});
