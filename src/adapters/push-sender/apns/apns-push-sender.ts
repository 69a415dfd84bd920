import { createHash } from "node:crypto";
import jwt from "jsonwebtoken";
import type { PushMessage, PushSender } from "../../../domain/ports/push-sender.ts";
import type { SendOutcome } from "../../../domain/ports/send-outcome.ts";
import { fieldOf, parseJson, readRetryAfter, sendBy } from "../../sending/ask-provider.ts";
import { outcomesOf } from "../../sending/outcomes.ts";
import { toProviderKey } from "../collapse-key.ts";
import { createSigningToken } from "../signing-token.ts";
import { createApnsConnection, type ApnsAnswer, type ApnsConnectionOptions } from "./apns-connection.ts";

export interface ApnsOptions extends ApnsConnectionOptions {
  teamId: string;
  /** The key's name at Apple. */
  keyId: string;
  /** As Apple gives it: PKCS 8 in PEM, of P-256. */
  privateKey: string;
  /** The app's bundle identifier. */
  topic: string;
  clock: { now(): Date };
}

export interface ApnsPushSender extends PushSender {
  close(): void;
}

const outcomes = outcomesOf("apns");

/** Apple takes a token for an hour, and no new one within twenty minutes. */
const TOKEN_VALID_MS = 40 * 60_000;

/** Why a token is no device of this app's any more, or never was. */
const GONE = new Set(["Unregistered", "ExpiredToken", "BadDeviceToken", "DeviceTokenNotForTopic"]);

const MISCONFIGURED = new Set([
  ...["BadCertificate", "BadCertificateEnvironment", "BadEnvironmentKeyInToken", "BadEnvironmentKeyIdInToken"],
  ...["ExpiredProviderToken", "Forbidden", "InvalidProviderToken", "MissingProviderToken", "UnrelatedKeyIdInToken"],
  ...["BadTopic", "MissingTopic", "TopicDisallowed"],
]);

/** To apps of Apple's devices, by a key that signs (not by a certificate, which ends each year). */
export function createApnsPushSender(options: ApnsOptions): ApnsPushSender {
  const { teamId, keyId, privateKey, clock } = options;
  const connection = createApnsConnection(options);
  const token = createSigningToken(clock, TOKEN_VALID_MS, (now) =>
    jwt.sign({ iss: teamId, iat: Math.floor(now.getTime() / 1_000) }, privateKey, { algorithm: "ES256", keyid: keyId }),
  );
  return {
    kinds: new Set(["apns"]),
    send: (message) =>
      sendBy(outcomes, async () => {
        if (message.target.kind !== "apns") throw new TypeError(`no device of Apple's: ${message.target.kind}`);
        const path = `/3/device/${encodeURIComponent(message.target.token)}`;
        const headers = { ...headersOf(message, options), authorization: `bearer ${token.current()}` };
        const outcome = toOutcome(await connection.post(path, headers, toPayload(message)), clock.now());
        if (outcome.outcome === "down" && outcome.reason === "misconfigured") token.forget();
        return outcome;
      }),
    close: () => {
      connection.close();
    },
  };
}

function headersOf(message: PushMessage, { topic, clock }: ApnsOptions): Record<string, string> {
  const { id, collapseKey, urgency, timeToLiveSeconds } = message;
  const now = Math.floor(clock.now().getTime() / 1_000);
  return {
    "apns-id": toUuid(id),
    "apns-topic": topic,
    "apns-push-type": "alert",
    "apns-priority": urgency === "high" ? "10" : "5",
    "apns-expiration": String(timeToLiveSeconds === 0 ? 0 : now + timeToLiveSeconds),
    ...(collapseKey !== undefined && { "apns-collapse-id": toProviderKey(collapseKey) }),
  };
}

/** The same for the same message (RFC 9562 5.8). */
function toUuid(id: string): string {
  const hex = createHash("sha256").update(id).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function toPayload({ title, body, data = {} }: PushMessage): string {
  return JSON.stringify({ ...data, aps: { alert: { title, body }, sound: "default" } });
}

function toOutcome({ status, apnsId, retryAfter, body }: ApnsAnswer, now: Date): SendOutcome {
  if (status === 200) return outcomes.sent(apnsId);
  const reason = fieldOf(parseJson(body), "reason");
  const word = typeof reason === "string" && /^[A-Za-z]{1,50}$/.test(reason) ? reason : "";
  const detail = `HTTP ${status} ${word}`.trim();
  const retryAfterSeconds = readRetryAfter(retryAfter, now);
  if (status === 410 || GONE.has(word)) return outcomes.refused("gone", detail);
  if (status === 403 || MISCONFIGURED.has(word)) return outcomes.down("misconfigured", detail);
  if (status === 413) return outcomes.refused("too_large", detail);
  // Too many to this device, or signed anew too often.
  if (status === 429) return outcomes.later(detail, retryAfterSeconds);
  if (status >= 400 && status < 500) return outcomes.refused("not_accepted", detail);
  return outcomes.down("failing", detail, retryAfterSeconds);
}
