import { createHmac } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { Webhook } from "standardwebhooks";
import Stripe from "stripe";
import twilio from "twilio";
import { mailgunReceiver } from "../../../src/adapters/receiver/mailgun/mailgun-receiver.ts";
import { standardWebhooksReceiver } from "../../../src/adapters/receiver/standard-webhooks/standard-webhooks-receiver.ts";
import { stripeReceiver } from "../../../src/adapters/receiver/stripe/stripe-receiver.ts";
import { twilioReceiver } from "../../../src/adapters/receiver/twilio/twilio-receiver.ts";
import type { ReceivedRequest, Receiver } from "../../../src/domain/ports/receiver.ts";
import { newWebhookSecret } from "../../../src/domain/webhook-endpoint/sign-webhook.ts";
import { NOW } from "../../support/domain-context.ts";

const now = new Date(NOW);
const at = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
const URL = "https://api.example/v1/receivers/provider/rcn_1";

interface Kind {
  receiver: Receiver;
  secret: string;
  other: string;
  /** As the provider's own library, or its documentation, signs it. */
  sign: (body: string, secret: string, at: Date) => ReceivedRequest;
  body: string;
  /** Null: the provider signs no time. */
  toleranceSeconds: number | null;
  bad: string[];
}

const request = (body: string, headers: Record<string, string>): ReceivedRequest => ({ url: URL, headers, body });

const stripe = new Stripe("sk_test_1");
const FORM = "application/x-www-form-urlencoded; charset=UTF-8";

const kinds: Kind[] = [
  {
    receiver: standardWebhooksReceiver,
    secret: newWebhookSecret(),
    other: newWebhookSecret(),
    sign: (body, secret, at) =>
      request(body, {
        "webhook-id": "msg_1",
        "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
        "webhook-signature": new Webhook(secret).sign("msg_1", at, body),
      }),
    body: '{"type":"sample.finished","timestamp":"2026-11-23T07:59:00Z","data":{}}',
    toleranceSeconds: 300,
    bad: ["whsec_", "whsec_c2hvcnQ=", `whsec_${"A".repeat(120)}`, "C2FVsBQIhrscChlQIMV+b5sSYspob7oD"],
  },
  {
    receiver: stripeReceiver,
    secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    other: "whsec_C2FVsBQIhrscChlQIMVb5sSYspob7oDx",
    sign: (payload, secret, at) => {
      const timestamp = Math.floor(at.getTime() / 1000);
      return request(payload, {
        "stripe-signature": stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp }),
      });
    },
    body: '{"id":"evt_1","object":"event","type":"charge.succeeded","created":1795420740}',
    toleranceSeconds: 300,
    bad: ["whsec_", "sk_live_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
  },
  {
    receiver: twilioReceiver,
    secret: "0123456789abcdef0123456789abcdef",
    other: "f123456789abcdef0123456789abcdef",
    sign: (body, secret) => {
      const params: Record<string, string | string[]> = {};
      for (const name of new Set(new URLSearchParams(body).keys())) {
        const values = new URLSearchParams(body).getAll(name);
        params[name] = values.length === 1 ? values[0]! : values;
      }
      return request(body, {
        "x-twilio-signature": twilio.getExpectedTwilioSignature(secret, URL, params),
        "content-type": FORM,
      });
    },
    body: "MessageSid=SM1&MessageStatus=delivered&To=%2B4915112345678&MediaUrl=b&MediaUrl=a&MediaUrl=b&Body=%C3%BC+%F0%9F%98%80&Empty=",
    toleranceSeconds: null,
    bad: ["0123", "g123456789abcdef0123456789abcdef"],
  },
  {
    receiver: mailgunReceiver,
    secret: "key-0123456789abcdef",
    other: "key-f123456789abcdef",
    // https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks
    sign: (body, secret, at) => {
      const signature = { timestamp: String(Math.floor(at.getTime() / 1000)), token: "ab12" };
      const hex = createHmac("sha256", secret).update(signature.timestamp).update(signature.token).digest("hex");
      return request(
        JSON.stringify({ signature: { ...signature, signature: hex }, "event-data": JSON.parse(body) as object }),
        {},
      );
    },
    body: '{"id":"ev1","event":"opened","timestamp":1795420740.5}',
    toleranceSeconds: 43_200,
    bad: ["short", "with a space in it"],
  },
];

describe.each(kinds.map((kind) => [kind.receiver.provider, kind] as const))("%s", (_, kind) => {
  const { receiver, secret, other, sign, body, toleranceSeconds } = kind;
  const isAuthentic = (signed: ReceivedRequest, secrets = [secret]) => receiver.isAuthentic(signed, secrets, now);

  test("takes what the provider's own way of signing makes, by any of the secrets that are good", () => {
    expect(isAuthentic(sign(body, secret, now))).toBe(true);
    expect(isAuthentic(sign(body, secret, now), [other, secret])).toBe(true);
    expect(isAuthentic(sign(body, secret, now), [other])).toBe(false);
    expect(isAuthentic(sign(body, secret, now), [])).toBe(false);
  });

  test("takes nothing that was changed or is not there", () => {
    const signed = sign(body, secret, now);
    const isMailgun = receiver === mailgunReceiver;
    // What Mailgun signs is the time and the token.
    if (!isMailgun) expect(isAuthentic({ ...signed, body: `${signed.body} ` })).toBe(false);
    for (const name of Object.keys(signed.headers)) {
      expect(isAuthentic({ ...signed, headers: { ...signed.headers, [name]: undefined } })).toBe(false);
      for (const value of ["", "x", ",", "=", "v1,", "t=,v1=", `${signed.headers[name]}x`.slice(1)])
        expect(isAuthentic({ ...signed, headers: { ...signed.headers, [name]: value } })).toBe(false);
    }
    for (const text of [
      "",
      "null",
      "[]",
      '{"signature":null}',
      '{"signature":{"timestamp":1,"token":{},"signature":[]}}',
    ])
      expect(isAuthentic({ ...signed, body: text })).toBe(false);
  });

  test("takes what is as old, or as far ahead, as is allowed, and nothing beyond", () => {
    if (toleranceSeconds === null) return;
    for (const sign1 of [1, -1]) {
      expect(isAuthentic(sign(body, secret, at(sign1 * toleranceSeconds)))).toBe(true);
      expect(isAuthentic(sign(body, secret, at(sign1 * (toleranceSeconds + 1))))).toBe(false);
    }
  });

  test("knows what a secret looks like", () => {
    for (const good of [secret, other]) expect(receiver.isSecret(good)).toBe(true);
    for (const bad of ["", ...kind.bad]) expect(receiver.isSecret(bad)).toBe(false);
    if (receiver.newSecret) expect(receiver.isSecret(receiver.newSecret())).toBe(true);
  });

  test("says of what is not its own that it is not, whatever it is", () => {
    for (const text of [
      "",
      "null",
      "7",
      "[]",
      "{}",
      '{"id":7,"type":{}}',
      '{"event-data":[]}',
      '{"event-data":{"id":"1","event":null}}',
      "a=b",
      "MessageSid=",
      "\u0000",
    ])
      expect(receiver.read({ ...request(text, {}) })).toBeNull();
  });
});

test("an identity is what the provider names its event by, with its type and its time", () => {
  const [standard, stripes, twilios, mailgun] = kinds.map(({ receiver, sign, body, secret }) =>
    receiver.read(sign(body, secret, now)),
  );
  const none = { nonce: null, orderKey: null };
  expect(standard).toEqual({
    ...none,
    id: "msg_1",
    type: "sample.finished",
    occurredAt: new Date("2026-11-23T07:59:00Z"),
  });
  expect(stripes).toEqual({ ...none, id: "evt_1", type: "charge.succeeded", occurredAt: new Date(1795420740_000) });
  expect(twilios).toEqual({ ...none, id: "SM1:delivered", type: "message.delivered", occurredAt: null });
  expect(mailgun).toEqual({ ...none, id: "ev1", nonce: "ab12", type: "opened", occurredAt: new Date(1795420740_500) });
});

const sms = (fields: Record<string, string>) =>
  twilioReceiver.factsOf({ body: new URLSearchParams({ MessageSid: "SM1", ...fields }).toString() });
const answered = (Body: string, more: Record<string, string> = {}) =>
  sms({ SmsStatus: "received", From: "+15551234567", Body, ...more });
const number = { channel: "sms", address: "+15551234567", reason: "stop" };

describe("a text message that comes in", () => {
  test.each(["STOP", "stop", " Stop\n", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT"])(
    "with %j: its number is left alone",
    (word) => {
      expect(answered(word)).toEqual([{ kind: "contact_suppressed", ...number }]);
    },
  );

  test.each(["START", "YES", "unstop"])("with %j: its number is written to again", (word) => {
    expect(answered(word)).toEqual([{ kind: "contact_resumed", ...number }]);
  });

  test("with more than that word, or from what is no number, means nothing", () => {
    for (const text of ["STOP it", "please stop", "", "HELP"]) expect(answered(text)).toEqual([]);
    for (const From of ["whatsapp:+15551234567", "12345", ""]) expect(answered("STOP", { From })).toEqual([]);
  });

  test("means what Twilio itself has made of it, where it says so", () => {
    expect(answered("Bitte aufhören", { OptOutType: "STOP" })).toEqual([{ kind: "contact_suppressed", ...number }]);
    expect(answered("STOP", { OptOutType: "HELP" })).toEqual([]);
  });
});

test.each<[Record<string, string>, object | null]>([
  [{ MessageStatus: "queued" }, null],
  [{ MessageStatus: "sent" }, null],
  [{ MessageStatus: "delivered" }, { status: "delivered", reason: null }],
  [
    { MessageStatus: "undelivered", ErrorCode: "30003" },
    { status: "failed", reason: "refused" },
  ],
  [
    { MessageStatus: "undelivered", ErrorCode: "30005" },
    { status: "failed", reason: "bounced" },
  ],
  [
    { MessageStatus: "failed", ErrorCode: "21610" },
    { status: "failed", reason: "opted_out" },
  ],
])("a text message of which Twilio says %j is settled as %j", (fields, settled) => {
  const expected = settled ? [{ kind: "message_settled", providerMessageId: "SM1", ...settled }] : [];
  expect(sms(fields)).toEqual(expected);
});

const mail = (event: object) =>
  mailgunReceiver.factsOf({
    body: JSON.stringify({
      "event-data": {
        recipient: "ada@example.com",
        message: { headers: { "message-id": "1@clinic.example" } },
        ...event,
      },
    }),
  });
const settledMail = (status: string, reason: string | null) => ({
  kind: "message_settled",
  providerMessageId: "<1@clinic.example>",
  status,
  reason,
});
const noMore = (reason: string) => ({
  kind: "contact_suppressed",
  channel: "email",
  address: "ada@example.com",
  reason,
  providerMessageId: "<1@clinic.example>",
});

test.each<[object, object[]]>([
  [{ event: "delivered" }, [settledMail("delivered", null)]],
  [{ event: "opened" }, []],
  [{ event: "constructor" }, []],
  [{ event: "failed", severity: "permanent", reason: "constructor" }, [settledMail("failed", "refused")]],
  [{ event: "failed", severity: "temporary", reason: "generic" }, []],
  [{ event: "failed", severity: "permanent", reason: "generic" }, [settledMail("failed", "refused")]],
  [{ event: "failed", severity: "permanent", reason: "bounce" }, [settledMail("failed", "bounced"), noMore("bounce")]],
  [
    { event: "failed", severity: "permanent", reason: "suppress-bounce" },
    [settledMail("failed", "bounced"), noMore("bounce")],
  ],
  [
    { event: "failed", severity: "permanent", reason: "suppress-complaint" },
    [settledMail("failed", "complained"), noMore("complaint")],
  ],
  [{ event: "complained" }, [noMore("complaint")]],
  [{ event: "unsubscribed" }, [noMore("unsubscribe")]],
])("of mail: %j", (event, facts) => {
  expect(mail(event)).toEqual(facts);
});

test("a bounce of nobody is no fact, and cannot be processed", () => {
  expect(mail({ event: "failed", severity: "permanent", reason: "bounce", recipient: null })).toBeNull();
});
