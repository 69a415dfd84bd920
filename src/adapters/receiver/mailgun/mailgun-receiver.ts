import { createHmac } from "node:crypto";
import type {
  DeliveryFailure,
  MessageSettled,
  ProviderEvent,
  ReceivedFact,
  ReceivedRequest,
  Receiver,
  SuppressionReason,
} from "../../../domain/ports/receiver.ts";
import { fieldOf, parseJson } from "../../sending/ask-provider.ts";
import { isLately, isName, isSame, JSON_ANSWER, toDate } from "../signatures.ts";

/** What is not taken is told again for eight hours. */
const TOLERANCE_SECONDS = 43_200;

/** What becomes of mail: delivered, bounced, complained of. */
export const mailgunReceiver: Receiver = {
  provider: "mailgun",
  secretForm: "the HTTP webhook signing key of the account",
  isSecret: (text) => /^[\w-]{16,200}$/.test(text),
  newSecret: null,
  isAuthentic,
  read,
  factsOf: ({ body }) => factsOf(fieldOf(parseJson(body), "event-data")),
  answer: JSON_ANSWER,
};

/** Over time and token alone: a token is taken once, so that what was signed is good for no other body. */
function isAuthentic({ body }: ReceivedRequest, secrets: readonly string[], now: Date): boolean {
  const json = parseJson(body);
  const [timestamp, token, given] = ["timestamp", "token", "signature"].map((name) => fieldOf(json, "signature", name));
  if (typeof token !== "string" || typeof given !== "string") return false;
  // It comes as text, and as a number from some.
  const seconds = String(timestamp);
  if (!isLately(seconds, now, TOLERANCE_SECONDS)) return false;
  return secrets.some((secret) =>
    isSame(
      given,
      createHmac("sha256", secret)
        .update(seconds + token)
        .digest("hex"),
    ),
  );
}

function read({ body }: ReceivedRequest): ProviderEvent | null {
  const json = parseJson(body);
  const event = fieldOf(json, "event-data");
  const [id, type, nonce] = [fieldOf(event, "id"), fieldOf(event, "event"), fieldOf(json, "signature", "token")];
  if (!isName(id) || !isName(type) || !isName(nonce)) return null;
  return { id, nonce, type, occurredAt: toDate(fieldOf(event, "timestamp")), orderKey: null };
}

function factsOf(event: unknown): ReceivedFact[] | null {
  const [type, address] = [fieldOf(event, "event"), fieldOf(event, "recipient")];
  const meaning = typeof type === "string" ? meaningOf(type, event) : null;
  if (!meaning) return [];
  if (!isName(address)) return null;
  const message = messageOf(event);
  const { status, failure, suppression } = meaning;
  return [
    ...(status && message ? [{ kind: "message_settled" as const, ...message, status, reason: failure ?? null }] : []),
    ...(suppression
      ? [{ kind: "contact_suppressed" as const, channel: "email" as const, address, reason: suppression, ...message }]
      : []),
  ];
}

interface Meaning {
  status?: MessageSettled["status"];
  failure?: DeliveryFailure;
  suppression?: SuppressionReason;
}

/** Null: nothing. What failed for a time only is tried again by Mailgun itself. */
function meaningOf(type: string, event: unknown): Meaning | null {
  if (type !== "failed") return MEANINGS.get(type) ?? null;
  if (fieldOf(event, "severity") !== "permanent") return null;
  return { status: "failed", ...(FAILURES.get(fieldOf(event, "reason")) ?? { failure: "refused" }) };
}

const MEANINGS: ReadonlyMap<string, Meaning> = new Map([
  ["delivered", { status: "delivered" }],
  ["complained", { suppression: "complaint" }],
  ["unsubscribed", { suppression: "unsubscribe" }],
]);

/** `suppress-...`: Mailgun has not even tried, by what it knew from before. */
const FAILURES: ReadonlyMap<unknown, Meaning> = new Map<unknown, Meaning>([
  ["bounce", { failure: "bounced", suppression: "bounce" }],
  ["suppress-bounce", { failure: "bounced", suppression: "bounce" }],
  ["suppress-complaint", { failure: "complained", suppression: "complaint" }],
  ["suppress-unsubscribe", { failure: "unsubscribed", suppression: "unsubscribe" }],
]);

/** It stands there without the brackets that it has in the mail, and in the answer to whoever sends. */
function messageOf(event: unknown): { providerMessageId: string } | null {
  const messageId = fieldOf(event, "message", "headers", "message-id");
  return isName(messageId) ? { providerMessageId: `<${messageId}>` } : null;
}
