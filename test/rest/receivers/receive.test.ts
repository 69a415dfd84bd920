import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { Webhook } from "standardwebhooks";
import Stripe from "stripe";
import twilio from "twilio";
import { createEmulator } from "emulate";
import { createHmac } from "node:crypto";
import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { createTwilioSmsSender } from "../../../src/adapters/sms-sender/twilio/twilio-sms-sender.ts";
import { deleteOldRows } from "../../../src/domain/outbox/delete-old-rows.ts";
import { isId, newId } from "../../../src/domain/shared/ids.ts";
import { JOBS } from "../../../src/jobs/registry.ts";
import { startJobRunner } from "../../../src/jobs/run-jobs.ts";
import { RECEIVERS } from "../../../src/main/receivers.ts";
import { NOW } from "../../support/domain-context.ts";
import { createListLog } from "../../support/list-log.ts";
import { PUBLIC_URL, type Answer, type AnswerBody, type RestApp } from "../../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;
/** Another process, whose installation sends by Twilio and Mailgun. */
let twin: RestApp;

const AUTH_TOKEN = "0123456789abcdef0123456789abcdef";
const SIGNING_KEY = "key-0123456789abcdef";

beforeAll(async () => {
  world = await createRestWorld();
  twin = await world.startTwin({
    installationSecrets: new Map([
      ["twilio", [AUTH_TOKEN]],
      ["mailgun", [SIGNING_KEY]],
    ]),
  });
});

afterEach(async () => {
  await world.sql("DELETE FROM job");
  await world.sql("DELETE FROM received_event");
  await world.sql("DELETE FROM receiver_connection");
  await world.sql("DELETE FROM contact_suppression");
  await world.sql("DELETE FROM notification");
  world.clock.moveTo(NOW);
});

afterAll(() => world.close());

interface Connection {
  id: string;
  path: string;
  secret: string;
}

async function connect(provider: string, secret?: string): Promise<Connection> {
  const body = { provider, name: "One", ...(secret !== undefined && { secret }) };
  const answer = await world.call("POST", "/v1/receiver-connections", { body });
  expect(answer.status).toBe(201);
  const { id } = answer.body;
  return { id, path: `/v1/receivers/${provider}/${id}`, secret: answer.body.secret ?? secret! };
}

interface Post {
  path: string;
  headers: Record<string, string>;
  body: string;
}

function standard(
  { path, secret }: Connection,
  id: string,
  body = '{"type":"sample.finished"}',
  at = world.clock.now(),
): Post {
  const headers = {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": new Webhook(secret).sign(id, at, body),
    "content-type": "application/json",
  };
  return { path, headers, body };
}

function text(path: string, fields: Record<string, string>, token = AUTH_TOKEN): Post {
  const signature = twilio.getExpectedTwilioSignature(token, PUBLIC_URL + path, fields);
  const headers = { "x-twilio-signature": signature, "content-type": "application/x-www-form-urlencoded" };
  return { path, headers, body: new URLSearchParams(fields).toString() };
}

function mail(path: string, event: object, token: string = newId("event")): Post {
  const timestamp = String(Math.floor(world.clock.now().getTime() / 1000));
  const signature = createHmac("sha256", SIGNING_KEY)
    .update(timestamp + token)
    .digest("hex");
  const body = JSON.stringify({ signature: { timestamp, token, signature }, "event-data": event });
  return { path, headers: { "content-type": "application/json" }, body };
}

/** Without holding the answer against the contract, which is the provider's to write. */
const send = ({ path, headers, body }: Post, app = world.app): Promise<Answer> =>
  app.call("POST", path, { key: null, headers, body });

const stored = () => world.app.db.prisma.receivedEvent.findMany({ orderBy: { createdAt: "asc" } });
const jobs = () => world.app.db.prisma.job.findMany();
const suppressed = () => world.app.db.prisma.contactSuppression.findMany();
const toldOf = (id: string) =>
  world.sql<{ type: string; payload: unknown }>("SELECT type, payload FROM outbox_event WHERE subject_id = $1", [id]);

/** Has a worker do what is due. */
async function work(): Promise<void> {
  const deps = { db: world.app.db, clock: world.clock, ids: newId, log: createListLog([]), receivers: RECEIVERS };
  const kind = JOBS["process-received-event"];
  let running = 0;
  const run: typeof kind.run = (...args) => {
    running += 1;
    return kind.run(...args).finally(() => (running -= 1));
  };
  const registry = { "process-received-event": { ...kind, run } };
  const runner = await startJobRunner(deps as never, { registry, concurrency: 8, leaseMs: 15_000, everyMs: 10 });
  const isDue = async () => (await jobs()).some(({ diedAt, dueAt }) => diedAt === null && dueAt <= world.clock.now());
  while ((await isDue()) || running > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  await runner.stop();
}

const statusesOf = async () => (await stored()).map(({ status, reason }) => [status, reason]);

describe("what a team's own service tells", () => {
  test("is kept letter for letter before it is answered, processed by a job, and told on as an event", async () => {
    const connection = await connect("standard-webhooks");
    const body = '{ "type" : "sample.finished",\n "timestamp":"2026-11-23T07:59:00Z", "data":{"ü":"😀"} }';
    const answer = await send(standard(connection, "msg_1", body));
    expect([answer.status, answer.body]).toEqual([200, { received: true }]);
    const [row] = await stored();
    expect(row).toMatchObject({
      provider: "standard-webhooks",
      providerEventId: "msg_1",
      type: "sample.finished",
      contentType: "application/json",
      body,
      status: "received",
      connectionId: connection.id,
      organisationId: world.clinic.organisationId,
    });
    expect(await jobs()).toMatchObject([
      { kind: "process-received-event", subjectId: row!.id, organisationId: world.clinic.organisationId },
    ]);
    await work();
    const told = { id: row!.id, connectionId: connection.id, provider: "standard-webhooks", providerEventId: "msg_1" };
    const times = { occurredAt: "2026-11-23T07:59:00.000Z", createdAt: NOW };
    const payload = { receivedEvent: { ...told, type: "sample.finished", ...times } };
    expect(await toldOf(row!.id)).toEqual([{ type: "received_event.processed", payload }]);
    expect(await jobs()).toEqual([]);
    const read = await world.call("GET", `/v1/received-events/${row!.id}`);
    expect(read.body).toMatchObject({ ...times, status: "processed", attempts: 1, body, processedAt: NOW });
    const connected = await world.call("GET", `/v1/receiver-connections/${connection.id}`);
    expect(connected.body).toMatchObject({ lastReceivedAt: NOW });
  });

  test("twice has one effect, also when it says something else the second time, and after it was processed", async () => {
    const connection = await connect("standard-webhooks");
    expect((await send(standard(connection, "msg_1", '{"type":"a"}'))).status).toBe(200);
    expect((await send(standard(connection, "msg_1", '{"type":"b"}'))).status).toBe(200);
    await work();
    expect((await send(standard(connection, "msg_1", '{"type":"c"}'))).status).toBe(200);
    const rows = await stored();
    expect(rows).toMatchObject([{ body: '{"type":"a"}', status: "processed" }]);
    expect(await jobs()).toEqual([]);
    expect(await toldOf(rows[0]!.id)).toHaveLength(1);
  });

  test("sixty-four times at one moment, to two processes, has one effect", async () => {
    const connection = await connect("standard-webhooks");
    const post = standard(connection, "msg_1");
    const answers = await Promise.all(Array.from({ length: 64 }, (_, n) => send(post, n % 2 ? world.app : twin)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect([(await stored()).length, (await jobs()).length]).toEqual([1, 1]);
    await work();
    expect(await toldOf((await stored())[0]!.id)).toHaveLength(1);
  });

  test("by the same identity at two connections is two events", async () => {
    const [one, other] = [await connect("standard-webhooks"), await connect("standard-webhooks")];
    await send(standard(one, "msg_1"));
    await send(standard(other, "msg_1"));
    expect(await stored()).toHaveLength(2);
  });

  test("outlives a worker that dies between keeping and processing it", async () => {
    const connection = await connect("standard-webhooks");
    await send(standard(connection, "msg_1"));
    // As a worker leaves it that was killed with it.
    await world.sql("UPDATE job SET attempts = 1, due_at = $1", [new Date(Date.parse(NOW) + 15_000)]);
    await work();
    expect(await statusesOf()).toEqual([["received", null]]);
    world.clock.advance(15_000);
    await work();
    expect(await statusesOf()).toEqual([["processed", null]]);
  });
});

test("received events are deleted when they are as old as events are kept, and taken once until then", async () => {
  const connection = await connect("standard-webhooks");
  await send(standard(connection, "msg_1"));
  world.clock.advance(30 * 86_400_000);
  await send(standard(connection, "msg_2"));
  await send(standard(connection, "msg_1"));
  const deps = { db: world.app.db, clock: world.clock, eventRetentionDays: 30 };
  await deleteOldRows(deps);
  expect((await stored()).map(({ providerEventId }) => providerEventId)).toEqual(["msg_1", "msg_2"]);
  world.clock.advance(1);
  await deleteOldRows(deps);
  expect((await stored()).map(({ providerEventId }) => providerEventId)).toEqual(["msg_2"]);
});

describe("a stranger", () => {
  const REFUSAL = "No signature proves who has sent this, and that it is new.";

  test("who signs by another secret, for another address, too early, too late or not at all is told the same", async () => {
    const connection = await connect("standard-webhooks");
    const other = await connect("standard-webhooks");
    const right = standard(connection, "msg_1");
    const minutes = (n: number) => new Date(world.clock.now().getTime() + n * 60_000);
    const { "webhook-signature": signature, ...unsigned } = right.headers;
    for (const post of [
      standard({ ...connection, secret: other.secret }, "msg_1"),
      standard(connection, "msg_1", undefined, minutes(-6)),
      standard(connection, "msg_1", undefined, minutes(6)),
      { ...right, headers: unsigned },
      { ...right, headers: { ...right.headers, "webhook-signature": `v1a,${signature!.slice(3)}` } },
      { ...right, headers: { ...right.headers, "webhook-id": "msg_2" } },
      { ...right, body: right.body.replace("finished", "spoilt") },
      { ...right, body: "" },
      { ...right, path: other.path },
    ]) {
      const answer = await send(post);
      expect([answer.status, answer.body.code, answer.body.detail]).toEqual([401, "unauthenticated", REFUSAL]);
    }
    expect(await stored()).toEqual([]);
    expect((await send(right)).status).toBe(200);
  });

  test("finds nothing where there is no such connection, no secret yet, or nothing is taken", async () => {
    const connection = await connect("standard-webhooks");
    const disabled = await connect("standard-webhooks");
    await world.call("PATCH", `/v1/receiver-connections/${disabled.id}`, { body: { status: "disabled" } });
    const deleted = await connect("standard-webhooks");
    await world.call("DELETE", `/v1/receiver-connections/${deleted.id}`);
    const right = standard(connection, "msg_1");
    const details = new Set<string>();
    for (const post of [
      { ...right, path: right.path.replace("standard-webhooks", "stripe") },
      { ...right, path: right.path.replace("standard-webhooks", "nobody") },
      { ...right, path: `${right.path.slice(0, -5)}zzzzz` },
      { ...right, path: "/v1/receivers/standard-webhooks/nonsense" },
      { ...right, path: "/v1/receivers/standard-webhooks/installation" },
      { ...right, path: "/v1/receivers/twilio/installation" },
      standard(disabled, "msg_1"),
      standard(deleted, "msg_1"),
    ]) {
      const answer = await send(post);
      expect([answer.status, answer.body.code]).toEqual([404, "not_found"]);
      details.add(answer.body.detail);
    }
    expect(details.size).toBe(1);
    expect((await world.app.call("GET", connection.path, { key: null })).status).toBe(405);
    expect(await stored()).toEqual([]);
  });

  test("who sends ten megabytes is cut short", async () => {
    const connection = await connect("standard-webhooks");
    const answer = await send(standard(connection, "msg_1", `{"type":"${"x".repeat(10_000_000)}"}`));
    expect([answer.status, answer.body.code]).toEqual([413, "payload_too_large"]);
    expect(await stored()).toEqual([]);
  });
});

test("a provider who proves himself and says nonsense is told so, and nothing is kept", async () => {
  const connection = await connect("standard-webhooks");
  const bodies = ["", "7", "nonsense", '{"type":"a\u0000"}'];
  for (const post of [
    ...bodies.map((body) => standard(connection, "msg_1", body)),
    standard(connection, "x".repeat(256)),
  ]) {
    const { status, body } = await send(post);
    expect([status, body.code]).toEqual([400, "malformed_request"]);
  }
  expect(await stored()).toEqual([]);
});

describe("Stripe", () => {
  const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  const stripe = new Stripe("sk_test_1");
  const event = (path: string, secret = SECRET): Post => {
    const payload = '{"id":"evt_1","object":"event","type":"charge.succeeded","created":1795420740}';
    const timestamp = Math.floor(world.clock.now().getTime() / 1000);
    const signature = stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
    return { path, headers: { "stripe-signature": signature, "content-type": "application/json" }, body: payload };
  };

  test("is connected before it tells its secret: until then nothing is taken", async () => {
    const { id, path } = await connect("stripe");
    expect((await send(event(path))).status).toBe(401);
    const body = { secret: SECRET };
    const answer = await world.call("POST", `/v1/receiver-connections/${id}/rotate-secret`, { body });
    expect([answer.status, answer.body]).toMatchObject([
      200,
      { hasSecret: true, secret: null, previousSecretExpiresAt: null },
    ]);
    expect((await send(event(path))).status).toBe(200);
    await work();
    expect(await stored()).toMatchObject([
      { providerEventId: "evt_1", type: "charge.succeeded", occurredAt: new Date(1795420740_000), status: "processed" },
    ]);
  });

  test("signs by either secret while one takes the place of the other, and by the new one alone after that", async () => {
    const { id, path } = await connect("stripe", SECRET);
    const secret = "whsec_C2FVsBQIhrscChlQIMVb5sSYspob7oDx";
    const body = { secret, overlapSeconds: 60 };
    await world.call("POST", `/v1/receiver-connections/${id}/rotate-secret`, { body });
    expect([(await send(event(path))).status, (await send(event(path, secret))).status]).toEqual([200, 200]);
    world.clock.advance(60_000);
    expect([(await send(event(path))).status, (await send(event(path, secret))).status]).toEqual([401, 200]);
  });
});

describe("Twilio", () => {
  const INSTALLATION = "/v1/receivers/twilio/installation";
  const wish = (path: string, MessageSid: string, Body: string) =>
    text(path, { MessageSid, SmsStatus: "received", From: "+15551234567", To: "+15557654321", Body });

  test("is answered in TwiML, by the address that the world knows and not by the Host header", async () => {
    const answer = await send(wish(INSTALLATION, "SM1", "Hello"), twin);
    expect([answer.status, answer.headers["content-type"]]).toEqual([200, "text/xml; charset=utf-8"]);
    expect(answer.text).toBe(new twilio.twiml.MessagingResponse().toString());
    const byHost = text(INSTALLATION, { MessageSid: "SM2", SmsStatus: "received" });
    const signature = twilio.getExpectedTwilioSignature(AUTH_TOKEN, twin.baseUrl + INSTALLATION, {
      MessageSid: "SM2",
      SmsStatus: "received",
    });
    expect(
      (await send({ ...byHost, headers: { ...byHost.headers, "x-twilio-signature": signature } }, twin)).status,
    ).toBe(401);
    await work();
    expect(await statusesOf()).toEqual([["ignored", "nothing_to_do"]]);
  });

  test("has STOP to the installation's number heard by all organisations, and START again", async () => {
    await send(wish(INSTALLATION, "SM1", "Stop"), twin);
    await work();
    expect(await suppressed()).toMatchObject([
      { organisationId: null, channel: "sms", address: "+15551234567", reason: "stop", provider: "twilio" },
    ]);
    world.clock.advance(1_000);
    await send(wish(INSTALLATION, "SM2", "START"), twin);
    await work();
    expect(await suppressed()).toEqual([]);
  });

  test("has STOP to an organisation's own number heard by that one alone", async () => {
    const { path } = await connect("twilio", AUTH_TOKEN);
    await send(wish(path, "SM1", "STOP"));
    await work();
    expect(await suppressed()).toMatchObject([{ organisationId: world.clinic.organisationId, reason: "stop" }]);
    expect(await statusesOf()).toEqual([["processed", null]]);
  });

  test("has a STOP that is processed after a later START do nothing", async () => {
    await send(wish(INSTALLATION, "SM1", "STOP"), twin);
    world.clock.advance(1_000);
    await send(wish(INSTALLATION, "SM2", "START"), twin);
    await world.sql(
      "UPDATE job SET due_at = $1 WHERE subject_id = (SELECT id FROM received_event WHERE provider_event_id = 'SM1:received')",
      [new Date(Date.parse(NOW) + 60_000)],
    );
    await work();
    world.clock.advance(60_000);
    await work();
    expect(await statusesOf()).toEqual([
      ["ignored", "late"],
      ["processed", null],
    ]);
    expect(await suppressed()).toEqual([]);
  });

  test("tells of its own account to the installation: nothing of that is any organisation's to read", async () => {
    await send(wish(INSTALLATION, "SM1", "STOP"), twin);
    const [row] = await stored();
    expect((await world.call("GET", `/v1/received-events/${row!.id}`)).status).toBe(404);
    expect((await world.call("GET", "/v1/received-events")).body.data).toEqual([]);
  });
});

/** A message that went out by the installation's account, and what is known of it. */
async function addNotification(provider: string, providerMessageId: string, channel: "email" | "sms") {
  const at = world.clock.now();
  const { organisationId } = world.clinic;
  const what = { kind: "booking_confirmed", channel, recipientType: "attendee", status: "sent", attempts: 1 };
  const when = { dueAt: at, sentAt: at, createdAt: at, updatedAt: at };
  const { id } = await world.app.db.prisma.notification.create({
    data: {
      id: newId("notification"),
      organisationId,
      ...what,
      ...when,
      provider,
      providerMessageId,
      requestId: "sent",
    },
  });
  return () => world.app.db.prisma.notification.findUniqueOrThrow({ where: { id } });
}

describe("what becomes of a message", () => {
  const status = (path: string, MessageSid: string, MessageStatus: string) => text(path, { MessageSid, MessageStatus });

  test("is told to the installation's account, in any order and twice", async () => {
    const read = await addNotification("twilio", "SM1", "sms");
    for (const state of ["delivered", "sent", "queued", "delivered"])
      await send(status("/v1/receivers/twilio/installation", "SM1", state), twin);
    await work();
    expect(await read()).toMatchObject({ status: "delivered", deliveredAt: world.clock.now() });
    expect((await statusesOf()).toSorted()).toEqual([
      ["ignored", "nothing_to_do"],
      ["ignored", "nothing_to_do"],
      ["processed", null],
    ]);
  });

  test("is not for an organisation's own connection to say, whose message it may not be", async () => {
    const read = await addNotification("twilio", "SM1", "sms");
    const { path } = await connect("twilio", AUTH_TOKEN);
    await send(status(path, "SM1", "delivered"));
    await work();
    expect(await read()).toMatchObject({ status: "sent" });
  });

  test("may be a complaint, which holds for the organisation that has written", async () => {
    const read = await addNotification("mailgun", "<1@clinic.example>", "email");
    const message = { headers: { "message-id": "1@clinic.example" } };
    const event = { id: "ev1", event: "complained", recipient: "ada@example.com", message };
    await send(mail("/v1/receivers/mailgun/installation", event), twin);
    await work();
    expect(await suppressed()).toMatchObject([{ organisationId: world.clinic.organisationId, reason: "complaint" }]);
    expect(await read()).toMatchObject({ status: "sent" });
  });
});

describe("Twilio as it is emulated", () => {
  const ACCOUNT = "AC00000000000000000000000000000000";
  const NUMBER = "+15551234567";

  test("sends, tells what became of it through a proxy, and what was answered: STOP is honoured", async () => {
    const proxy = await startProxy();
    const receiver = `${proxy.url}/v1/receivers/twilio/installation`;
    const emulator = await createEmulator({
      service: "twilio",
      port: 0,
      seed: {
        twilio: {
          account: { sid: ACCOUNT, auth_token: AUTH_TOKEN },
          phone_numbers: [{ phone_number: NUMBER, sms_url: receiver }],
        },
      },
    });
    const app = await world.startTwin({
      publicUrl: proxy.url,
      installationSecrets: new Map([["twilio", [AUTH_TOKEN]]]),
    });
    proxy.leadTo(app.baseUrl);
    const sender = createTwilioSmsSender({
      ...{ accountSid: ACCOUNT, authToken: AUTH_TOKEN, from: NUMBER, statusUrl: receiver },
      ...{ baseUrl: emulator.url, timeoutMs: 20_000, clock: world.clock },
    });
    const simulate = (what: string, form: Record<string, string>) =>
      fetch(`${emulator.url}/_twilio/simulate/${what}`, {
        method: "POST",
        headers: { Authorization: `Basic ${btoa(`${ACCOUNT}:${AUTH_TOKEN}`)}` },
        body: new URLSearchParams(form),
      });

    const to = "+4915112345678";
    const outcome = await sender.send({ id: "sms_1", to, text: "Your time: 10:00" });
    if (outcome.outcome !== "sent" || outcome.providerMessageId === null) throw new Error(outcome.outcome);
    const read = await addNotification("twilio", outcome.providerMessageId, "sms");
    await simulate("message-status", { MessageSid: outcome.providerMessageId, Status: "delivered" });
    await work();
    expect(await read()).toMatchObject({ status: "delivered" });

    await simulate("inbound-message", { From: to, To: NUMBER, Body: "Stop" });
    await work();
    expect(await suppressed()).toMatchObject([{ organisationId: null, channel: "sms", address: to, reason: "stop" }]);
    world.clock.advance(1_000);
    await simulate("inbound-message", { From: to, To: NUMBER, Body: "START" });
    await work();
    expect(await suppressed()).toEqual([]);
    await emulator.close();
    await proxy.close();
  });
});

/** Stands in front of an application under an address of its own, as a load balancer does. */
async function startProxy() {
  let target = "";
  const server = createServer((req, res) => {
    const { host: _, ...headers } = req.headers;
    const onward = httpRequest(target + req.url!, { method: req.method, headers }, (answer) => {
      res.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(res);
    });
    req.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo: (baseUrl: string) => void (target = baseUrl),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

describe("Mailgun", () => {
  const INSTALLATION = "/v1/receivers/mailgun/installation";
  const bounce = { id: "ev1", event: "failed", severity: "permanent", reason: "bounce", recipient: "Ada@Example.com" };

  test("has an address that does not exist written to no more", async () => {
    expect((await send(mail(INSTALLATION, bounce), twin)).status).toBe(200);
    await work();
    expect(await suppressed()).toMatchObject([{ organisationId: null, address: "ada@example.com", reason: "bounce" }]);
  });

  test("signs no body: the token of one event is good for no other", async () => {
    const other = { ...bounce, id: "ev2", recipient: "bda@example.com" };
    for (const post of [
      mail(INSTALLATION, bounce, "token"),
      mail(INSTALLATION, other, "token"),
      mail(INSTALLATION, bounce),
    ])
      expect((await send(post, twin)).status).toBe(200);
    expect(await stored()).toMatchObject([{ providerEventId: "ev1", nonce: "token" }]);
  });

  test("that says of whom no more is a dead letter, which can be retried, and can be read as failed", async () => {
    const { path, id } = await connect("mailgun", SIGNING_KEY);
    await send(mail(path, { ...bounce, recipient: null }));
    await work();
    const [row] = await stored();
    const failed = { status: "failed", reason: "The event does not say what it should.", attempts: 1 };
    expect(
      (await world.call("GET", `/v1/received-events?status=failed&receiverConnectionId=${id}`)).body.data,
    ).toMatchObject([{ id: row!.id, receiverConnectionId: id, ...failed }]);
    const [letter] = (await world.call("GET", "/v1/dead-letters?kind=process-received-event")).body.data;
    expect(letter).toMatchObject({ subjectId: row!.id, lastError: failed.reason });
    // As after a release that reads it.
    await world.sql(
      'UPDATE received_event SET body = replace(body, \'"recipient":null\', \'"recipient":"ada@example.com"\')',
    );
    await world.call("POST", `/v1/dead-letters/${letter!.id}/retry`);
    await work();
    expect(await statusesOf()).toEqual([["processed", null]]);
    expect(await toldOf(row!.id)).toHaveLength(1);
  });
});

test("received events come page by page, oldest first, without what they say, and to owners and admins alone", async () => {
  const connection = await connect("standard-webhooks");
  for (const id of ["msg_1", "msg_2", "msg_3"]) {
    await send(standard(connection, id));
    world.clock.advance(1_000);
  }
  const read: AnswerBody[][] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const { body } = await world.call("GET", `/v1/received-events?limit=2${cursor && `&cursor=${cursor}`}`);
    read.push(body.data);
    cursor = body.page.nextCursor;
  }
  expect(
    read.map((page) => page.map((each) => (each as unknown as { providerEventId: string }).providerEventId)),
  ).toEqual([["msg_1", "msg_2"], ["msg_3"]]);
  for (const each of read.flat()) expect([isId(each.id, "receivedEvent"), "body" in each]).toEqual([true, false]);
  const { admin, member } = world.clinic;
  expect((await world.call("GET", "/v1/received-events", { key: admin.key })).status).toBe(200);
  expect((await world.call("GET", "/v1/received-events", { key: member.key })).status).toBe(403);
});
