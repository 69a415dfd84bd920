import { createHmac } from "node:crypto";
import type {
  DeliveryFailure,
  ProviderEvent,
  ReceivedFact,
  ReceivedRequest,
  Receiver,
} from "../../../domain/ports/receiver.ts";
import { isPhoneNumber } from "../../sms-sender/is-phone-number.ts";
import { isName, isSame } from "../signatures.ts";

/** What becomes of text messages, and what people answer to them. */
export const twilioReceiver: Receiver = {
  provider: "twilio",
  secretForm: "the auth token of the account, 32 hexadecimal digits",
  isSecret: (text) => /^[0-9a-f]{32}$/i.test(text),
  newSecret: null,
  isAuthentic,
  read,
  factsOf: ({ body }) => factsOf(new URLSearchParams(body)),
  // TwiML that answers nothing: Twilio itself tells whoever has sent STOP that he is left alone.
  answer: { contentType: "text/xml; charset=utf-8", body: '<?xml version="1.0" encoding="UTF-8"?><Response/>' },
};

/** Over the address and the sorted fields of the form. There is no time in it: what was told before is known by its identity. */
function isAuthentic({ url, headers, body }: ReceivedRequest, secrets: readonly string[]): boolean {
  const given = headers["x-twilio-signature"];
  if (given === undefined || !isForm(headers["content-type"])) return false;
  const form = new URLSearchParams(body);
  const fields = [...new Set(form.keys())].sort().map((name) =>
    [...new Set(form.getAll(name))]
      .sort()
      .map((value) => name + value)
      .join(""),
  );
  const text = url + fields.join("");
  return secrets.some((secret) => isSame(given, createHmac("sha1", secret).update(text).digest("base64")));
}

function isForm(contentType = ""): boolean {
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType);
}

/** A message is told of once in each of its states; one that came in has the state `received`. */
function read({ body }: ReceivedRequest): ProviderEvent | null {
  const form = new URLSearchParams(body);
  const sid = form.get("MessageSid") ?? form.get("SmsSid");
  const status = statusOf(form);
  if (!isName(sid) || !/^[a-z_]{1,32}$/.test(status)) return null;
  const isInbound = status === "received";
  return {
    id: `${sid}:${status}`,
    nonce: null,
    type: isInbound ? "message.received" : `message.${status}`,
    occurredAt: null,
    // Of what somebody wishes, the last counts.
    orderKey: isInbound ? `sms ${form.get("From")}` : null,
  };
}

function statusOf(form: URLSearchParams): string {
  return form.get("MessageStatus") ?? form.get("SmsStatus") ?? "";
}

function factsOf(form: URLSearchParams): ReceivedFact[] {
  const status = statusOf(form);
  if (status === "received") return wishOf(form);
  const providerMessageId = form.get("MessageSid") ?? form.get("SmsSid")!;
  const settled = { kind: "message_settled" as const, providerMessageId };
  if (status === "delivered" || status === "read") return [{ ...settled, status: "delivered", reason: null }];
  if (status !== "failed" && status !== "undelivered") return [];
  return [{ ...settled, status: "failed", reason: FAILURES.get(form.get("ErrorCode")) ?? "refused" }];
}

const FAILURES: ReadonlyMap<string | null, DeliveryFailure> = new Map([
  ["21610", "opted_out"],
  ["30005", "bounced"],
  ["30006", "bounced"],
]);

/** The words that Twilio itself goes by; nothing may stand beside them. */
const STOP = new Set(["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"]);
const START = new Set(["START", "YES", "UNSTOP"]);

function wishOf(form: URLSearchParams): ReceivedFact[] {
  const address = form.get("From") ?? "";
  const word = (form.get("OptOutType") ?? form.get("Body") ?? "").trim().toUpperCase();
  const isStop = STOP.has(word);
  if (!isPhoneNumber(address) || (!isStop && !START.has(word))) return [];
  return [{ kind: isStop ? "contact_suppressed" : "contact_resumed", channel: "sms", address, reason: "stop" }];
}
