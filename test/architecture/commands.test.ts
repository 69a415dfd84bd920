import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { toDomainEvent, type EventRow } from "../../src/domain/outbox/domain-event.ts";
import { isId } from "../../src/domain/shared/ids.ts";
import { OPERATIONS, type OperationId } from "../../src/generated/contract-operations.ts";
import { eventErrors } from "../support/event-schemas.ts";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";
import { createSampleCalls, isForLogInOnly, make, OPERATION_IDS, type SampleCalls } from "../support/sample-calls.ts";

/**
 * A device refreshes its session every quarter of an hour, and who signs up or asks for a new password is nobody yet: none of it is told. A preview does nothing.
 * What comes of their misuse is.
 */
const UNTOLD: OperationId[] = [
  "refreshSession",
  "requestPasswordReset",
  "signUp",
  "startSocialLogIn",
  "requestSocialSignUpEmail",
  "startLinkingIdentity",
  "previewSeries",
];
/** They tell of something else than what they answer, or of as many things as there are: test/rest has each. */
const TOLD_OTHERWISE: OperationId[] = [
  "finishSocialLogIn",
  "signUpWithIdentity",
  "completeSignUp",
  "acceptInvitation",
  "leaveOrganisation",
  "endOtherSessions",
  "changePassword",
  "resetPassword",
  "verifyEmail",
  "confirmEmailChange",
  "changeEmail",
  "requestEmailVerification",
  "beginTotp",
  "confirmTotp",
  "removeTotp",
  "replaceRecoveryCodes",
  "logInWithSecondFactor",
  "offerPasskeys",
  "beginPasskey",
  "logInWithPasskey",
  "removePasskey",
  "createSeries",
  "acceptWaitingListOffer",
  "cancelSeries",
  "rescheduleSeries",
  "rescheduleGroupSession",
  "cancelGroupSession",
  "pingWebhookEndpoint",
  "replayWebhookDelivery",
  "replayWebhookEvents",
];
const OTHERS = new Set<OperationId>([...UNTOLD, ...TOLD_OTHERWISE]);

const COMMANDS = OPERATION_IDS.filter((id) => OPERATIONS[id].method !== "GET" && !OTHERS.has(id));

let world: RestWorld;
let samples: SampleCalls;

beforeAll(async () => {
  world = await createRestWorld();
  samples = await createSampleCalls(world);
});

afterAll(() => world.close());

/** What each command is told and audited as. */
const EVENTS: Partial<Record<OperationId, string>> = {
  createBooking: "booking.created",
  updateBooking: "booking.updated",
  confirmBooking: "booking.confirmed",
  declineBooking: "booking.declined",
  cancelBooking: "booking.cancelled",
  cancelAttendee: "booking.attendee_cancelled",
  rescheduleBooking: "booking.rescheduled",
  completeBooking: "booking.completed",
  markBookingNoShow: "booking.no_show",
  verifyBookingEmail: "booking.confirmed",
  createGuestLink: "booking.guest_link_created",
  revokeGuestLinks: "booking.guest_links_revoked",
  joinWaitingList: "waiting_list_entry.joined",
  leaveWaitingList: "waiting_list_entry.left",
  createBlock: "block.created",
  updateBlock: "block.updated",
  deleteBlock: "block.deleted",
  createHold: "hold.created",
  extendHold: "hold.extended",
  releaseHold: "hold.released",
  createEventType: "event_type.created",
  updateEventType: "event_type.updated",
  deleteEventType: "event_type.deleted",
  createSchedule: "schedule.created",
  updateSchedule: "schedule.updated",
  deleteSchedule: "schedule.deleted",
  createResource: "resource.created",
  updateResource: "resource.updated",
  deleteResource: "resource.deleted",
  createMember: "member.created",
  updateMember: "member.updated",
  deleteMember: "member.deleted",
  createInvitation: "invitation.created",
  resendInvitation: "invitation.resent",
  revokeInvitation: "invitation.revoked",
  createApiKey: "api_key.created",
  revokeApiKey: "api_key.revoked",
  updateApiKey: "api_key.updated",
  rotateApiKey: "api_key.rotated",
  retryDeadLetter: "dead_letter.retried",
  discardDeadLetter: "dead_letter.discarded",
  createReceiverConnection: "receiver_connection.created",
  updateReceiverConnection: "receiver_connection.updated",
  deleteReceiverConnection: "receiver_connection.deleted",
  rotateReceiverSecret: "receiver_connection.secret_rotated",
  createWebhookEndpoint: "webhook_endpoint.created",
  updateWebhookEndpoint: "webhook_endpoint.updated",
  deleteWebhookEndpoint: "webhook_endpoint.deleted",
  rotateWebhookSecret: "webhook_endpoint.secret_rotated",
  logIn: "session.started",
  logOut: "session.ended",
  stepUp: "session.stepped_up",
  addPasskey: "user.passkey_added",
  updatePasskey: "user.passkey_updated",
  registerDevice: "user.device_registered",
  removeDevice: "user.device_removed",
  updateSession: "session.updated",
  endSession: "session.ended",
  updateOrganisation: "organisation.updated",
  updateMe: "user.updated",
  finishLinkingIdentity: "identity.linked",
  unlinkIdentity: "identity.unlinked",
};

const TABLES: Record<string, string> = {
  bkg: "booking",
  hld: "hold",
  blk: "block",
  wle: "waiting_list_entry",
  evt: "event_type",
  sch: "schedule",
  res: "resource",
  mem: "member",
  org: "organisation",
  inv: "invitation",
  key: "api_key",
  job: "job",
  rcn: "receiver_connection",
  whe: "webhook_endpoint",
  dev: "device_session",
  idn: "identity",
  psk: "passkey",
  pdv: "push_device",
  usr: '"user"',
};

interface Trace {
  event: string;
  action: string;
  subject: string;
  object: string;
  organisation: string;
  actor: string;
  outcome: string;
  address: string;
  agent: string;
  /** The transactions that wrote event, audit line and origin. */
  writers: string[];
}

/** Event and audit line that a command has left, side by side; more of one than of the other shows as null. A credential's first use is told apart. */
function tracesOf(requestId: string): Promise<Trace[]> {
  return world.sql<Trace>(
    `SELECT o.type AS event, a.action, o.subject_id AS subject, a.object_id AS object,
       a.organisation_id AS organisation, a.actor_id AS actor, a.outcome, g.address, g.user_agent AS agent,
       ARRAY[o.xmin::text, a.xmin::text, g.xmin::text] AS writers
     FROM (SELECT xmin, * FROM outbox_event WHERE request_id = $1) o
     FULL JOIN (SELECT xmin, * FROM audit_entry WHERE request_id = $1 AND action NOT LIKE '%.first_used') a ON a.object_id = o.subject_id
     LEFT JOIN audit_origin g ON g.audit_entry_id = a.id`,
    [requestId],
  );
}

/** The owner with his key, or logged in where no key will do. */
async function callerOf(id: OperationId): Promise<{ id: string; key: string }> {
  const { owner } = world.clinic;
  if (!isForLogInOnly(id)) return { id: owner.keyId, key: owner.key };
  const { session, accessToken } = await world.logIn();
  return { id: session.id, key: accessToken };
}

/** Some rows of every table, so that nothing that is written goes unseen. */
function countEverything(): Promise<unknown[]> {
  const tables = [...Object.values(TABLES), "claim", "attendee", "booking_host", "outbox_event", "audit_entry"];
  const counts = tables.map((table) => `(SELECT count(*) FROM ${table}) AS ${table.replaceAll('"', "")}_rows`);
  const versions = ["booking", "event_type", "schedule", "resource", "member"].map(
    (table) => `(SELECT sum(version) FROM ${table}) AS ${table}_versions`,
  );
  return world.sql(`SELECT ${[...counts, ...versions].join(", ")},
    (SELECT count(*) FROM refresh_token) AS refresh_tokens, (SELECT array_agg(name) FROM device_session) AS sessions,
    (SELECT count(*) FROM device_session WHERE ended_at IS NULL) AS living_sessions,
    (SELECT array_agg(notification_preferences) FROM "user") AS preferences,
    (SELECT count(*) FROM idempotency_key) AS kept, (SELECT count(*) FROM api_key WHERE revoked_at IS NULL) AS valid_keys`);
}

test("every command of the contract is listed here", () => {
  expect(Object.keys(EVENTS).sort()).toEqual([...COMMANDS].sort());
});

describe.each(COMMANDS)("%s", (id) => {
  const requestId = `command-${id}`;
  const headers = { "X-Request-Id": requestId, "User-Agent": "Agent/1" };

  test("leaves one event and one audit line, written with its effect and with the request's id", async () => {
    const sample = await samples[id]();
    const caller = await callerOf(id);
    const { status, body } = await make(world, id, sample, { headers, key: caller.key });
    expect(status).toBe(OPERATIONS[id].successStatus);
    const inPath = sample.path.split("/").find((step) => isId(step)) ?? caller.id;
    const objectId = status === 204 || id === "createGuestLink" ? inPath : id === "logIn" ? body.session.id : body.id;

    const traces = await tracesOf(requestId);
    expect(traces).toEqual([
      {
        event: EVENTS[id],
        action: EVENTS[id],
        subject: objectId,
        object: objectId,
        organisation: world.clinic.organisationId,
        actor: id === "logIn" ? objectId : id === "verifyBookingEmail" ? body.attendees[0]!.id : caller.id,
        outcome: "done",
        address: "127.0.0.1",
        agent: "Agent/1",
        writers: expect.anything(),
      },
    ]);
    const [row] = await world.sql<{ writer: string }>(
      `SELECT xmin::text AS writer FROM ${TABLES[objectId.split("_")[0]!]!} WHERE id = $1`,
      [objectId],
    );
    // What was deleted has left no row to ask, and a guest link is not kept with its booking.
    const isWritten = row && !["createGuestLink", "revokeGuestLinks"].includes(id);
    const writers = isWritten ? [...traces[0]!.writers, row.writer] : traces[0]!.writers;
    expect(new Set(writers).size).toBe(1);
  });

  test("does nothing at all when its audit line cannot be written", async () => {
    const sample = await samples[id]();
    const { key } = await callerOf(id);
    await world.sql("ALTER TABLE audit_origin ADD CONSTRAINT no_more CHECK (false) NOT VALID");
    const before = await countEverything();
    const { status } = await make(world, id, sample, { key, headers: { "Idempotency-Key": `broken-${id}` } });
    expect(status).toBe(500);
    expect(await countEverything()).toEqual(before);
    await world.sql("ALTER TABLE audit_origin DROP CONSTRAINT no_more");
  });
});

test("what all these commands tell goes by the schemas of contracts/events, and says from which trace it comes", async () => {
  const { path, body } = await samples.createBooking();
  const traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  await make(world, "createBooking", { path, body }, { headers: { traceparent } });
  for (const id of ["createSeries", "rescheduleSeries", "cancelSeries", "beginTotp", "confirmTotp"] as const) {
    const { key } = await callerOf(id);
    expect((await make(world, id, await samples[id](), { key })).status).toBe(OPERATIONS[id].successStatus);
  }
  const rows = await world.app.db.prisma.outboxEvent.findMany({ orderBy: { sequence: "asc" } });
  const events = rows.map((row) => toDomainEvent(row as EventRow));
  expect(new Set(events.map(({ type }) => type)).size).toBeGreaterThan(50);
  expect(events.flatMap(eventErrors)).toEqual([]);
  expect(events.filter(({ traceId }) => traceId !== undefined)).toMatchObject([
    { type: "booking.created", traceId: "4bf92f3577b34da6a3ce929d0e0e4736" },
  ]);
});

test("a refused command and a replayed one leave neither", async () => {
  const { path, body } = await samples.createBooking();
  const headers = { "Idempotency-Key": "once", "X-Request-Id": "replayed" };
  const first = await make(
    world,
    "createBooking",
    { path, body },
    { headers: { ...headers, "X-Request-Id": "first" } },
  );
  expect(first.status).toBe(201);
  expect((await make(world, "createBooking", { path, body }, { headers })).status).toBe(201);
  const refused = await make(world, "createBooking", { path, body }, { headers: { "X-Request-Id": "refused" } });
  expect(refused.status).toBe(409);
  for (const requestId of ["replayed", "refused"]) expect(await tracesOf(requestId)).toEqual([]);
});

test("a command that changes a second object tells of that one too: a new default schedule takes the old one's place", async () => {
  const headers = { "X-Request-Id": "second-object" };
  const body = { name: "Default", timeZone: "UTC", isDefault: true };
  const { body: schedule } = await world.call("POST", "/v1/schedules", { body, headers });
  const { owner } = world.clinic;
  const told = (await tracesOf("second-object")).map(({ event, action, subject }) => [event, action, subject]);
  expect(told.sort()).toEqual([
    ["member.updated", "member.updated", owner.memberId],
    ["schedule.created", "schedule.created", schedule.id],
    ["schedule.updated", "schedule.updated", owner.scheduleId],
  ]);
});

test.each(["UPDATE audit_entry SET action = 'nothing'", "DELETE FROM audit_entry", "TRUNCATE audit_entry CASCADE"])(
  "the audit log refuses %s",
  async (statement) => {
    await expect(world.sql(statement)).rejects.toThrow("the audit log is append-only");
  },
);
