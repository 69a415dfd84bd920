import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ACTIONS } from "../../src/domain/access/policy.ts";
import { createResource } from "../../src/domain/resource/create-resource.ts";
import { newId, ID_PREFIXES, type IdNoun } from "../../src/domain/shared/ids.ts";
import { OPERATIONS, type OperationId } from "../../src/generated/contract-operations.ts";
import {
  lookUp,
  operationRef,
  parametersOf,
  resolveSchema,
  type JsonSchema,
} from "../../src/rest/contract-document.ts";
import { bookingRequest } from "../support/booking-request.ts";
import { addDeadLetter } from "../support/dead-letters.ts";
import type { Answer, AnswerBody } from "../support/rest-app.ts";
import { createRestWorld, seenBy, type RestWorld } from "../support/rest-world.ts";
import { createSampleCalls, make, OPERATION_IDS, type SampleCall, type SampleCalls } from "../support/sample-calls.ts";

/** Not yours and not there are the same answer, wherever an id may stand (DESIGN 6). */

let world: RestWorld;
/** The world of the stranger, who does all the asking. */
let strange: RestWorld;
let samples: SampleCalls;
let strangeSamples: SampleCalls;
/** Something of the clinic for each noun that an id can name. */
let clinics: Partial<Record<IdNoun, string>>;
let booking: AnswerBody;

beforeAll(async () => {
  world = await createRestWorld();
  strange = seenBy(world, world.stranger);
  samples = await createSampleCalls(world);
  strangeSamples = await createSampleCalls(strange);
  const eventType = await world.clinic.addEventType();
  booking = await world.book(eventType.id, "2026-12-01T09:00:00Z");
  const resource = await createResource(world.clinic.asOwner, { name: "Room", kind: "room", timeZone: "UTC" });
  const held = { eventTypeId: eventType.id, startsAt: "2026-12-01T12:00:00Z" };
  const hold = (await world.call("POST", "/v1/holds", { body: held })).body;
  const series = (await make(world, "createSeries", await samples.createSeries())).body;
  const course = await world.clinic.addEventType({ seats: 3 });
  const shared = await world.book(course.id, "2026-12-03T09:00:00Z");
  const { memberId, scheduleId, keyId } = world.clinic.owner;
  const { organisationId: organisation } = world.clinic;
  clinics = {
    organisation,
    eventType: eventType.id,
    booking: booking.id,
    hold: hold.id,
    series: series.id,
    groupSession: shared.groupSessionId!,
    member: memberId,
    schedule: scheduleId,
    resource: resource.id,
    apiKey: keyId,
    job: await addDeadLetter(world.app.db, organisation),
    receiverConnection: /rcn_\w+/.exec((await samples.getReceiverConnection()).path)![0],
    webhookReplay: (await make(world, "replayWebhookEvents", await samples.replayWebhookEvents())).body.id,
    event: (await world.sql<{ id: string }>("SELECT id FROM outbox_event WHERE subject_id = $1", [eventType.id]))[0]!
      .id,
  };
});

afterAll(() => world.close());

/** An answer without what must differ. */
function told({ status, body }: Answer): unknown {
  return { ...body, status, requestId: "", instance: "" };
}

describe("an id in the path", () => {
  // Where no credential is asked for, nobody is a stranger: there is something else that proves who may.
  const asksWho = (id: OperationId) => ACTIONS[id] !== "anybody";
  const withIds = OPERATION_IDS.filter((id) => OPERATIONS[id].path.includes("Id}") && asksWho(id));

  test.each(withIds)("of %s: the stranger gets the 404 of an id that never was, and changes nothing", async (id) => {
    const sample = await samples[id]();
    const [clinicsId] = /[a-z]{3}_\w{26}/.exec(sample.path)!;
    const neverWas = `${clinicsId.slice(0, -5)}zzzzz`;
    const rows = () => world.sql(`SELECT * FROM ${TABLES[clinicsId.slice(0, 3)]!} WHERE id = $1`, [clinicsId]);
    const before = await rows();

    const answer = await make(strange, id, sample);
    expect(answer.status).toBe(404);
    const unknown = await make(strange, id, { ...sample, path: sample.path.replace(clinicsId, neverWas) });
    expect(told(answer)).toEqual(told(unknown));
    const nonsense = await make(strange, id, { ...sample, path: sample.path.replace(clinicsId, "nonsense") });
    expect(told(nonsense)).toEqual(told(unknown));

    expect(await rows()).toEqual(before);
    expect((await make(world, id, sample)).status).toBe(OPERATIONS[id].successStatus);
  });
});

const TABLES: Record<string, string> = {
  bkg: "booking",
  hld: "hold",
  gse: "group_session",
  blk: "block",
  srs: "series",
  wle: "waiting_list_entry",
  evt: "event_type",
  sch: "schedule",
  res: "resource",
  mem: "member",
  inv: "invitation",
  key: "api_key",
  job: "job",
  rcn: "receiver_connection",
  rev: "received_event",
  whe: "webhook_endpoint",
  whd: "webhook_delivery",
  dev: "device_session",
  idn: "identity",
  psk: "passkey",
  pdv: "push_device",
};

type Place = (id: string) => Promise<SampleCall> | SampleCall;

/** A call of the stranger's that is right but for the id at this place. */
const PLACES: Record<string, { noun: IdNoun; call: Place; status: 200 | 401 | 404 | 422 }> = {
  "createBooking /eventTypeId": {
    noun: "eventType",
    call: (id) => ({ path: "/v1/bookings", body: bookingRequest(id, "2026-12-01T10:00:00Z") }),
    status: 404,
  },
  "createBooking /hostId": { noun: "member", call: (hostId) => withBody("createBooking", { hostId }), status: 404 },
  "createBooking /holdId": { noun: "hold", call: (holdId) => withBody("createBooking", { holdId }), status: 404 },
  "createSeries /eventTypeId": {
    noun: "eventType",
    call: (eventTypeId) => withBody("createSeries", { eventTypeId }),
    status: 404,
  },
  "createSeries /hostId": { noun: "member", call: (hostId) => withBody("createSeries", { hostId }), status: 404 },
  "previewSeries /eventTypeId": {
    noun: "eventType",
    call: (eventTypeId) => withBody("previewSeries", { eventTypeId }),
    status: 404,
  },
  "previewSeries /hostId": { noun: "member", call: (hostId) => withBody("previewSeries", { hostId }), status: 404 },
  "listBookings ?groupSessionId": {
    noun: "groupSession",
    call: (id) => ({ path: `/v1/bookings?groupSessionId=${id}` }),
    status: 200,
  },
  "listGroupSessions ?eventTypeId": {
    noun: "eventType",
    call: (id) => ({ path: `/v1/group-sessions?eventTypeId=${id}` }),
    status: 200,
  },
  "rescheduleGroupSession /hostId": {
    noun: "member",
    call: (hostId) => withBody("rescheduleGroupSession", { hostId }),
    status: 404,
  },
  "listGroupSessions ?hostId": {
    noun: "member",
    call: (id) => ({ path: `/v1/group-sessions?hostId=${id}` }),
    status: 200,
  },
  "listBookings ?seriesId": { noun: "series", call: (id) => ({ path: `/v1/bookings?seriesId=${id}` }), status: 200 },
  "createHold /eventTypeId": {
    noun: "eventType",
    call: (eventTypeId) => withBody("createHold", { eventTypeId }),
    status: 404,
  },
  "joinWaitingList /eventTypeId": {
    noun: "eventType",
    call: (eventTypeId) => withBody("joinWaitingList", { eventTypeId }),
    status: 404,
  },
  "joinWaitingList /hostId": { noun: "member", call: (hostId) => withBody("joinWaitingList", { hostId }), status: 404 },
  "listWaitingListEntries ?eventTypeId": {
    noun: "eventType",
    call: (id) => ({ path: `/v1/waiting-list-entries?eventTypeId=${id}` }),
    status: 200,
  },
  "createBlock /memberId": { noun: "member", call: (memberId) => withBody("createBlock", { memberId }), status: 422 },
  "createHold /hostId": { noun: "member", call: (hostId) => withBody("createHold", { hostId }), status: 404 },
  "createHold /bookingId": { noun: "booking", call: (bookingId) => withBody("createHold", { bookingId }), status: 404 },
  "rescheduleBooking /holdId": {
    noun: "hold",
    call: (holdId) => withBody("rescheduleBooking", { holdId }),
    status: 404,
  },
  "getAvailability ?holdId": {
    noun: "hold",
    call: async (id) => replaceInQuery(await strangeSamples.getAvailability(), "holdId", id),
    status: 404,
  },
  "rescheduleBooking /hostId": {
    noun: "member",
    call: (hostId) => withBody("rescheduleBooking", { hostId }),
    status: 404,
  },
  "createEventType /hosts/0/memberId": {
    noun: "member",
    call: (memberId) => withBody("createEventType", { hosts: [{ memberId }] }),
    status: 422,
  },
  "createEventType /hosts/0/scheduleId": {
    noun: "schedule",
    call: (scheduleId) => withBody("createEventType", { hosts: [ownHost(scheduleId)] }),
    status: 422,
  },
  "createEventType /resources/0/resourceId": {
    noun: "resource",
    call: (resourceId) => withBody("createEventType", { resources: [{ resourceId }] }),
    status: 422,
  },
  "updateEventType /resources/0/resourceId": {
    noun: "resource",
    call: (resourceId) => withBody("updateEventType", { resources: [{ resourceId }] }),
    status: 422,
  },
  "updateEventType /hosts/0/memberId": {
    noun: "member",
    call: (memberId) => withBody("updateEventType", { hosts: [{ memberId }] }),
    status: 422,
  },
  "updateEventType /hosts/0/scheduleId": {
    noun: "schedule",
    call: (scheduleId) => withBody("updateEventType", { hosts: [ownHost(scheduleId)] }),
    status: 422,
  },
  "createSchedule /memberId": {
    noun: "member",
    call: (memberId) => withBody("createSchedule", { memberId }),
    status: 422,
  },
  "getAvailability ?eventTypeId": {
    noun: "eventType",
    call: async (id) => replaceInQuery(await strangeSamples.getAvailability(), "eventTypeId", id),
    status: 404,
  },
  "getAvailability ?hostId": {
    noun: "member",
    call: async (id) => replaceInQuery(await strangeSamples.getAvailability(), "hostId", id),
    status: 404,
  },
  "getAvailability ?bookingId": {
    noun: "booking",
    call: async (id) => replaceInQuery(await strangeSamples.getAvailability(), "bookingId", id),
    status: 404,
  },
  "logIn /organisationId": {
    noun: "organisation",
    call: (organisationId) => ({
      path: "/v1/auth/log-in",
      body: { ...world.stranger.ownerLogIn, organisationId },
    }),
    status: 401,
  },
  "logInWithPasskey /organisationId": {
    noun: "organisation",
    call: (organisationId) => withBody("logInWithPasskey", { organisationId }),
    status: 401,
  },
  "finishSocialLogIn /organisationId": {
    noun: "organisation",
    call: (organisationId) => withBody("finishSocialLogIn", { organisationId }),
    status: 404,
  },
  "listBookings ?eventTypeId": {
    noun: "eventType",
    call: (id) => ({ path: `/v1/bookings?eventTypeId=${id}` }),
    status: 200,
  },
  "listBookings ?hostId": { noun: "member", call: (id) => ({ path: `/v1/bookings?hostId=${id}` }), status: 200 },
  "createInvitation /memberId": {
    noun: "member",
    call: (memberId) => withBody("createInvitation", { memberId }),
    status: 422,
  },
  "listReceivedEvents ?receiverConnectionId": {
    noun: "receiverConnection",
    call: (id) => ({ path: `/v1/received-events?receiverConnectionId=${id}` }),
    status: 200,
  },
  "listWebhookDeliveries ?eventId": {
    noun: "event",
    call: async (eventId) => ({ path: `${(await strangeSamples.listWebhookDeliveries()).path}?eventId=${eventId}` }),
    status: 200,
  },
  "listWebhookDeliveries ?replayId": {
    noun: "webhookReplay",
    call: async (replayId) => ({
      path: `${(await strangeSamples.listWebhookDeliveries()).path}?replayId=${replayId}`,
    }),
    status: 200,
  },
  "listBlocks ?memberId": { noun: "member", call: (id) => ({ path: `/v1/blocks?memberId=${id}` }), status: 200 },
  "listSchedules ?memberId": { noun: "member", call: (id) => ({ path: `/v1/schedules?memberId=${id}` }), status: 200 },
};

async function withBody(id: OperationId, more: object): Promise<SampleCall> {
  const { path, body } = await strangeSamples[id]();
  return { path, body: { ...body, ...more } };
}

const ownHost = (scheduleId: string) => ({ memberId: world.stranger.owner.memberId, scheduleId });

function replaceInQuery({ path }: SampleCall, name: string, id: string): SampleCall {
  const url = new URL(path, "http://localhost");
  url.searchParams.set(name, id);
  return { path: url.pathname + url.search };
}

/** Every place of the contract's queries and bodies where an id of ours may stand. */
function idPlaces(): string[] {
  return OPERATION_IDS.flatMap((id) => {
    const inQuery = parametersOf(id).filter((parameter) => parameter.in === "query" && isIdSchema(parameter.schema));
    const { requestBody } = lookUp(operationRef(id)) as {
      requestBody?: { content: { "application/json": { schema: JsonSchema } } };
    };
    const inBody = requestBody ? pointersToIds(requestBody.content["application/json"].schema) : [];
    return [...inQuery.map(({ name }) => `${id} ?${name}`), ...inBody.map((pointer) => `${id} ${pointer}`)];
  });
}

function isIdSchema({ pattern }: JsonSchema): boolean {
  return Object.values(ID_PREFIXES).some((prefix) => String(pattern).startsWith(`^${prefix}_`));
}

function pointersToIds(given: JsonSchema, pointer = ""): string[] {
  const schema = resolveSchema(given);
  if (isIdSchema(schema)) return [pointer];
  const branches = [schema.anyOf, schema.oneOf, schema.allOf].flatMap((each) => (each ?? []) as JsonSchema[]);
  return [
    ...branches.flatMap((branch) => pointersToIds(branch, pointer)),
    ...(schema.items === undefined ? [] : pointersToIds(schema.items as JsonSchema, `${pointer}/0`)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => pointersToIds(inner, `${pointer}/${name}`)),
  ];
}

describe("an id in a query or a body", () => {
  test("every place of the contract that takes one is tried here", () => {
    expect(idPlaces().sort()).toEqual(Object.keys(PLACES).sort());
  });

  test.each(Object.keys(PLACES))("%s: the clinic's is answered as one that never was", async (place) => {
    const [operation, pointer] = place.split(" ") as [OperationId, string];
    const { noun, call, status } = PLACES[place]!;
    const answer = await make(strange, operation, await call(clinics[noun]!));
    const unknown = await make(strange, operation, await call(newId(noun)));
    expect(answer.status).toBe(status);
    expect(told(answer)).toEqual(told(unknown));
    if (status === 422) expect(answer.body.errors.map((error) => error.pointer)).toEqual([pointer]);
    if (status === 200) expect(answer.body).toEqual({ data: [], page: { nextCursor: null, hasMore: false } });
  });
});

describe("over GraphQL", () => {
  async function ask(query: string, key: string): Promise<{ data?: unknown; errors?: { extensions: unknown }[] }> {
    const { text } = await world.app.call("POST", "/graphql", { key, body: { query } });
    const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: { extensions: unknown }[] };
    return { data, errors };
  }

  test("booking(id) is null for the stranger, as for an id that never was", async () => {
    for (const id of [booking.id, newId("booking"), "nonsense"])
      expect(await ask(`{ booking(id: "${id}") { id } }`, world.stranger.owner.key)).toEqual({
        data: { booking: null },
      });
    const own = await ask(`{ booking(id: "${booking.id}") { id } }`, world.clinic.owner.key);
    expect(own).toEqual({ data: { booking: { id: booking.id } } });
  });

  test("booking(id) is null for a plain member who does not host it", async () => {
    const answer = await ask(`{ booking(id: "${booking.id}") { id } }`, world.clinic.member.key);
    expect(answer).toEqual({ data: { booking: null } });
  });

  test("availability has the code not_found for the stranger, as for an id that never was", async () => {
    const range = `from: "2026-12-01T00:00:00Z", to: "2026-12-02T00:00:00Z", timeZone: "UTC"`;
    const own = (await strange.clinic.addEventType()).id;
    const askFor = (args: string) => ask(`{ availability(${args}, ${range}) { timeZone } }`, world.stranger.owner.key);
    for (const args of [
      `eventTypeId: "${clinics.eventType!}"`,
      `eventTypeId: "${newId("eventType")}"`,
      `eventTypeId: "nonsense"`,
      `eventTypeId: "${own}", hostId: "${clinics.member!}"`,
      `eventTypeId: "${own}", hostId: "${newId("member")}"`,
    ])
      expect(await askFor(args)).toMatchObject({ data: null, errors: [{ extensions: { code: "not_found" } }] });
    expect(await askFor(`eventTypeId: "${own}"`)).toEqual({ data: { availability: { timeZone: "UTC" } } });
  });

  test("viewer is who asks", async () => {
    const answer = await ask("{ viewer { organisation { id } member { id } } }", world.stranger.owner.key);
    const { organisationId, owner } = world.stranger;
    expect(answer).toEqual({
      data: { viewer: { organisation: { id: organisationId }, member: { id: owner.memberId } } },
    });
  });
});

test("lists hold nothing of another organisation", async () => {
  for (const path of [
    "/v1/bookings",
    "/v1/event-types",
    "/v1/schedules",
    "/v1/resources",
    "/v1/waiting-list-entries",
    "/v1/group-sessions",
    "/v1/members",
    "/v1/api-keys",
    "/v1/dead-letters",
    "/v1/receiver-connections",
    "/v1/received-events",
  ]) {
    const text = (await strange.call("GET", `${path}?limit=100`)).text + (await strange.call("GET", path)).text;
    for (const id of Object.values(clinics)) expect(text).not.toContain(id);
  }
});
