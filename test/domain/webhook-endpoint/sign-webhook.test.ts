import { describe, expect, test } from "@jest/globals";
import { Webhook } from "standardwebhooks";
import { newWebhookSecret, signWebhook } from "../../../src/domain/webhook-endpoint/sign-webhook.ts";

const BODY = '{"type":"booking.created","name":"Gr\u00fc\u00dfe"}';
const sign = (secrets: string[], at = new Date()) => signWebhook({ id: "evn_1", at, body: BODY }, secrets);

describe("a signed webhook (Standard Webhooks)", () => {
  test("is taken by the specification's own library", () => {
    const secret = newWebhookSecret();
    expect(new Webhook(secret).verify(BODY, sign([secret]))).toEqual(JSON.parse(BODY));
  });

  test("is signed as the specification's example is", () => {
    const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const message = {
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
      at: new Date(1_614_265_330_000),
      body: '{"test": 2432232314}',
    };
    const { "webhook-signature": signature } = signWebhook(message, [secret]);
    expect(signature).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  });

  test("is taken by whoever has either secret while there are two, and by nobody else", () => {
    const [old, next, other] = [newWebhookSecret(), newWebhookSecret(), newWebhookSecret()];
    const headers = sign([next, old]);
    for (const secret of [old, next]) expect(() => new Webhook(secret).verify(BODY, headers)).not.toThrow();
    expect(() => new Webhook(other).verify(BODY, headers)).toThrow("No matching signature");
  });

  test("is refused with another body, another identifier, or an old time", () => {
    const secret = newWebhookSecret();
    const webhook = new Webhook(secret);
    const headers = sign([secret]);
    expect(() => webhook.verify(`${BODY} `, headers)).toThrow("No matching signature");
    expect(() => webhook.verify(BODY, { ...headers, "webhook-id": "evn_2" })).toThrow("No matching signature");
    const old = sign([secret], new Date(Date.now() - 600_000));
    expect(() => webhook.verify(BODY, old)).toThrow("too old");
  });
});
