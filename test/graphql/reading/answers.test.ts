import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { SCOPES_OF } from "../../../src/domain/access/rules.ts";
import type { Actor } from "../../../src/domain/shared/actor.ts";
import { encodeCursor } from "../../../src/domain/shared/pagination.ts";
import { makeDocument, type DocumentWorld } from "./documents.ts";
import { createOracle, type Oracle } from "./oracle.ts";
import { createReadingWorld, type ReadingWorld } from "./reading-world.ts";

/** The text that goes out, the same by way of graphql-js, and what follows from the rows by the plainest code there is. */

let world: ReadingWorld;
let oracle: Oracle;
let documents: DocumentWorld;

beforeAll(async () => {
  world = await createReadingWorld();
  await useKeysFirst();
  oracle = await createOracle(world.app.db);
  documents = {
    roots:
      "apiKeys auditEntries blocks block bookings booking deadLetters deadLetter eventTypes eventType groupSessions groupSession holds hold members member node receivedEvents receivedEvent receiverConnections receiverConnection resources resource schedules schedule seriesList series viewer webhookDeliveries webhookDelivery webhookEndpoints webhookEndpoint".split(
        " ",
      ),
    forbidden: new Set(["ApiKey.lastUsedAt"]), // written in the background
    values: await argumentValues(),
  };
});

afterAll(() => world.close());

/** What a first use leaves, an audit line among it, is written in the background. */
async function useKeysFirst(): Promise<void> {
  const { owner, member, publishableKey } = world.ours;
  for (const key of [owner.key, member.key, publishableKey]) await world.ask(key, "{ viewer { scopes } }");
  const used = "SELECT FROM audit_entry WHERE action = 'api_key.first_used'";
  while ((await world.sql(used)).length < 3) await new Promise((resolve) => setTimeout(resolve, 10));
}

async function argumentValues(): Promise<DocumentWorld["values"]> {
  const ids = async (table: string) => (await world.sql<{ id: string }>(`SELECT id FROM ${table}`)).map(({ id }) => id);
  const [bookings, eventTypes, members] = [await ids("booking"), await ids("event_type"), await ids("member")];
  const all = [
    ...[bookings, eventTypes, members].flatMap((list) => list.slice(0, 8)),
    ...(await ids("schedule")),
    ...(await ids("resource")),
    ...(await ids("series")),
    ...(await ids("group_session")),
    ...(await ids("block")),
    ...(await ids("hold")),
    ...(await ids("attendee")).slice(0, 8),
    ...(await ids("audit_entry")).slice(0, 8),
    ...(await ids("api_key")),
    ...(await ids("invitation")),
    ...(await ids("job")),
    ...(await ids("received_event")),
    ...(await ids("receiver_connection")),
    ...(await ids("waiting_list_entry")),
    ...(await ids("webhook_endpoint")),
    ...(await ids("webhook_delivery")),
    ...(await ids("organisation")),
    "nonsense",
  ];
  const instants = ["2026-12-03T09:00:00.001Z", "2026-12-05T10:00:00+01:00", "2026-11-23T08:00:00.002Z"];
  return {
    id: all,
    hostId: members,
    memberId: members,
    eventTypeId: eventTypes,
    seriesId: await ids("series"),
    groupSessionId: await ids("group_session"),
    objectId: bookings,
    webhookEndpointId: await ids("webhook_endpoint"),
    eventId: ["evn_0", "nonsense"],
    WebhookDeliveryStatus: ["pending", "delivered", "failed"],
    action: ["booking.created", "booking.updated", "nonsense"],
    actorId: [...(await ids("api_key")), "nonsense"],
    outcome: ["done", "refused"],
    slug: ["public", "private", "deleted", "' OR 1=1 --"],
    first: [0, 1, 2, 3, 4],
    deleted: [true, false],
    kind: ["room", "chair-lift", "handle-event", "nonsense"],
    search: [null], // has tests of its own
    NotificationStatus: [["planned"], ["delivered", "failed"], []],
    ReceivedEventStatus: [["processed"], ["received", "failed"], []],
    HoldStatus: [["live"], ["expired", "converted"], []],
    status: [["confirmed"], ["confirmed", "pending", "cancelled"], []],
    GroupSessionStatus: [["open"], ["open", "over"], ["over"]],
    WaitingListStatus: [["waiting"], ["offered", "expired"], []],
    from: instants,
    to: instants,
    after: [...instants, "1970-01-01T00:00:00Z"].flatMap((at) => [
      encodeCursor([new Date(at), bookings[3]!]),
      encodeCursor([new Date(at), "zzz_7zzzzzzzzzzzzzzzzzzzzzzzzz"]),
    ]),
  };
}

const ROUNDS = 200;

/**
 * JSON without white space between its tokens. In a value of the type JSON, PostgreSQL writes 1e+21 and 1e-7 out in full,
 * which is the same number.
 */
function squeezed(json: string): string {
  return json.replaceAll(/"(?:[^"\\]|\\.)*"|\s+|[-\d][-+.\deE]*/g, (token) => {
    if (token.startsWith('"')) return token;
    return token.trim() === "" ? "" : String(Number(token));
  });
}

type Who = "owner" | "member" | "publishable";

function actorOf(who: Who): { key: string; actor: Actor } {
  const { organisationId, owner, member, publishableKey } = world.ours;
  const credential = { organisationId, credentialId: "key" };
  if (who === "publishable")
    return {
      key: publishableKey,
      actor: {
        ...credential,
        kind: "publishable_key",
        scopes: new Set(SCOPES_OF.publishable_key),
        allowedOrigins: new Set(),
      },
    };
  const { key, memberId } = who === "owner" ? owner : member;
  return { key, actor: { ...credential, kind: "secret_key", memberId, role: who, scopes: new Set(SCOPES_OF[who]) } };
}

const OWNERS = [
  "ApiKey",
  "AuditEntry",
  "DeadLetter",
  "ReceivedEvent",
  "ReceiverConnection",
  "WebhookAttempt",
  "WebhookDelivery",
  "WebhookEndpoint",
];
const WEBHOOKS = "webhookDeliveries webhookDelivery webhookEndpoints webhookEndpoint".split(" ");
const RECEIVERS = "receivedEvents receivedEvent receiverConnections receiverConnection".split(" ");
const STAFFS = [
  ...OWNERS,
  "Block",
  "Booking",
  "Series",
  "GroupSession",
  "Hold",
  "Attendee",
  "Member",
  "Schedule",
  "Resource",
  "EventTypeResource",
  "WaitingListEntry",
];
const NOT_FOR: Record<Who, string[]> = {
  owner: [],
  member: [...OWNERS, "apiKeys", "auditEntries", "deadLetters", "deadLetter", ...WEBHOOKS, ...RECEIVERS],
  publishable: [
    ...STAFFS,
    ...WEBHOOKS,
    ...RECEIVERS,
    ..."apiKeys auditEntries blocks block bookings booking deadLetters deadLetter groupSessions groupSession holds hold members member resources resource schedules schedule seriesList series".split(
      " ",
    ),
    ..."member schedule fixed weight priority bufferBeforeMinutes bufferAfterMinutes"
      .split(" ")
      .map((field) => `EventTypeHost.${field}`),
    "EventType.bookings",
    "EventType.holds",
    "EventType.groupSessions",
    "EventType.limits",
    "EventType.resources",
    ..."Member.schedules Member.defaultSchedule Member.bookings Member.blocks".split(" "),
    ..."EventType.waitingList waitingListEntries waitingListEntry".split(" "),
  ],
};

describe("a document is answered by SQL as graphql-js answers it from plain rows, to the byte", () => {
  test.each(["owner", "member", "publishable"] as const)(
    "as %s",
    async (who) => {
      const { key, actor } = actorOf(who);
      const forbidden = new Set([...documents.forbidden, ...NOT_FOR[who]]);
      const made: DocumentWorld = {
        roots: documents.roots.filter((root) => !forbidden.has(root)),
        forbidden,
        values: documents.values,
      };
      const refused: Record<string, number> = {};
      let rows = 0;
      for (let seed = 1; seed <= ROUNDS; seed++) {
        const { query, variables } = makeDocument(made, seed);
        const told = await world.ask(key, query, variables);
        const expected = await oracle(actor, query, variables);
        const codes = told.errors?.map(({ extensions }) => extensions.code) ?? [];
        // A price that is too high, and what a node turns out to be that this actor may not see.
        if (codes.length > 0) {
          refused[codes[0]!] = (refused[codes[0]!] ?? 0) + 1;
          if (codes[0] === "forbidden") expect([seed, expected.codes]).not.toEqual([seed, []]);
          else expect([seed, query, codes[0]]).toEqual([seed, query, expect.stringMatching(/^(too_many_|query_too_)/)]);
          continue;
        }
        expect([seed, query, variables, told.data]).toEqual([seed, query, variables, expected.data]);

        const text = `{"data":${JSON.stringify(expected.data)}`;
        expect([seed, squeezed(told.text).slice(0, text.length)]).toEqual([seed, text]);
        rows += [...told.text.matchAll(/[a-z]{3}_\w{26}/g)].length;
      }
      process.stdout.write(`${who}: ${ROUNDS} documents, ${rows} identifiers, refused ${JSON.stringify(refused)}\n`);
      expect(rows).toBeGreaterThan(ROUNDS / 3);
      expect(Object.values(refused).reduce((sum, each) => sum + each, 0)).toBeLessThan(ROUNDS / 3);
    },
    120_000,
  );
});
