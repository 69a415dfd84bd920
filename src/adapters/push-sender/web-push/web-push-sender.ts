import { ECDH } from "node:crypto";
import type { PushMessage, PushSender, WebPushTarget } from "../../../domain/ports/push-sender.ts";
import type { SendOutcome } from "../../../domain/ports/send-outcome.ts";
import {
  createAsk,
  outcomeOfStatus,
  sendBy,
  toMessageId,
  type AskOptions,
  type ProviderAnswer,
} from "../../sending/ask-provider.ts";
import { outcomesOf } from "../../sending/outcomes.ts";
import { toProviderKey } from "../collapse-key.ts";
import { encryptPush, MOST_PLAIN_BYTES, type PushReceiver } from "./encrypt-push.ts";
import { createVapid, type VapidKeys } from "./vapid.ts";

export interface WebPushOptions extends AskOptions {
  vapid: VapidKeys;
  /**
   * The push services that are called, such as `fcm.googleapis.com`, or `.push.apple.com` for all below. An endpoint comes from
   * whoever calls us: without such a list he could have us call any address, those behind our own walls too.
   */
  hosts: readonly string[];
}

const outcomes = outcomesOf("web_push");

/** To pages in browsers (RFC 8030), by whatever push service each browser has. */
export function createWebPushSender(options: WebPushOptions): PushSender {
  const ask = createAsk(options);
  const authorise = createVapid(options.vapid);
  return {
    kinds: new Set(["web_push"]),
    send: (message) =>
      sendBy(outcomes, async () => {
        if (message.target.kind !== "web_push") throw new TypeError(`no browser: ${message.target.kind}`);
        const endpoint = URL.parse(message.target.endpoint);
        const service = findPushService(endpoint, options.hosts);
        const receiver = readReceiver(message.target);
        if (endpoint === null || service === null || receiver === null)
          return outcomes.refused("bad_address", "no endpoint of a browser's");
        const plain = toPlain(message);
        if (plain.length > MOST_PLAIN_BYTES) return outcomes.refused("too_large", `${plain.length} bytes`);
        const body = new Uint8Array(encryptPush(plain, receiver));
        const headers = { ...headersOf(message), Authorization: authorise(endpoint.origin, options.clock.now()) };
        return toOutcome(await ask(endpoint.href, { method: "POST", headers, body }));
      }),
  };
}

/** Which of the hosts an endpoint belongs to. Null: it is none that we call. */
export function findPushService(endpoint: URL | null, hosts: readonly string[]): string | null {
  if (endpoint?.protocol !== "https:" || `${endpoint.username}${endpoint.password}` !== "") return null;
  const { host, hostname } = endpoint;
  return hosts.find((known) => (known.startsWith(".") ? hostname.endsWith(known) : host === known)) ?? null;
}

/** Null: the keys are none of a browser's (RFC 8291 3.1, 3.2). */
function readReceiver({ p256dh, auth }: WebPushTarget): PushReceiver | null {
  const [publicKey, authSecret] = [Buffer.from(p256dh, "base64url"), Buffer.from(auth, "base64url")];
  return publicKey.length === 65 && authSecret.length === 16 && isOnCurve(publicKey) ? { publicKey, authSecret } : null;
}

function isOnCurve(publicKey: Buffer): boolean {
  try {
    return ECDH.convertKey(publicKey, "prime256v1").length > 0;
  } catch {
    return false;
  }
}

/** What the page's service worker gets. */
function toPlain({ id, title, body, data = {} }: PushMessage): Buffer {
  return Buffer.from(JSON.stringify({ id, title, body, data }));
}

function headersOf({ collapseKey, urgency, timeToLiveSeconds }: PushMessage): Record<string, string> {
  return {
    TTL: String(timeToLiveSeconds),
    Urgency: urgency,
    "Content-Encoding": "aes128gcm",
    "Content-Type": "application/octet-stream",
    ...(collapseKey !== undefined && { Topic: toProviderKey(collapseKey) }),
  };
}

function toOutcome(answer: ProviderAnswer): SendOutcome {
  const { status, headers } = answer;
  if (status >= 200 && status < 300) return outcomes.sent(toMessageId(headers.get("Location")));
  if (status === 404 || status === 410) return outcomes.refused("gone", `HTTP ${status}`);
  return outcomeOfStatus(outcomes, answer);
}
