import { createHmac, randomBytes } from "node:crypto";
import type { ProviderEvent, ReceivedRequest, Receiver } from "../../../domain/ports/receiver.ts";
import { fieldOf, parseJson } from "../../sending/ask-provider.ts";
import { isLately, isName, isSame, JSON_ANSWER } from "../signatures.ts";

const TOLERANCE_SECONDS = 300;
/** Whoever sends signs by a few secrets while he rotates them. */
const MOST_SIGNATURES = 10;

/** RFC 3339, as the specification wants it. */
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/i;

/** Whoever keeps to the specification of Standard Webhooks 1.0: a team's own services, and many others. */
export const standardWebhooksReceiver: Receiver = {
  provider: "standard-webhooks",
  secretForm: "whsec_ and 24 to 64 bytes in base64",
  isSecret(text) {
    const [, key] = /^whsec_([A-Za-z0-9+/]{32,88}={0,2})$/.exec(text) ?? [];
    const bytes = Buffer.from(key ?? "", "base64").length;
    return bytes >= 24 && bytes <= 64;
  },
  newSecret: () => `whsec_${randomBytes(32).toString("base64")}`,
  isAuthentic,
  read,
  factsOf: () => [],
  answer: JSON_ANSWER,
};

function isAuthentic({ headers, body }: ReceivedRequest, secrets: readonly string[], now: Date): boolean {
  const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature } = headers;
  if (id === undefined || signature === undefined || !isLately(timestamp, now, TOLERANCE_SECONDS)) return false;
  const given = signature.split(" ").slice(0, MOST_SIGNATURES);
  return secrets.some((secret) => {
    const key = Buffer.from(secret.slice("whsec_".length), "base64");
    const right = `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
    return given.some((each) => isSame(each, right));
  });
}

/** The body is JSON by the specification; `type` and `timestamp` in it are recommended. */
function read({ headers, body }: ReceivedRequest): ProviderEvent | null {
  const { "webhook-id": id } = headers;
  const json = parseJson(body);
  if (!isName(id) || typeof json !== "object" || json === null) return null;
  const [type, timestamp] = [fieldOf(json, "type"), fieldOf(json, "timestamp")];
  const occurredAt = typeof timestamp === "string" && DATE_TIME.test(timestamp) ? new Date(timestamp) : null;
  const isTime = occurredAt !== null && !Number.isNaN(occurredAt.getTime());
  return { id, nonce: null, type: isName(type) ? type : null, occurredAt: isTime ? occurredAt : null, orderKey: null };
}
