import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { setTimeout as sleep } from "node:timers/promises";
import { createBreaker, NotAsked, type Breaker } from "../../../src/adapters/breaker/breaker.ts";
import { createProviderFetch } from "../../../src/adapters/identity-provider/open-id/provider-fetch.ts";
import { createProviderFetchWithBreaker } from "../../../src/adapters/identity-provider/open-id/provider-fetch-with-breaker.ts";
import { createMailgunMailer } from "../../../src/adapters/mailer/mailgun/mailgun-mailer.ts";
import { createSenderWithBreaker, isProviderFailing } from "../../../src/adapters/sending/sender-with-breaker.ts";
import { createSenderWithFallback } from "../../../src/adapters/sending/sender-with-fallback.ts";
import type { IntegrationState } from "../../../src/domain/ports/integration-states.ts";
import type { Mailer } from "../../../src/domain/ports/mailer.ts";
import type { SendOutcome } from "../../../src/domain/ports/send-outcome.ts";
import { startHttpPeer, type HttpPeer, type PeerAnswer } from "../../support/senders/http-peer.ts";

const MAIL = { id: "eml_1", to: "grace@example.com", subject: "Hello", text: "You" };
const TAKEN: PeerAnswer = { status: 200, body: { id: "<1@mailgun>" } };
const FAILURES = 5;
/** Short enough to be waited for. */
const PAUSE_MS = 100;
const LONG_MS = 3_600_000;

let peer: HttpPeer;
let changes: IntegrationState[];

beforeAll(async () => {
  peer = await startHttpPeer();
});

beforeEach(() => {
  peer.requests.length = 0;
  changes = [];
});

afterAll(() => peer.close());

function breakerFor(
  isFailure: Parameters<typeof createBreaker>[0]["isFailure"],
  more: Partial<Parameters<typeof createBreaker>[0]> = {},
): Breaker {
  return createBreaker({
    ...{ mostAtOnce: 10, mostWaiting: 0, firstPauseMs: PAUSE_MS, longestPauseMs: LONG_MS, isFailure },
    onChange: (state) => changes.push(state),
    ...more,
  });
}

function guardedMailer(more: Parameters<typeof breakerFor>[1] = {}, timeoutMs = 20_000) {
  const breaker = breakerFor((reason) => "error" in reason || isProviderFailing(reason.value as SendOutcome), more);
  const mailer = createMailgunMailer({
    ...{ apiKey: "key", domain: "clinic.example", baseUrl: peer.baseUrl, timeoutMs },
    ...{ from: { address: "bookings@clinic.example", name: null }, clock: { now: () => new Date() } },
  });
  return { breaker, mailer: createSenderWithBreaker(mailer, "mailgun", () => breaker) };
}

async function sendSeveral(mailer: Mailer, times: number): Promise<string[]> {
  const outcomes: string[] = [];
  for (let n = 0; n < times; n++) {
    const outcome = await mailer.send(MAIL);
    outcomes.push("reason" in outcome ? outcome.reason : outcome.outcome);
  }
  return outcomes;
}

const times = <Value>(count: number, value: Value) => Array<Value>(count).fill(value);

describe("a provider of mail", () => {
  test.each([
    ["answers 500", { status: 500 }, "failing"],
    ["cuts the line", "cut", "unreachable"],
    ["says nothing", "hang", "timed_out"],
  ] as const)(
    "that %s several times in a row is asked no more, and again when its pause is over",
    async (_, how, why) => {
      peer.answer(how);
      const { breaker, mailer } = guardedMailer({}, how === "hang" ? 50 : 20_000);
      expect(await sendSeveral(mailer, FAILURES)).toEqual(times(FAILURES, why));
      expect(breaker.state()).toBe("open");
      expect(await sendSeveral(mailer, 3)).toEqual(times(3, "not_asked"));
      expect(peer.requests).toHaveLength(FAILURES);

      peer.answer(TAKEN);
      while (breaker.state() === "open") await sleep(5);
      expect(breaker.state()).toBe("half_open");
      while ((await sendSeveral(mailer, 1))[0] !== "sent");
      expect(breaker.state()).toBe("closed");
      expect(changes).toEqual(["open", "half_open", "closed"]);
    },
  );

  test("that is still not back is left alone for twice as long", async () => {
    peer.answer({ status: 503 });
    const { breaker, mailer } = guardedMailer({ firstPauseMs: 600, longestPauseMs: LONG_MS });
    await sendSeveral(mailer, FAILURES);
    expect(await mailer.send(MAIL)).toMatchObject({ outcome: "down", reason: "not_asked", retryAfterSeconds: 1 });
    while (breaker.state() === "open") await sleep(5);
    while ((await sendSeveral(mailer, 1))[0] !== "failing");
    expect(await mailer.send(MAIL)).toMatchObject({ outcome: "down", reason: "not_asked", retryAfterSeconds: 2 });
    expect(peer.requests).toHaveLength(FAILURES + 1);
  });

  test("is tried by one call alone, and nobody waits for what comes of it", async () => {
    peer.answer({ status: 503 });
    const { breaker, mailer } = guardedMailer({}, 400);
    await sendSeveral(mailer, FAILURES);
    while (breaker.state() === "open") await sleep(5);
    await sleep(20);
    peer.answer("hang");
    const trial = mailer.send(MAIL);
    expect(await Promise.all([mailer.send(MAIL), mailer.send(MAIL)])).toMatchObject([
      { reason: "not_asked" },
      { reason: "not_asked" },
    ]);
    expect(await trial).toMatchObject({ reason: "timed_out" });
    expect(peer.requests).toHaveLength(FAILURES + 1);
  });

  test("that says when to come back is not asked before", async () => {
    peer.answer({ status: 503, headers: { "Retry-After": "120" } });
    const pauseAskedMs: Parameters<typeof createBreaker>[0]["pauseAskedMs"] = (reason) =>
      "value" in reason ? (reason.value as { retryAfterSeconds: number }).retryAfterSeconds * 1_000 : 0;
    const { mailer } = guardedMailer({ pauseAskedMs });
    await sendSeveral(mailer, FAILURES);
    expect(await mailer.send(MAIL)).toMatchObject({ reason: "not_asked", retryAfterSeconds: 120 });
  });

  test.each([
    [
      "refuses what it is asked",
      { status: 400, body: { message: "to parameter is not a valid address" } },
      "bad_address",
    ],
    ["has too much to do", { status: 429 }, "later"],
    ["does not know us", { status: 401 }, "misconfigured"],
  ])("that %s is well, and is asked as before", async (_, how, what) => {
    peer.answer(how);
    const { breaker, mailer } = guardedMailer();
    expect(await sendSeveral(mailer, 20)).toEqual(times(20, what));
    expect(breaker.state()).toBe("closed");
  });

  test("that fails now and then is asked as before", async () => {
    let count = 0;
    peer.answer(() => (++count % FAILURES === 0 ? TAKEN : { status: 500 }));
    const { breaker, mailer } = guardedMailer();
    await sendSeveral(mailer, 4 * FAILURES);
    expect([breaker.state(), peer.requests.length]).toEqual(["closed", 4 * FAILURES]);
  });

  test("that is slow has so many calls under way and so many waiting; the others are put off", async () => {
    peer.answer("hang");
    const { breaker, mailer } = guardedMailer({ mostAtOnce: 2, mostWaiting: 1 }, 300);
    const outcomes = await Promise.all(times(5, 0).map(() => mailer.send(MAIL)));
    expect(outcomes.map((outcome) => "reason" in outcome && outcome.reason)).toEqual([
      ...times(3, "timed_out"),
      ...times(2, "not_asked"),
    ]);
    expect(breaker.state()).toBe("closed");
  });

  test("leaves the mail to the second at once while it is not asked", async () => {
    peer.answer((request) => (request.path.includes("clinic.example") ? { status: 500 } : TAKEN));
    const { mailer: first } = guardedMailer({ firstPauseMs: LONG_MS });
    const second: Mailer = {
      send: () => Promise.resolve({ provider: "second", outcome: "sent", providerMessageId: null }),
    };
    const both = createSenderWithFallback(first, second);
    for (let n = 0; n < 3 * FAILURES; n++)
      expect(await both.send(MAIL)).toMatchObject({ provider: "second", outcome: "sent" });
    expect(peer.requests).toHaveLength(FAILURES);
  });

  test("that was not asked tells less than the second that was", async () => {
    peer.answer({ status: 500 });
    const { mailer: first } = guardedMailer({ firstPauseMs: LONG_MS });
    const { mailer: second } = guardedMailer({ firstPauseMs: LONG_MS });
    await sendSeveral(first, FAILURES);
    expect(await createSenderWithFallback(first, second).send(MAIL)).toMatchObject({ reason: "failing" });
    await sendSeveral(second, FAILURES);
    expect(await createSenderWithFallback(first, second).send(MAIL)).toMatchObject({ reason: "not_asked" });
  });
});

describe("an identity provider", () => {
  const ask = (breaker: Breaker) =>
    createProviderFetchWithBreaker(createProviderFetch(20_000), () => breaker)(`${peer.baseUrl}/token`, {
      ...{ method: "GET", headers: {}, body: null, redirect: "manual" },
    });

  test("that fails is unavailable, after several times in a row without being asked", async () => {
    peer.answer({ status: 500 });
    const breaker = breakerFor((reason) => "error" in reason, { firstPauseMs: LONG_MS });
    for (let n = 0; n < 2 * FAILURES; n++) await expect(ask(breaker)).rejects.toMatchObject({ failure: "unavailable" });
    expect(peer.requests).toHaveLength(FAILURES);
    await expect(ask(breaker)).rejects.toMatchObject({ cause: expect.any(NotAsked) });
  });

  test("is not taken from others by somebody whose answers are errors", async () => {
    peer.answer({ status: 404 });
    const breaker = breakerFor((reason) => "error" in reason);
    for (let n = 0; n < 3 * FAILURES; n++) expect((await ask(breaker)).status).toBe(404);
    expect(breaker.state()).toBe("closed");
  });
});
