import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createEmulator, type Emulator } from "emulate";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createLocalSmsSender } from "../../../src/adapters/sms-sender/local/local-sms-sender.ts";
import { createTwilioSmsSender } from "../../../src/adapters/sms-sender/twilio/twilio-sms-sender.ts";
import { createVonageSmsSender } from "../../../src/adapters/sms-sender/vonage/vonage-sms-sender.ts";
import type { SmsMessage, SmsSender } from "../../../src/domain/ports/sms-sender.ts";
import { startHttpPeer, type HttpPeer, type PeerAnswer } from "../../support/senders/http-peer.ts";
import { told } from "../../support/senders/outcomes.ts";

const CLOCK = { now: () => new Date("2026-12-01T10:00:00Z") };
const TIMEOUT_MS = 20_000;
const SHORT_TIMEOUT_MS = 300;

const ACCOUNT = "AC00000000000000000000000000000000";
const TOKEN = "twilio_test_auth_token";
const NUMBER = "+15551234567";
const SECRET = "vonage secret";

const SMS: SmsMessage = { id: "sms_1", to: "+4915112345678", text: "Your time: 10:00 & not 11:00, \u4f60\u597d" };

interface Peer {
  sender: SmsSender;
  received: () => Promise<{ to: string; text: string }[]>;
  close: () => Promise<void>;
}

async function openTwilio(): Promise<Peer> {
  const emulator = await startTwilio();
  const sender = createTwilioSmsSender({ ...twilio, baseUrl: emulator.url });
  const received = async () => {
    const headers = { Authorization: `Basic ${btoa(`${ACCOUNT}:${TOKEN}`)}` };
    const answer = await fetch(`${emulator.url}/2010-04-01/Accounts/${ACCOUNT}/Messages.json`, { headers });
    expect(answer.status).toBe(200);
    const { messages } = (await answer.json()) as { messages: { to: string; body: string }[] };
    return messages.map(({ to, body }) => ({ to, text: body }));
  };
  return { sender, received, close: () => emulator.close() };
}

const twilio = { accountSid: ACCOUNT, authToken: TOKEN, from: NUMBER, timeoutMs: TIMEOUT_MS, clock: CLOCK };

function startTwilio(): Promise<Emulator> {
  const seed = { account: { sid: ACCOUNT, auth_token: TOKEN }, phone_numbers: [{ phone_number: NUMBER }] };
  return createEmulator({ service: "twilio", port: 0, seed: { twilio: seed } });
}

async function openVonage(): Promise<Peer> {
  const peer = await startHttpPeer();
  peer.answer({ status: 200, body: { "message-count": "1", messages: [{ status: "0", "message-id": "0A1" }] } });
  const received = () =>
    Promise.resolve(
      peer.requests.map(({ body }) => {
        const form = new URLSearchParams(body.toString());
        return { to: `+${form.get("to")!}`, text: form.get("text")! };
      }),
    );
  return { sender: createVonageSmsSender(vonage(peer)), received, close: () => peer.close() };
}

const vonage = ({ baseUrl }: HttpPeer) => ({
  ...{ apiKey: "abc", apiSecret: SECRET, from: "Clinic" },
  ...{ baseUrl, timeoutMs: TIMEOUT_MS, clock: CLOCK },
});

function openFolder(): Promise<Peer> {
  const folder = mkdtempSync(path.join(tmpdir(), "holdfast-sms-"));
  const sender = createLocalSmsSender(folder);
  const close = () => {
    rmSync(folder, { recursive: true });
    return Promise.resolve();
  };
  return Promise.resolve({ sender, received: () => sender.list(), close });
}

describe.each([
  ["a folder", openFolder],
  ["Twilio", openTwilio],
  ["Vonage", openVonage],
])("%s as a sender of text messages", (_, open) => {
  let peer: Peer;

  beforeAll(async () => {
    peer = await open();
  });

  afterAll(() => peer.close());

  test("delivers a text in any letters as it is, and tells what the provider calls it", async () => {
    const outcome = await peer.sender.send(SMS);
    expect(outcome).toMatchObject({ outcome: "sent", providerMessageId: expect.stringMatching(/./) });
    expect(await peer.received()).toContainEqual(expect.objectContaining({ to: SMS.to, text: SMS.text }));
  });

  test("delivers many that are sent at once", async () => {
    const texts = Array.from({ length: 10 }, (__, i) => `Number ${i}`);
    const outcomes = await Promise.all(texts.map((text) => peer.sender.send({ ...SMS, id: text, text })));
    expect(outcomes.map((each) => told(each))).toEqual(texts.map(() => "sent"));
    const received = (await peer.received()).map(({ text }) => text);
    expect(received).toEqual(expect.arrayContaining(texts));
  });
});

describe("Twilio", () => {
  test("that does not know our token has us look at the configuration", async () => {
    const emulator = await startTwilio();
    const sender = createTwilioSmsSender({ ...twilio, baseUrl: emulator.url, authToken: "another secret" });
    expect(told(await sender.send(SMS), "another", SMS.to, "10:00")).toBe("down: misconfigured");
    await emulator.close();
  });

  test("is told where to tell what becomes of a message, and of a messaging service by its own name", async () => {
    const peer = await startHttpPeer();
    peer.answer({ status: 201, body: { sid: "SM1", status: "queued" } });
    const from = `MG${"0".repeat(32)}`;
    const sender = createTwilioSmsSender({
      ...{ ...twilio, baseUrl: peer.baseUrl, from },
      statusUrl: "https://example.com/status",
    });
    expect(told(await sender.send(SMS))).toBe("sent");
    const form = new URLSearchParams(peer.requests[0]!.body.toString());
    expect(Object.fromEntries(form)).toEqual({
      To: SMS.to,
      Body: SMS.text,
      MessagingServiceSid: from,
      StatusCallback: "https://example.com/status",
    });
    await peer.close();
  });

  const error = (status: number, code: number): PeerAnswer => ({
    status,
    body: { code, message: `about ${SMS.to}`, status },
  });

  describeAnswers(
    (peer, timeoutMs) => createTwilioSmsSender({ ...twilio, baseUrl: peer.baseUrl, timeoutMs }),
    [
      ["knows no such number", error(400, 21211), "refused: bad_address"],
      ["was told to stop by its owner", error(400, 21610), "refused: unsubscribed"],
      ["finds a number that takes no texts", error(400, 21614), "refused: bad_address"],
      ["finds the text too long", error(400, 21617), "refused: too_large"],
      ["does not like something else", error(400, 21602), "refused: not_accepted"],
      ["finds the sender not to be ours", error(400, 21606), "down: misconfigured"],
      ["may not send to that country", error(400, 21408), "down: misconfigured"],
      ["has had enough", { ...error(429, 20429), headers: { "Retry-After": "5" } }, "later: 5 s"],
      ["has a full queue", error(400, 21611), "later"],
      ["fails", { status: 500, body: `about ${SMS.to}` }, "down: failing"],
    ],
  );
});

describe("Vonage", () => {
  test("is sent the documented form, in letters that the text needs", async () => {
    const peer = await startHttpPeer();
    peer.answer({ status: 200, body: { messages: [{ status: "0", "message-id": "0A1" }] } });
    const sender = createVonageSmsSender(vonage(peer));
    expect(await sender.send(SMS)).toEqual({
      provider: "vonage",
      outcome: "sent",
      providerMessageId: "0A1",
    });
    await sender.send({ ...SMS, text: "Grüße für 5 €" });
    const [unicode, gsm] = peer.requests.map(({ body }) => Object.fromEntries(new URLSearchParams(body.toString())));
    expect(unicode).toEqual({
      ...{ api_key: "abc", api_secret: SECRET, from: "Clinic", to: "4915112345678", text: SMS.text },
      ...{ type: "unicode", "client-ref": SMS.id },
    });
    expect(gsm).toMatchObject({ type: "text", text: "Grüße für 5 €" });
    expect(peer.requests[0]).toMatchObject({ method: "POST", path: "/sms/json" });
    await peer.close();
  });

  const messages = (...statuses: string[]): PeerAnswer => ({
    status: 200,
    body: { messages: statuses.map((status) => ({ to: SMS.to, status, "error-text": `about ${SMS.to}` })) },
  });

  describeAnswers(
    (peer, timeoutMs) => createVonageSmsSender({ ...vonage(peer), timeoutMs }),
    [
      ["has had enough", messages("1"), "later"],
      ["finds something missing", messages("2"), "refused: not_accepted"],
      ["does not know our secret", messages("4"), "down: misconfigured"],
      ["fails by its own status", messages("5"), "down: failing"],
      ["knows no way to the number", messages("6"), "refused: bad_address"],
      ["was told to stop by its owner", messages("7"), "refused: unsubscribed"],
      ["is owed money", messages("9"), "down: misconfigured"],
      ["finds the text too long", messages("12"), "refused: too_large"],
      ["takes one part and not the other", messages("0", "5"), "down: failing"],
      ["tells of no part", messages(), "down: failing"],
      ["answers with a page", { status: 200, body: "<html>" }, "down: failing"],
      ["fails", { status: 503, headers: { "Retry-After": "7" } }, "down: failing, 7 s"],
    ],
  );
});

/** What each answer of a provider's comes to, and that nothing of the message or the secrets is told with it. */
function describeAnswers(
  open: (peer: HttpPeer, timeoutMs: number) => SmsSender,
  rows: [string, PeerAnswer, string][],
): void {
  describe("that", () => {
    let peer: HttpPeer;

    beforeAll(async () => {
      peer = await startHttpPeer();
    });

    afterAll(() => peer.close());

    test.each(["", "4915112345678", "whatsapp:+4915112345678", "+49 151", "+1,+2"])(
      "is not asked about %j, which is no number of E.164",
      async (to) => {
        const before = peer.requests.length;
        expect(told(await open(peer, TIMEOUT_MS).send({ ...SMS, to }))).toBe("refused: bad_address");
        expect(peer.requests).toHaveLength(before);
      },
    );

    const ANSWERS: [string, PeerAnswer | "hang" | "cut", string][] = [
      ...rows,
      ["says nothing", "hang", "down: timed_out"],
      ["cuts the line", "cut", "down: unreachable"],
    ];

    test.each(ANSWERS)("%s", async (_, answer, outcome) => {
      peer.answer(answer);
      const sender = open(peer, answer === "hang" ? SHORT_TIMEOUT_MS : TIMEOUT_MS);
      expect(told(await sender.send(SMS), SMS.to, SMS.to.slice(1), "10:00", TOKEN, SECRET)).toBe(outcome);
    });
  });
}
