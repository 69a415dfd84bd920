import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { setTimeout as sleep } from "node:timers/promises";
import { Webhook } from "standardwebhooks";
import {
  createLocalWebhookSender,
  type LocalReceiver,
} from "../../../src/adapters/webhook-sender/local/local-webhook-sender.ts";
import { recordCommand } from "../../../src/domain/audit/record-command.ts";
import { dispatchEvents } from "../../../src/domain/outbox/dispatch-events.ts";
import { deleteOldRows } from "../../../src/domain/outbox/delete-old-rows.ts";
import { toDomainEvent } from "../../../src/domain/outbox/domain-event.ts";
import type { WebhookMessage } from "../../../src/domain/ports/webhook-sender.ts";
import { createSealer } from "../../../src/domain/shared/sealer.ts";
import { deliverWebhook } from "../../../src/domain/webhook-delivery/deliver-webhook.ts";
import { endDelivery } from "../../../src/domain/webhook-delivery/end-delivery.ts";
import { replayWebhookEvents } from "../../../src/domain/webhook-delivery/replay-webhook-events.ts";
import { MOST_ATTEMPTS } from "../../../src/domain/webhook-delivery/webhook-delivery.ts";
import { webhookHandler } from "../../../src/domain/webhook-delivery/webhook-handler.ts";
import { createWebhookEndpoint } from "../../../src/domain/webhook-endpoint/create-webhook-endpoint.ts";
import { deleteWebhookEndpoint } from "../../../src/domain/webhook-endpoint/delete-webhook-endpoint.ts";
import { getWebhookEndpoint } from "../../../src/domain/webhook-endpoint/get-webhook-endpoint.ts";
import { rotateWebhookSecret } from "../../../src/domain/webhook-endpoint/rotate-webhook-secret.ts";
import { updateWebhookEndpoint } from "../../../src/domain/webhook-endpoint/update-webhook-endpoint.ts";
import type { WebhookContext } from "../../../src/domain/webhook-endpoint/webhook-endpoint.ts";
import { JOBS } from "../../../src/jobs/registry.ts";
import { createTestDomain, NOW, type TestDomain, type TestOrganisation } from "../../support/domain-context.ts";

const HOUR = 3_600_000;
const SIGNAL = new AbortController().signal;
const sealer = createSealer("a secret of thirty-two characters or more");

let domain: TestDomain;
let organisation: TestOrganisation;
let owner: WebhookContext;
let sender: ReturnType<typeof createLocalWebhookSender>;
let received: WebhookMessage[];

beforeAll(async () => {
  domain = await createTestDomain();
});

afterAll(() => domain.close());

beforeEach(async () => {
  domain.clock.moveTo(NOW);
  await domain.db.prisma.job.deleteMany();
  organisation = await domain.addOrganisation();
  owner = { ...organisation.as(organisation.ownerId), sealer, allowsPlainHttp: false };
  sender = createLocalWebhookSender();
  received = [];
});

let made = 0;

/** An endpoint that answers so. */
async function endpoint(receiver: LocalReceiver = () => Promise.resolve({}), eventTypes = ["schedule.*"]) {
  const url = `https://receiver.example/${++made}`;
  sender.receive(url, (message) => {
    received.push(message);
    return receiver(message);
  });
  return createWebhookEndpoint(owner, { url, eventTypes });
}

const happen = (objectId: string, type: "schedule.updated" | "schedule.deleted" = "schedule.updated") =>
  domain.db.transaction((tx) =>
    recordCommand(owner, tx, { type, objectId, payload: { schedule: { id: objectId } } as never }),
  );

async function dispatch() {
  const deps = { ...owner, handlers: [webhookHandler] };
  // Another test's transaction in the same PostgreSQL holds events up.
  while ((await dispatchEvents(deps, [webhookHandler])) !== "none") await sleep(1);
}

/** Does what is due, as the runner does it. */
async function work() {
  await dispatch();
  for (;;) {
    const kinds = ["deliver-webhook", "replay-webhook-events"];
    const where = { kind: { in: kinds }, dueAt: { lte: domain.clock.now() } };
    const job = await domain.db.prisma.job.findFirst({ where, orderBy: [{ dueAt: "asc" }, { id: "asc" }] });
    if (!job) return;
    const kind = JOBS[job.kind as "deliver-webhook"];
    await kind.run({ ...owner, webhookSender: sender } as never, job as never, SIGNAL);
    await domain.db.prisma.job.delete({ where: { id: job.id } });
  }
}

const deliveries = (endpointId: string) =>
  domain.db.prisma.webhookDelivery.findMany({
    where: { endpointId },
    orderBy: { sequence: "asc" },
    include: { made: { orderBy: { number: "asc" } } },
  });

describe("an event", () => {
  test("comes to who wants it, signed, as the envelope of its schema", async () => {
    const { webhookEndpoint, secret } = await endpoint();
    await happen("sch_1");
    await work();
    expect(received).toHaveLength(1);
    const { body, headers } = received[0]!;
    // The library goes by the clock of the machine, ours stands still.
    expect(Number(headers["webhook-timestamp"])).toBe(Date.parse(NOW) / 1000);
    const signature = new Webhook(secret).sign(headers["webhook-id"]!, new Date(NOW), body);
    expect(headers["webhook-signature"]).toBe(signature);
    const event = JSON.parse(body) as { id: string };
    expect(event).toMatchObject({ type: "schedule.updated", subjectId: "sch_1", organisationId: organisation.id });
    expect(headers["webhook-id"]).toBe(event.id);
    const [delivery] = await deliveries(webhookEndpoint.id);
    expect(delivery).toMatchObject({ status: "delivered", attempts: 1, cause: "event", eventId: event.id });
    expect(delivery?.made).toMatchObject([{ number: 1, status: 204, failure: null, answer: "" }]);
  });

  test("comes to nobody who has not asked for it, is disabled, is deleted, or is another organisation's", async () => {
    await endpoint(undefined, ["booking.*"]);
    await endpoint(undefined, ["schedule.deleted"]);
    const { webhookEndpoint: disabled } = await endpoint();
    await updateWebhookEndpoint(owner, { webhookEndpointId: disabled.id, status: "disabled" });
    const { webhookEndpoint: deleted } = await endpoint();
    await deleteWebhookEndpoint(owner, { webhookEndpointId: deleted.id });
    const stranger = await domain.addOrganisation();
    const theirs = { ...stranger.as(stranger.ownerId), sealer, allowsPlainHttp: false };
    await createWebhookEndpoint(theirs, { url: "https://receiver.example/stranger" });
    sender.receive("https://receiver.example/stranger", (message) => {
      received.push(message);
      return Promise.resolve({});
    });
    await happen("sch_1");
    await work();
    expect(received.map(({ body }) => (JSON.parse(body) as { type: string }).type)).not.toContain("schedule.updated");
  });

  test("is signed by both secrets for a day after a rotation, and by the newer alone after that", async () => {
    const { webhookEndpoint, secret: old } = await endpoint();
    const { secret: next } = await rotateWebhookSecret(owner, { webhookEndpointId: webhookEndpoint.id });
    const signers = async () => {
      received.length = 0;
      await happen("sch_1");
      await work();
      const { headers, body } = received[0]!;
      const at = domain.clock.now();
      return [old, next].map((secret) =>
        headers["webhook-signature"]!.split(" ").includes(new Webhook(secret).sign(headers["webhook-id"]!, at, body)),
      );
    };
    expect(await signers()).toEqual([true, true]);
    domain.clock.advance(24 * HOUR);
    expect(await signers()).toEqual([false, true]);
  });
});

describe("what cannot even be tried", () => {
  /** A server that was given another secret cannot open what the one before it has sealed. */
  const elsewhere = () => ({
    ...owner,
    webhookSender: sender,
    sealer: createSealer("another secret of thirty-two characters"),
  });
  const attemptAt = ({ id }: { id: string }) => ({ deliveryId: id, attempt: 1, requestId: "test" });

  test("is a dead letter that says why, and holds up nothing of its object; retried it is delivered", async () => {
    const { webhookEndpoint } = await endpoint();
    for (let count = 0; count < 2; count++) await happen("sch_1");
    await dispatch();
    const [first] = await deliveries(webhookEndpoint.id);
    await expect(deliverWebhook(elsewhere(), attemptAt(first!), SIGNAL)).rejects.toMatchObject({
      message: "The endpoint's secret was sealed by another secret of the server: rotate it.",
      isFinal: true,
    });
    await endDelivery(owner, attemptAt(first!), "given_up");
    await domain.db.prisma.job.deleteMany({ where: { subjectId: first!.id } });
    await work();
    expect(await deliveries(webhookEndpoint.id)).toMatchObject([
      { status: "failed", failedReason: "given_up", attempts: 0, nextAttemptAt: null, endedAt: new Date(NOW) },
      { status: "delivered" },
    ]);
    await deliverWebhook({ ...owner, webhookSender: sender }, attemptAt(first!), SIGNAL);
    const [again] = await deliveries(webhookEndpoint.id);
    expect(again).toMatchObject({ status: "delivered", failedReason: null, attempts: 1 });
    await deliverWebhook({ ...owner, webhookSender: sender }, attemptAt(first!), SIGNAL);
    expect(received).toHaveLength(2);
  });

  test("stays a dead letter while its endpoint is disabled, and after its event has gone", async () => {
    const { webhookEndpoint } = await endpoint();
    await happen("sch_1");
    await dispatch();
    const [delivery] = await deliveries(webhookEndpoint.id);
    await endDelivery(owner, attemptAt(delivery!), "given_up");
    const retried = () => deliverWebhook({ ...owner, webhookSender: sender }, attemptAt(delivery!), SIGNAL);
    await updateWebhookEndpoint(owner, { webhookEndpointId: webhookEndpoint.id, status: "disabled" });
    await expect(retried()).rejects.toMatchObject({ message: "The endpoint is disabled or deleted.", isFinal: true });
    await updateWebhookEndpoint(owner, { webhookEndpointId: webhookEndpoint.id, status: "enabled" });
    await domain.db.prisma.outboxEvent.delete({ where: { id: delivery!.eventId } });
    await expect(retried()).rejects.toMatchObject({ message: "The event is no longer kept.", isFinal: true });
    expect(received).toEqual([]);
  });

  test("since its endpoint was disabled as it was written has failed with that reason", async () => {
    const { webhookEndpoint } = await endpoint();
    await happen("sch_1");
    await dispatch();
    await domain.db.prisma.webhookEndpoint.update({
      where: { id: webhookEndpoint.id },
      data: { status: "disabled", disabledReason: "by_request", disabledAt: new Date(NOW) },
    });
    await work();
    expect(await deliveries(webhookEndpoint.id)).toMatchObject([
      { status: "failed", failedReason: "endpoint_disabled" },
    ]);
    expect(received).toEqual([]);
  });
});

test("an event that is handed on twice is sent once, and what comes after it of its object is not held up", async () => {
  const { webhookEndpoint } = await endpoint();
  await happen("sch_1");
  await work();
  await happen("sch_1");
  const rows = await domain.db.prisma.outboxEvent.findMany({
    where: { organisationId: organisation.id, subjectId: "sch_1" },
    orderBy: { sequence: "asc" },
  });
  const { clock, ids, log } = owner;
  await domain.db.transaction((tx) => webhookHandler.handle({ tx, clock, ids, log }, rows.map(toDomainEvent)));
  await work();
  const all = await deliveries(webhookEndpoint.id);
  expect(all.map(({ eventId }) => eventId)).toEqual(rows.map(({ id }) => id));
  expect(all.every(({ status }) => status === "delivered")).toBe(true);
  expect(received).toHaveLength(2);
});

describe("the first attempts", () => {
  test("of one object go out one after the other, those of others beside them", async () => {
    const { webhookEndpoint } = await endpoint();
    for (const object of ["sch_1", "sch_1", "sch_2", "sch_1"]) await happen(object);
    await dispatch();
    const count = () => domain.db.prisma.job.count({ where: { kind: "deliver-webhook" } });
    expect(await count()).toBe(2);
    await happen("sch_1");
    await dispatch();
    expect(await count()).toBe(2);
    await work();
    const order = (await deliveries(webhookEndpoint.id)).filter(({ subjectId }) => subjectId === "sch_1");
    const sent = received
      .map(({ headers }) => headers["webhook-id"])
      .filter((id) => order.some((one) => one.eventId === id));
    expect(sent).toEqual(order.map(({ eventId }) => eventId));
    expect(order).toHaveLength(4);
  });

  test("go on after one that failed, which is tried again by itself", async () => {
    let answers = 0;
    const { webhookEndpoint } = await endpoint(() => Promise.resolve({ status: answers++ === 0 ? 500 : 204 }));
    await happen("sch_1");
    await happen("sch_1");
    await work();
    expect((await deliveries(webhookEndpoint.id)).map(({ status }) => status)).toEqual(["pending", "delivered"]);
    domain.clock.advance(6_000);
    await work();
    const [first] = await deliveries(webhookEndpoint.id);
    expect(first).toMatchObject({ status: "delivered", attempts: 2, nextAttemptAt: null });
    expect(first?.made.map(({ status }) => status)).toEqual([500, 204]);
    expect((await getWebhookEndpoint(owner, webhookEndpoint.id)).failingSince).toBeNull();
  });

  test("none is left behind where one is settled while another is added", async () => {
    const { webhookEndpoint } = await endpoint();
    for (let round = 0; round < 20; round++) {
      await happen("sch_1");
      await dispatch();
      const job = await domain.db.prisma.job.findFirstOrThrow({ where: { kind: "deliver-webhook" } });
      const data = job.data as { deliveryId: string; attempt: number };
      await happen("sch_1");
      await Promise.all([
        deliverWebhook({ ...owner, webhookSender: sender }, { ...data, requestId: "test" }, SIGNAL),
        dispatch(),
      ]);
      await domain.db.prisma.job.delete({ where: { id: job.id } });
      await work();
    }
    const all = await deliveries(webhookEndpoint.id);
    expect(all).toHaveLength(40);
    expect(all.every(({ status }) => status === "delivered")).toBe(true);
  });
});

describe("a receiver that takes nothing", () => {
  test("is asked ten times over at least 75 hours, and then the delivery has failed", async () => {
    const { webhookEndpoint } = await endpoint(() => Promise.resolve({ status: 500, body: "broken" }));
    await happen("sch_1");
    await work();
    for (let count = 1; count < MOST_ATTEMPTS; count++) {
      const [pending] = await deliveries(webhookEndpoint.id);
      expect(pending).toMatchObject({ status: "pending", attempts: count });
      domain.clock.moveTo(pending!.nextAttemptAt!.toISOString());
      await work();
    }
    const [failed] = await deliveries(webhookEndpoint.id);
    expect(failed).toMatchObject({ status: "failed", failedReason: "not_taken", attempts: 10, nextAttemptAt: null });
    expect(failed?.made.map(({ number, answer }) => [number, answer])).toEqual(
      Array.from({ length: 10 }, (_, index) => [index + 1, "broken"]),
    );
    expect(domain.clock.now().getTime() - Date.parse(NOW)).toBeGreaterThanOrEqual(75 * HOUR);
    expect(await domain.db.prisma.job.count({ where: { kind: "deliver-webhook" } })).toBe(0);
    expect(new Set(received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  });

  test.each([
    ["120", 120_000],
    ["Mon, 23 Nov 2026 09:00:00 GMT", HOUR],
    ["999999999", 24 * HOUR],
  ])("is not asked before Retry-After: %s", async (retryAfter, ms) => {
    const { webhookEndpoint } = await endpoint(() => Promise.resolve({ status: 429, retryAfter }));
    await happen("sch_1");
    await work();
    const [{ nextAttemptAt } = { nextAttemptAt: null }] = await deliveries(webhookEndpoint.id);
    const wait = nextAttemptAt!.getTime() - Date.parse(NOW);
    expect(Math.abs(wait - ms)).toBeLessThan(1_000);
  });

  test("because nobody is there is told with the reason", async () => {
    const { webhookEndpoint } = await createWebhookEndpoint(owner, { url: "https://nobody.example/" });
    await happen("sch_1");
    await work();
    const all = await deliveries(webhookEndpoint.id);
    expect(all.at(-1)?.made).toMatchObject([{ status: null, failure: "connection_failed", answer: null }]);
  });

  test("and answers 410 is disabled at once, with all that was on its way, and the owners are told", async () => {
    let status = 500;
    const { webhookEndpoint } = await endpoint(() => Promise.resolve({ status }));
    await happen("sch_1");
    await work();
    status = 410;
    await happen("sch_2");
    await work();
    expect(await getWebhookEndpoint(owner, webhookEndpoint.id)).toMatchObject({
      status: "disabled",
      disabledReason: "gone",
    });
    const reasons = (await deliveries(webhookEndpoint.id)).map((one) => [one.status, one.failedReason]);
    expect(reasons).toEqual([
      ["failed", "endpoint_disabled"],
      ["failed", "not_taken"],
    ]);
    expect(await domain.db.prisma.outgoingMail.findMany({ where: { subjectId: webhookEndpoint.id } })).toMatchObject([
      { kind: "webhook_endpoint_disabled", address: `${organisation.ownerId}@example.com` },
    ]);
    received.length = 0;
    domain.clock.advance(24 * HOUR);
    await happen("sch_3");
    await work();
    expect(received).toEqual([]);
  });

  test("for five days is disabled, but not one that took something in between", async () => {
    const { webhookEndpoint: dead } = await endpoint(() => Promise.resolve({ status: 503 }));
    let day = 0;
    const { webhookEndpoint: weak } = await endpoint(() => Promise.resolve({ status: day === 3 ? 200 : 503 }));
    for (day = 0; day < 6; day++) {
      await happen("sch_1");
      await work();
      domain.clock.advance(24 * HOUR);
    }
    expect(await getWebhookEndpoint(owner, dead.id)).toMatchObject({ status: "disabled", disabledReason: "failing" });
    expect(await getWebhookEndpoint(owner, weak.id)).toMatchObject({ status: "enabled", disabledReason: null });
    const enabled = await updateWebhookEndpoint(owner, { webhookEndpointId: dead.id, status: "enabled" });
    expect(enabled).toMatchObject({ status: "enabled", disabledReason: null, disabledAt: null, failingSince: null });
  });
});

test("an attempt whose worker died before it was written down is made again, and written down once", async () => {
  const { webhookEndpoint } = await endpoint();
  await happen("sch_1");
  await dispatch();
  const [delivery] = await deliveries(webhookEndpoint.id);
  const attempt = { deliveryId: delivery!.id, attempt: 1, requestId: "test" };
  const twice = [0, 1].map(() => deliverWebhook({ ...owner, webhookSender: sender }, attempt, SIGNAL));
  await Promise.all(twice);
  await deliverWebhook({ ...owner, webhookSender: sender }, attempt, SIGNAL);
  expect(received).toHaveLength(2);
  const [settled] = await deliveries(webhookEndpoint.id);
  expect(settled).toMatchObject({ status: "delivered", attempts: 1 });
  expect(settled?.made).toHaveLength(1);
});

test("deliveries go with their attempts when they are as old as events may get, but not while they are tried", async () => {
  let status = 204;
  const { webhookEndpoint } = await endpoint(() => Promise.resolve({ status }));
  await happen("sch_1");
  await work();
  status = 500;
  await happen("sch_2");
  await work();
  const deps = { db: domain.db, clock: domain.clock, eventRetentionDays: 30 };
  domain.clock.advance(30 * 24 * HOUR);
  await deleteOldRows(deps);
  expect(await deliveries(webhookEndpoint.id)).toHaveLength(2);
  domain.clock.advance(1);
  await deleteOldRows(deps);
  expect(await deliveries(webhookEndpoint.id)).toMatchObject([{ subjectId: "sch_2", status: "pending" }]);
  expect(await domain.db.prisma.webhookAttempt.count({ where: { delivery: { endpointId: webhookEndpoint.id } } })).toBe(
    1,
  );
});

describe("a replay of a time", () => {
  const MINUTE = 60_000;
  const at = (minutes: number) => new Date(Date.parse(NOW) + minutes * MINUTE);
  const idsOf = async (subjectId: string) => {
    const where = { organisationId: organisation.id, subjectId };
    const events = await domain.db.prisma.outboxEvent.findMany({ where, orderBy: { sequence: "asc" } });
    return events.map(({ id }) => id);
  };
  const replay = (endpointId: string, more: { from?: Date; to?: Date; eventTypes?: string[] } = {}) =>
    replayWebhookEvents(owner, { webhookEndpointId: endpointId, from: at(0), to: at(60), ...more });
  const sent = () => received.map(({ headers }) => headers["webhook-id"]);

  test("sends what happened in it and is wanted, in its order, with the identifiers that it had, and leaves all else", async () => {
    await happen("sch_1");
    domain.clock.moveTo(at(10).toISOString());
    await happen("sch_2");
    await happen("sch_2", "schedule.deleted");
    domain.clock.moveTo(at(20).toISOString());
    await happen("sch_3");
    const stranger = await domain.addOrganisation();
    await domain.db.transaction((tx) =>
      recordCommand(stranger.as(stranger.ownerId), tx, {
        type: "schedule.updated",
        objectId: "sch_4",
        payload: { schedule: { id: "sch_4" } } as never,
      }),
    );
    await dispatch();
    // It is told from now on, so of nothing of that.
    const { webhookEndpoint } = await endpoint(undefined, ["schedule.updated"]);
    await happen("sch_5");
    const range = { from: at(10), to: at(20) };
    expect(await replay(webhookEndpoint.id, range)).toMatchObject({ events: 1, eventTypes: ["schedule.updated"] });
    const all = await replay(webhookEndpoint.id, { ...range, eventTypes: ["schedule.*"] });
    expect(all).toMatchObject({ events: 2, webhookEndpointId: webhookEndpoint.id, ...range });
    await work();
    const [updated, deleted] = await idsOf("sch_2");
    // The first replay's was on its way when the second one's job came to it, and sch_5 was not handed on when they were asked for.
    const [later] = await idsOf("sch_5");
    expect(sent().toSorted()).toEqual([updated, deleted, later].toSorted());
    expect(sent().indexOf(updated)).toBeLessThan(sent().indexOf(deleted));
    const rows = await deliveries(webhookEndpoint.id);
    expect(rows.filter(({ replayId }) => replayId === all.id)).toMatchObject([{ cause: "replay", eventId: deleted }]);
  });

  test("sends what was delivered too, and nothing of it twice when its job is done twice", async () => {
    const { webhookEndpoint } = await endpoint();
    await happen("sch_1");
    await work();
    const { id } = await replay(webhookEndpoint.id);
    const job = await domain.db.prisma.job.findFirstOrThrow({ where: { kind: "replay-webhook-events" } });
    await work();
    await domain.db.prisma.job.create({ data: job as never });
    await work();
    const [event] = await idsOf("sch_1");
    expect(sent()).toEqual([event, event]);
    expect((await deliveries(webhookEndpoint.id)).map(({ replayId }) => replayId)).toEqual([null, id]);
  });

  test("goes on until all of it is sent, and stops when its endpoint is disabled", async () => {
    const { webhookEndpoint } = await endpoint();
    await updateWebhookEndpoint(owner, { webhookEndpointId: webhookEndpoint.id, status: "disabled" });
    await domain.db.prisma.$executeRaw`
      INSERT INTO outbox_event (id, organisation_id, type, subject_id, payload, request_id, occurred_at)
      SELECT 'evn_many_' || lpad(n::text, 5, '0'), ${organisation.id}, 'schedule.updated', 'sch_' || n % 7, '{}', 'test', ${at(0)}
      FROM generate_series(1, 600) AS n`;
    await dispatch();
    await updateWebhookEndpoint(owner, { webhookEndpointId: webhookEndpoint.id, status: "enabled" });
    expect(await replay(webhookEndpoint.id)).toMatchObject({ events: 600 });
    await work();
    expect(new Set(sent()).size).toBe(600);
    expect(received).toHaveLength(600);

    await replay(webhookEndpoint.id);
    await updateWebhookEndpoint(owner, { webhookEndpointId: webhookEndpoint.id, status: "disabled" });
    await work();
    expect(received).toHaveLength(600);
  });

  test("is refused for a time that is none, that holds too many events, and while the endpoint is disabled", async () => {
    const { webhookEndpoint } = await endpoint();
    const { id } = webhookEndpoint;
    await expect(replay(id, { to: at(0) })).rejects.toMatchObject({
      errors: [{ pointer: "/to", message: "must be after from" }],
    });
    await expect(replay(id, { eventTypes: ["booking.made"] })).rejects.toMatchObject({
      errors: [{ pointer: "/eventTypes/0" }],
    });
    await domain.db.prisma.$executeRaw`
      INSERT INTO outbox_event (id, organisation_id, type, subject_id, payload, request_id, occurred_at, position)
      SELECT 'evn_more_' || lpad(n::text, 5, '0'), ${organisation.id}, 'schedule.updated', 'sch_1', '{}', 'test', ${at(0)}, -n
      FROM generate_series(1, 10001) AS n`;
    await expect(replay(id)).rejects.toMatchObject({
      errors: [{ pointer: "/to", message: "must be so early that there are at most 10,000 events" }],
    });
    await updateWebhookEndpoint(owner, { webhookEndpointId: id, status: "disabled" });
    await expect(replay(id)).rejects.toMatchObject({ code: "webhook_endpoint_disabled" });
  });
});

describe("an endpoint", () => {
  test.each([
    ["not an address", "must be an absolute URL"],
    ["http://receiver.example/", "must begin with https://"],
    ["ftp://receiver.example/", "must begin with https://"],
    ["https://user:word@receiver.example/", "must hold no user and no password"],
    ["https://receiver.example/#part", "must have no fragment"],
  ])("at %s is refused: it %s", async (url, message) => {
    const problem = { code: "validation_failed", errors: [{ pointer: "/url", message }] };
    await expect(createWebhookEndpoint(owner, { url })).rejects.toMatchObject(problem);
  });

  test("is told of no type that there is none of", async () => {
    const eventTypes = ["*", "booking.*", "booking.created", "bokking.*", "booking.made", "webhook_endpoint.pinged"];
    await expect(createWebhookEndpoint(owner, { url: "https://receiver.example/", eventTypes })).rejects.toMatchObject({
      errors: [3, 4, 5].map((index) => ({ pointer: `/eventTypes/${index}` })),
    });
  });

  test("is not for plain members, and its secret rests sealed", async () => {
    const plain = { ...owner, ...organisation.as(organisation.memberId) };
    await expect(createWebhookEndpoint(plain, { url: "https://receiver.example/" })).rejects.toMatchObject({
      code: "forbidden",
    });
    const { webhookEndpoint, secret } = await endpoint();
    const row = await domain.db.prisma.webhookEndpoint.findUniqueOrThrow({ where: { id: webhookEndpoint.id } });
    expect(JSON.stringify(row)).not.toContain(secret.slice(6));
    const told = await domain.db.prisma.outboxEvent.findMany({ where: { subjectId: webhookEndpoint.id } });
    expect(JSON.stringify(told.map(({ payload }) => payload))).not.toContain("receiver.example");
    expect(webhookEndpoint).not.toHaveProperty("sealedSecret");
  });
});
