import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import {
  createUndiciWebhookSender,
  type UndiciWebhookSender,
} from "../../../src/adapters/webhook-sender/undici/undici-webhook-sender.ts";
import { webhookHandler } from "../../../src/domain/webhook-delivery/webhook-handler.ts";
import { newId } from "../../../src/domain/shared/ids.ts";
import { deliverWebhookJob } from "../../../src/jobs/deliver-webhook.job.ts";
import type { Loop } from "../../../src/jobs/loop.ts";
import { startWorker } from "../../../src/jobs/worker.ts";
import { createListLog } from "../../support/list-log.ts";
import { TEST_SEALER, type Answer } from "../../support/rest-app.ts";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";
import { LOCALHOST } from "../../support/senders/certificate.ts";

// What docs/webhooks.md says becomes of a delivery, as it is seen over the API: the receivers are real, and so is the worker.

let world: RestWorld;
let call: (method: string, path: string, body?: object) => Promise<Answer>;
let worker: Loop;
let sender: UndiciWebhookSender;
const servers: Server[] = [];

beforeAll(async () => {
  world = await createRestWorld();
  const { call: ask } = await world.startTwin({ allowsPlainHttp: true });
  call = (method, path, body) => ask(method, path, { key: world.clinic.owner.key, body });
  sender = createUndiciWebhookSender({ allowedNetworks: ["127.0.0.0/8"], timeoutMs: 2_000 });
  const { db } = world.app;
  const deps = {
    db,
    clock: world.clock,
    ids: newId,
    log: createListLog([]),
    sealer: TEST_SEALER,
    webhookSender: sender,
  };
  worker = await startWorker({ ...deps, handlers: [webhookHandler] } as never, {
    registry: { "deliver-webhook": deliverWebhookJob },
    concurrency: 4,
    leaseMs: 15_000,
    everyMs: 20,
  });
});

afterAll(async () => {
  await worker.stop();
  await sender.close();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await world.close();
});

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const receive = async (listener: RequestListener) => `http://${await listen(createServer(listener))}/`;

interface Delivery {
  status: string;
  failedReason: string | null;
  nextAttemptAt: string | null;
  attempts: { number: number; status: number | null; failure: string | null; answer: string | null }[];
}

/** Pings a receiver that is told of nothing else, and waits until an attempt is written down. */
async function deliveryTo(url: string): Promise<{ delivery: Delivery; endpointId: string }> {
  const { id: endpointId } = (await call("POST", "/v1/webhook-endpoints", { url, eventTypes: ["hold.extended"] })).body;
  const { id } = (await call("POST", `/v1/webhook-endpoints/${endpointId}/ping`)).body;
  for (;;) {
    const { body } = await call("GET", `/v1/webhook-deliveries/${id}`);
    const delivery = body as unknown as Delivery;
    if (delivery.attempts.length > 0) return { delivery, endpointId };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Seconds from the test's now, which stands still. */
function secondsUntil(instant: string | null): number {
  return (Date.parse(instant!) - world.clock.now().getTime()) / 1_000;
}

async function assertTriedAgain(url: string, attempt: Partial<Delivery["attempts"][0]>): Promise<void> {
  const { delivery } = await deliveryTo(url);
  expect(delivery).toMatchObject({ status: "pending", failedReason: null, attempts: [{ number: 1, ...attempt }] });
  expect(secondsUntil(delivery.nextAttemptAt)).toBeGreaterThanOrEqual(5);
  expect(secondsUntil(delivery.nextAttemptAt)).toBeLessThanOrEqual(5.5);
}

describe("a receiver that", () => {
  test("answers 500 is asked again after five seconds, and its answer is shown", async () => {
    const url = await receive((_, response) => response.writeHead(500).end("out of order"));
    await assertTriedAgain(url, { status: 500, failure: null, answer: "out of order" });
  });

  test("answers 301 is not followed, and asked again", async () => {
    let followed = 0;
    const elsewhere = await receive((_, response) => {
      followed++;
      response.end();
    });
    const url = await receive((_, response) => response.writeHead(301, { location: elsewhere }).end());
    await assertTriedAgain(url, { status: 301, failure: null });
    expect(followed).toBe(0);
  });

  test("answers 410 is asked no more: the delivery has failed and the endpoint is disabled", async () => {
    const url = await receive((_, response) => response.writeHead(410).end());
    const { delivery, endpointId } = await deliveryTo(url);
    expect(delivery).toMatchObject({ status: "failed", failedReason: "not_taken", nextAttemptAt: null });
    const { body } = await call("GET", `/v1/webhook-endpoints/${endpointId}`);
    expect(body).toMatchObject({ status: "disabled", disabledReason: "gone" });
  });

  test("answers 429 with Retry-After is asked when it says", async () => {
    const url = await receive((_, response) => response.writeHead(429, { "retry-after": "120" }).end());
    const { delivery } = await deliveryTo(url);
    expect(delivery).toMatchObject({ status: "pending", attempts: [{ status: 429 }] });
    expect(secondsUntil(delivery.nextAttemptAt)).toBe(120);
  });

  test("hangs has timed out, and is asked again", async () => {
    await assertTriedAgain(await receive(() => undefined), { status: null, failure: "timed_out", answer: null });
  });

  test("sends a huge body has taken it, and a thousand bytes of it are kept", async () => {
    const url = await receive((_, response) => {
      response.on("error", () => undefined);
      response.writeHead(200).end("x".repeat(20_000_000));
    });
    const { delivery } = await deliveryTo(url);
    expect(delivery).toMatchObject({ status: "delivered", nextAttemptAt: null, attempts: [{ status: 200 }] });
    expect(delivery.attempts[0]!.answer).toBe("x".repeat(1_000));
  });

  test("has a bad certificate is told nothing, and asked again", async () => {
    let requests = 0;
    const server = createTlsServer(LOCALHOST, (_, response) => {
      requests++;
      response.end();
    });
    await assertTriedAgain(`https://${await listen(server)}/`, { status: null, failure: "tls_failed", answer: null });
    expect(requests).toBe(0);
  });
});
