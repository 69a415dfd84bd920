import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import ece from "http_ece";
import jwt from "jsonwebtoken";
import { createECDH, createPublicKey, generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createApnsPushSender, type ApnsPushSender } from "../../../src/adapters/push-sender/apns/apns-push-sender.ts";
import { createFcmPushSender } from "../../../src/adapters/push-sender/fcm/fcm-push-sender.ts";
import { createLocalPushSender } from "../../../src/adapters/push-sender/local/local-push-sender.ts";
import { createPushSenderByKind } from "../../../src/adapters/push-sender/push-sender-by-kind.ts";
import { encryptPush } from "../../../src/adapters/push-sender/web-push/encrypt-push.ts";
import { toPrivateKey } from "../../../src/adapters/push-sender/web-push/vapid.ts";
import { createWebPushSender } from "../../../src/adapters/push-sender/web-push/web-push-sender.ts";
import type { PushMessage, PushSender, PushTarget } from "../../../src/domain/ports/push-sender.ts";
import { startApnsPeer, type ApnsPeer } from "../../support/senders/apns-peer.ts";
import { LOCALHOST, trustLocalhost } from "../../support/senders/certificate.ts";
import { startHttpPeer, type HttpPeer, type PeerAnswer } from "../../support/senders/http-peer.ts";
import { told } from "../../support/senders/outcomes.ts";

const TIMEOUT_MS = 20_000;
const SHORT_TIMEOUT_MS = 300;

/** Tokens are checked by it. */
function createClock() {
  let now = Date.parse("2026-12-01T10:00:00Z");
  return { now: () => new Date(now), advance: (ms: number) => void (now += ms) };
}

type TestClock = ReturnType<typeof createClock>;

const nowSeconds = (clock: TestClock) => clock.now().getTime() / 1_000;

/** What nobody reads in a log. */
const KEPT = ["device-token", "Grüße", "Booked", "endpoint-secret", "PRIVATE"];

const PUSH: Omit<PushMessage, "target"> = {
  id: "psh_1",
  title: "Grüße",
  body: "Booked: \u4f60\u597d",
  data: { bookingId: "bkg_1" },
  collapseKey: "bkg_1 ".repeat(20),
  urgency: "high",
  timeToLiveSeconds: 3_600,
};

interface Seen {
  title: string;
  body: string;
  data: unknown;
}

interface Peer {
  sender: PushSender;
  target: PushTarget;
  received: () => Seen[];
  close: () => Promise<void> | void;
}

let trustNobody: () => void;
beforeAll(() => {
  trustNobody = trustLocalhost();
});
afterAll(() => {
  trustNobody();
});

const appleKey = generateKeyPairSync("ec", { namedCurve: "P-256" });
const ours = { teamId: "TEAM000001", keyId: "KEY0000001", topic: "com.example.clinic" };
const pem = (key: typeof appleKey.privateKey) => key.export({ type: "pkcs8", format: "pem" }).toString();

function apnsSender({ baseUrl }: ApnsPeer, clock = createClock(), timeoutMs = TIMEOUT_MS): ApnsPushSender {
  return createApnsPushSender({ ...ours, privateKey: pem(appleKey.privateKey), baseUrl, timeoutMs, clock });
}

const APPLE_DEVICE: PushTarget = { kind: "apns", token: "device-token" };

async function openApns(): Promise<Peer> {
  const peer = await startApnsPeer();
  const sender = apnsSender(peer);
  const received = () =>
    peer.pushes.map((push) => {
      const { aps, ...data } = JSON.parse(push.body) as { aps: { alert: Seen } };
      return { ...aps.alert, data };
    });
  const close = () => {
    sender.close();
    return peer.close();
  };
  return { sender, target: APPLE_DEVICE, received, close };
}

const googleKey = generateKeyPairSync("rsa", { modulusLength: 2_048 });
const ACCOUNT = {
  ...{ project_id: "clinic", client_email: "holdfast@clinic.example", private_key_id: "key-1" },
  private_key: pem(googleKey.privateKey),
};

/** Google's token endpoint, and FCM behind it. */
function fcmAnswering(
  clock: TestClock,
  answer: PeerAnswer = { status: 200, body: { name: "projects/clinic/messages/1" } },
) {
  return (request: HttpPeer["requests"][number]): PeerAnswer => {
    if (request.path !== "/token") return answer;
    const form = new URLSearchParams(request.body.toString());
    const options = { algorithms: ["RS256" as const], clockTimestamp: nowSeconds(clock) };
    const claims = jwt.verify(form.get("assertion")!, googleKey.publicKey, { ...options, complete: true });
    expect(claims.header.kid).toBe(ACCOUNT.private_key_id);
    expect(claims.payload).toMatchObject({ iss: ACCOUNT.client_email, scope: expect.stringContaining("messaging") });
    expect(form.get("grant_type")).toBe("urn:ietf:params:oauth:grant-type:jwt-bearer");
    return { status: 200, body: { access_token: "ya29.token", expires_in: 3_600, token_type: "Bearer" } };
  };
}

function fcmSender({ baseUrl }: HttpPeer, clock = createClock(), timeoutMs = TIMEOUT_MS): PushSender {
  return createFcmPushSender({
    serviceAccount: { ...ACCOUNT, token_uri: `${baseUrl}/token` },
    ...{ baseUrl, timeoutMs, clock },
  });
}

const ANDROID_DEVICE: PushTarget = { kind: "fcm", token: "device-token" };

async function openFcm(): Promise<Peer> {
  const peer = await startHttpPeer();
  peer.answer(fcmAnswering(createClock()));
  const received = () =>
    peer.requests
      .filter(({ path: asked }) => asked !== "/token")
      .map(({ body }) => {
        const { message } = JSON.parse(body.toString()) as { message: { notification: Seen; data: unknown } };
        return { ...message.notification, data: message.data };
      });
  return { sender: fcmSender(peer), target: ANDROID_DEVICE, received, close: () => peer.close() };
}

const vapidPair = createECDH("prime256v1");
vapidPair.generateKeys();
const VAPID = {
  publicKey: vapidPair.getPublicKey("base64url"),
  privateKey: vapidPair.getPrivateKey().toString("base64url"),
  subject: "mailto:ops@clinic.example",
};

/** A browser that has subscribed. */
function createBrowser({ baseUrl }: HttpPeer) {
  const privateKey = createECDH("prime256v1");
  const p256dh = privateKey.generateKeys("base64url");
  const authSecret = randomBytes(16).toString("base64url");
  const endpoint = `${baseUrl}/push/endpoint-secret`;
  const target: PushTarget & { kind: "web_push" } = { kind: "web_push", endpoint, p256dh, auth: authSecret };
  const read = (body: Buffer) =>
    JSON.parse(ece.decrypt(body, { version: "aes128gcm", privateKey, authSecret }).toString()) as Seen & { id: string };
  return { target, read };
}

function webSender({ baseUrl }: HttpPeer, clock = createClock(), timeoutMs = TIMEOUT_MS): PushSender {
  return createWebPushSender({ vapid: VAPID, hosts: [new URL(baseUrl).host], timeoutMs, clock });
}

async function openWebPush(): Promise<Peer> {
  const peer = await startHttpPeer(LOCALHOST);
  peer.answer({ status: 201, headers: { Location: "/m/1" } });
  const { target, read } = createBrowser(peer);
  const received = () =>
    peer.requests.map(({ body }) => read(body)).map(({ title, body, data }) => ({ title, body, data }));
  return { sender: webSender(peer), target, received, close: () => peer.close() };
}

function openFolder(): Promise<Peer> {
  const folder = mkdtempSync(path.join(tmpdir(), "holdfast-push-"));
  const sender = createLocalPushSender(folder);
  const list: Seen[] = [];
  const kept: PushSender = {
    ...sender,
    async send(message) {
      const outcome = await sender.send(message);
      list.splice(0, list.length, ...(await sender.list()).map(({ title, body, data }) => ({ title, body, data })));
      return outcome;
    },
  };
  const close = () => {
    rmSync(folder, { recursive: true });
  };
  return Promise.resolve({ sender: kept, target: ANDROID_DEVICE, received: () => list, close });
}

describe.each([
  ["a folder", openFolder],
  ["APNs", openApns],
  ["FCM", openFcm],
  ["Web Push", openWebPush],
])("%s as a sender of notifications", (_, open) => {
  let peer: Peer;

  beforeAll(async () => {
    peer = await open();
  });

  afterAll(() => peer.close());

  test("delivers one in any letters as it is, and tells what the provider calls it", async () => {
    const outcome = await peer.sender.send({ ...PUSH, target: peer.target });
    expect(outcome).toMatchObject({ outcome: "sent", providerMessageId: expect.stringMatching(/./) });
    expect(peer.received()).toEqual([{ title: PUSH.title, body: PUSH.body, data: PUSH.data }]);
  });

  test("delivers many that are sent at once", async () => {
    const titles = Array.from({ length: 10 }, (__, i) => `Number ${i}`);
    const outcomes = await Promise.all(
      titles.map((title) => peer.sender.send({ ...PUSH, id: title, title, target: peer.target })),
    );
    expect(outcomes.map((each) => told(each))).toEqual(titles.map(() => "sent"));
    expect(peer.received().map(({ title }) => title)).toEqual(expect.arrayContaining(titles));
  });

  test("names the kind among those that it sends to", () => {
    expect([...peer.sender.kinds]).toContain(peer.target.kind);
  });
});

describe("APNs", () => {
  let peer: ApnsPeer;

  beforeAll(async () => {
    peer = await startApnsPeer();
  });

  afterAll(() => peer.close());

  test("is sent the documented request, signed by the team's key", async () => {
    const clock = createClock();
    const sender = apnsSender(peer, clock);
    peer.answer({ status: 200 });
    const outcomes = [await sender.send(apple), await sender.send(apple)];
    const [first, second] = peer.pushes.splice(0);
    expect(first!.path).toBe("/3/device/device-token");
    expect(first!.headers).toMatchObject({
      "apns-topic": ours.topic,
      "apns-push-type": "alert",
      "apns-priority": "10",
      "apns-expiration": String(nowSeconds(clock) + 3_600),
      "apns-id": expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/),
    });
    expect(Buffer.byteLength(first!.headers["apns-collapse-id"] as string)).toBeLessThanOrEqual(64);
    const bearer = /^bearer (.+)$/.exec(first!.headers.authorization!)![1]!;
    const options = { algorithms: ["ES256" as const], clockTimestamp: nowSeconds(clock), complete: true as const };
    const { header, payload } = jwt.verify(bearer, appleKey.publicKey, options);
    expect([header.kid, payload]).toEqual([ours.keyId, { iss: ours.teamId, iat: nowSeconds(clock) }]);
    expect(outcomes[0]).toMatchObject({ providerMessageId: first!.headers["apns-id"] });
    expect(second!.headers["apns-id"]).toBe(first!.headers["apns-id"]);
    sender.close();
  });

  test("is asked over one connection by one token, which is renewed within the hour", async () => {
    const clock = createClock();
    const sender = apnsSender(peer, clock);
    peer.answer({ status: 200 });
    for (const ms of [0, 39 * 60_000, 2 * 60_000]) {
      clock.advance(ms);
      await sender.send(apple);
    }
    const pushes = peer.pushes.splice(0);
    const tokens = pushes.map(({ headers }) => headers.authorization);
    expect(tokens[1]).toBe(tokens[0]);
    expect(tokens[2]).not.toBe(tokens[0]);
    expect(new Set(pushes.map(({ connection }) => connection)).size).toBe(1);
    sender.close();
  });

  test("that takes our token no longer is shown a new one", async () => {
    const clock = createClock();
    const sender = apnsSender(peer, clock);
    peer.answer({ status: 403, reason: "ExpiredProviderToken" });
    await sender.send(apple);
    clock.advance(1_000);
    peer.answer({ status: 200 });
    await sender.send(apple);
    const tokens = peer.pushes.splice(0).map(({ headers }) => headers.authorization);
    expect(tokens[1]).not.toBe(tokens[0]);
    sender.close();
  });

  test("that has cut the line is called again with the next", async () => {
    const sender = apnsSender(peer);
    peer.answer("cut");
    expect(told(await sender.send(apple), ...KEPT)).toBe("down: unreachable");
    peer.answer({ status: 200 });
    expect(told(await sender.send(apple))).toBe("sent");
    sender.close();
  });

  test("that says nothing is given up in time, and its connection with it", async () => {
    const sender = apnsSender(peer, createClock(), SHORT_TIMEOUT_MS);
    peer.answer("hang");
    peer.pushes.length = 0;
    expect(told(await sender.send(apple), ...KEPT)).toBe("down: timed_out");
    peer.answer({ status: 200 });
    expect(told(await sender.send(apple))).toBe("sent");
    const [lost, next] = peer.pushes;
    expect(next!.connection).not.toBe(lost!.connection);
    sender.close();
  });

  test.each([
    [410, "Unregistered", {}, "refused: gone"],
    [410, "ExpiredToken", {}, "refused: gone"],
    [400, "BadDeviceToken", {}, "refused: gone"],
    [400, "DeviceTokenNotForTopic", {}, "refused: gone"],
    [400, "BadTopic", {}, "down: misconfigured"],
    [400, "BadPriority", {}, "refused: not_accepted"],
    [403, "InvalidProviderToken", {}, "down: misconfigured"],
    [413, "PayloadTooLarge", {}, "refused: too_large"],
    [429, "TooManyRequests", { "retry-after": "9" }, "later: 9 s"],
    [500, "InternalServerError", {}, "down: failing"],
    [503, "ServiceUnavailable", { "retry-after": "60" }, "down: failing, 60 s"],
  ])("that answers %i %s", async (status, reason, headers, outcome) => {
    const sender = apnsSender(peer);
    peer.answer({ status, reason, headers });
    expect(told(await sender.send(apple), ...KEPT)).toBe(outcome);
    sender.close();
  });

  const apple = { ...PUSH, target: APPLE_DEVICE };
});

describe("FCM", () => {
  let peer: HttpPeer;
  const android = { ...PUSH, target: ANDROID_DEVICE };

  beforeAll(async () => {
    peer = await startHttpPeer();
  });

  afterAll(() => peer.close());

  test("is sent the documented request with a token for many, which is renewed before it ends", async () => {
    const clock = createClock();
    const sender = fcmSender(peer, clock);
    peer.answer(fcmAnswering(clock));
    const outcomes = await Promise.all([sender.send(android), sender.send(android)]);
    clock.advance(54 * 60_000);
    await sender.send(android);
    clock.advance(60_000);
    await sender.send(android);
    const requests = peer.requests.splice(0);
    expect(requests.filter(({ path: asked }) => asked === "/token")).toHaveLength(2);
    expect(outcomes[0]).toMatchObject({ providerMessageId: "projects/clinic/messages/1" });
    const sent = requests.find(({ path: asked }) => asked !== "/token")!;
    expect([sent.method, sent.path]).toEqual(["POST", "/v1/projects/clinic/messages:send"]);
    expect(sent.headers.authorization).toBe("Bearer ya29.token");
    expect(JSON.parse(sent.body.toString())).toEqual({
      message: {
        token: "device-token",
        notification: { title: PUSH.title, body: PUSH.body },
        data: PUSH.data,
        android: { priority: "HIGH", ttl: "3600s", collapse_key: expect.stringMatching(/^[\w-]{32}$/) },
      },
    });
  });

  test("that takes our token no longer is shown a new one", async () => {
    const clock = createClock();
    const sender = fcmSender(peer, clock);
    peer.answer(fcmAnswering(clock, { status: 401, body: {} }));
    expect(told(await sender.send(android))).toBe("down: misconfigured");
    peer.answer(fcmAnswering(clock));
    expect(told(await sender.send(android))).toBe("sent");
    expect(peer.requests.splice(0).filter(({ path: asked }) => asked === "/token")).toHaveLength(2);
  });

  test.each([
    [400, "down: misconfigured"],
    [503, "down: failing"],
  ])("whose token endpoint answers %i sends nothing, and is asked for a token again", async (status, outcome) => {
    const clock = createClock();
    const sender = fcmSender(peer, clock);
    peer.answer({ status, body: { error: "invalid_grant" } });
    expect(told(await sender.send(android), ...KEPT)).toBe(outcome);
    peer.answer(fcmAnswering(clock));
    expect(told(await sender.send(android))).toBe("sent");
  });

  const error = (status: number, errorCode: string, headers?: Record<string, string>): PeerAnswer => ({
    status,
    headers,
    body: {
      error: {
        code: status,
        message: "about device-token",
        details: [{ "@type": "type.googleapis.com/google.firebase.fcm.v1.FcmError", errorCode }],
      },
    },
  });

  const BAD_TOKEN: PeerAnswer = {
    status: 400,
    body: {
      error: { details: [{ errorCode: "INVALID_ARGUMENT" }, { fieldViolations: [{ field: "message.token" }] }] },
    },
  };

  const ANSWERS: [string, PeerAnswer, string][] = [
    ["the app is gone from the device", error(404, "UNREGISTERED"), "refused: gone"],
    ["the token is another project's", error(403, "SENDER_ID_MISMATCH"), "refused: gone"],
    ["the token is none", BAD_TOKEN, "refused: gone"],
    ["something is wrong with the message", error(400, "INVALID_ARGUMENT"), "refused: not_accepted"],
    ["there is no such project", { status: 404, body: { error: { status: "NOT_FOUND" } } }, "down: misconfigured"],
    ["Apple does not know its key", error(401, "THIRD_PARTY_AUTH_ERROR"), "down: misconfigured"],
    ["it has had enough", error(429, "QUOTA_EXCEEDED", { "Retry-After": "60" }), "later: 60 s"],
    ["it is overloaded", error(503, "UNAVAILABLE", { "Retry-After": "10" }), "down: failing, 10 s"],
    ["it fails", { status: 502, body: "<html>" }, "down: failing"],
  ];

  test.each(ANSWERS)("that answers that %s", async (_, answer, outcome) => {
    const clock = createClock();
    peer.answer(fcmAnswering(clock, answer));
    expect(told(await fcmSender(peer, clock).send(android), ...KEPT)).toBe(outcome);
  });

  test("that says nothing is given up in time", async () => {
    peer.answer("hang");
    const sender = fcmSender(peer, createClock(), SHORT_TIMEOUT_MS);
    expect(told(await sender.send(android), ...KEPT)).toBe("down: timed_out");
  });
});

describe("Web Push", () => {
  let peer: HttpPeer;
  let browser: ReturnType<typeof createBrowser>;
  const to = (target: PushTarget): PushMessage => ({ ...PUSH, target });

  beforeAll(async () => {
    peer = await startHttpPeer(LOCALHOST);
    browser = createBrowser(peer);
  });

  afterAll(() => peer.close());

  test("encrypts as the example of RFC 8291 (appendix A) does", () => {
    const bytes = (text: string) => Buffer.from(text, "base64url");
    const sealed = encryptPush(
      Buffer.from("When I grow up, I want to be a watermelon"),
      {
        publicKey: bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
        authSecret: bytes("BTBZMqHH6r4Tts7J_aSIgg"),
      },
      { salt: bytes("DGv6ra1nlYgDCS1FRnbzlw"), privateKey: bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw") },
    );
    expect(sealed.toString("base64url")).toBe(
      "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
    );
  });

  test("is sent what the browser alone can read, and who we are (RFC 8291, RFC 8292)", async () => {
    const clock = createClock();
    peer.answer({ status: 201, headers: { Location: `${peer.baseUrl}/m/1` } });
    const outcome = await webSender(peer, clock).send(to(browser.target));
    expect(outcome).toEqual({ provider: "web_push", outcome: "sent", providerMessageId: `${peer.baseUrl}/m/1` });
    const { headers, body, path: asked } = peer.requests.at(-1)!;
    expect(asked).toBe("/push/endpoint-secret");
    expect(browser.read(body)).toEqual({ id: PUSH.id, title: PUSH.title, body: PUSH.body, data: PUSH.data });
    expect(headers).toMatchObject({ ttl: "3600", urgency: "high", "content-encoding": "aes128gcm" });
    expect(headers.topic).toMatch(/^[\w-]{1,32}$/);
    const [, token, key] = /^vapid t=(.+), k=(.+)$/.exec(headers.authorization!)!;
    expect(key).toBe(VAPID.publicKey);
    const options = { algorithms: ["ES256" as const], clockTimestamp: nowSeconds(clock), audience: peer.baseUrl };
    const claims = jwt.verify(token!, publicKeyOf(VAPID), options) as jwt.JwtPayload;
    expect(claims.sub).toBe(VAPID.subject);
    expect(claims.exp! - nowSeconds(clock)).toBeLessThanOrEqual(86_400);
  });

  test("calls no endpoint that is no push service's", async () => {
    const stranger = await startHttpPeer();
    const { port } = new URL(peer.baseUrl);
    const before = peer.requests.length;
    for (const endpoint of [
      `${stranger.baseUrl}/`,
      `http://localhost:${port}/`,
      `https://127.0.0.1:${port}/`,
      `https://localhost:${port}@127.0.0.1:${port}/`,
      `https://user:password@localhost:${port}/`,
      `https://localhost.example.com:${port}/`,
      "https://localhost/",
      "file:///etc/passwd",
      "",
    ])
      expect(told(await webSender(peer).send(to({ ...browser.target, endpoint })))).toBe("refused: bad_address");
    expect([stranger.requests.length, peer.requests.length]).toEqual([0, before]);
    await stranger.close();
  });

  test.each([{ p256dh: "" }, { p256dh: Buffer.alloc(65, 4).toString("base64url") }, { auth: "short" }])(
    "refuses keys that are none: %j",
    async (keys) => {
      expect(told(await webSender(peer).send(to({ ...browser.target, ...keys })))).toBe("refused: bad_address");
    },
  );

  test("refuses what is larger than each push service takes (RFC 8030 7.2)", async () => {
    peer.answer({ status: 201 });
    const send = (body: string) => webSender(peer).send({ ...to(browser.target), body });
    expect(told(await send("x".repeat(4_000)))).toBe("refused: too_large");
    expect(told(await send("x".repeat(3_900)))).toBe("sent");
    expect(peer.requests.at(-1)!.body.length).toBeLessThanOrEqual(4_096);
  });

  const ANSWERS: [string, PeerAnswer | "hang" | "cut", string][] = [
    ["410", { status: 410 }, "refused: gone"],
    ["404", { status: 404 }, "refused: gone"],
    ["403", { status: 403 }, "down: misconfigured"],
    ["413", { status: 413 }, "refused: too_large"],
    ["429", { status: 429, headers: { "Retry-After": "20" } }, "later: 20 s"],
    ["307", { status: 307, headers: { Location: "https://127.0.0.1:1/" } }, "down: failing"],
    ["503", { status: 503 }, "down: failing"],
    ["nothing", "hang", "down: timed_out"],
    ["by cutting the line", "cut", "down: unreachable"],
  ];

  test.each(ANSWERS)("that answers %s", async (_, answer, outcome) => {
    peer.answer(answer);
    const sender = webSender(peer, createClock(), answer === "hang" ? SHORT_TIMEOUT_MS : TIMEOUT_MS);
    expect(told(await sender.send(to(browser.target)), ...KEPT)).toBe(outcome);
  });
});

test("a notification of a kind that nobody is configured for waits", async () => {
  const senders = createPushSenderByKind([]);
  expect([...senders.kinds]).toEqual([]);
  expect(told(await senders.send({ ...PUSH, target: ANDROID_DEVICE }))).toBe("down: misconfigured");
});

function publicKeyOf({ publicKey, privateKey }: typeof VAPID) {
  return createPublicKey(toPrivateKey(publicKey, privateKey));
}
