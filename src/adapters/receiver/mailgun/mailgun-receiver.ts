import { createHmac } from "node:crypto";
import type { ProviderEvent, ReceivedFact, ReceivedRequest, Receiver } from "../../../domain/ports/receiver.ts";
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
  const [type, recipient] = [fieldOf(event, "event"), fieldOf(event, "recipient")];
  if (!isName(type) || (SAYS_OF_RECIPIENT.has(type) && !isName(recipient))) return null;
  const address = recipient as string;
  const suppressed = { kind: "contact_suppressed" as const, channel: "email" as const, address };
  if (type === "delivered") return settled(event, "delivered", null);
  if (type === "complained") return [{ ...suppressed, reason: "complaint" }];
  if (type === "unsubscribed") return [{ ...suppressed, reason: "unsubscribe" }];
  // What failed for a time only is tried again by Mailgun itself.
  if (type !== "failed" || fieldOf(event, "severity") !== "permanent") return [];
  switch (fieldOf(event, "reason")) {
    case "bounce":
    case "suppress-bounce":
      return [...settled(event, "failed", "bounced"), { ...suppressed, reason: "bounce" }];
    case "suppress-complaint":
      return [...settled(event, "failed", "complained"), { ...suppressed, reason: "complaint" }];
    case "suppress-unsubscribe":
      return [...settled(event, "failed", "unsubscribed"), { ...suppressed, reason: "unsubscribe" }];
    default:
      return settled(event, "failed", "refused");
  }
}

const SAYS_OF_RECIPIENT = new Set(["delivered", "complained", "unsubscribed", "failed"]);

type Settled = Extract<ReceivedFact, { kind: "message_settled" }>;

function settled(event: unknown, status: Settled["status"], reason: Settled["reason"]): ReceivedFact[] {
  const messageId = fieldOf(event, "message", "headers", "message-id");
  // It stands there without the brackets that it has in the mail, and in the answer to whoever sends.
  return isName(messageId)
    ? [{ kind: "message_settled", channel: "email", providerMessageId: `<${messageId}>`, status, reason }]
    : [];
}
