import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createBreakers } from "../../src/main/breakers.ts";
import { parseConfig } from "../../src/main/config.ts";
import { createIdentityProviders } from "../../src/main/identity-providers.ts";
import { createSenders } from "../../src/main/senders.ts";
import type { LogLine } from "../support/domain-context.ts";
import { createListLog } from "../support/list-log.ts";
import { startHttpPeer, type HttpPeer } from "../support/senders/http-peer.ts";

let twilio: HttpPeer;
let vonage: HttpPeer;

beforeAll(async () => {
  [twilio, vonage] = [await startHttpPeer(), await startHttpPeer()];
});

afterAll(() => Promise.all([twilio.close(), vonage.close()]));

test("each third party of the configuration has a breaker of its own: the second sends while the first is not asked", async () => {
  twilio.answer({ status: 500 });
  vonage.answer({ status: 200, body: { messages: [{ status: "0", "message-id": "0A1" }] } });
  const config = parseConfig({
    ...{ TWILIO_ACCOUNT_SID: "AC0", TWILIO_AUTH_TOKEN: "t", TWILIO_FROM: "+15551234567" },
    ...{ VONAGE_API_KEY: "k", VONAGE_API_SECRET: "s", VONAGE_FROM: "Clinic" },
    ...{ TWILIO_BASE_URL: twilio.baseUrl, VONAGE_BASE_URL: vonage.baseUrl },
    ...{ GOOGLE_CLIENT_ID: "id", GOOGLE_CLIENT_SECRET: "s", GOOGLE_ISSUER: twilio.baseUrl },
  });
  const lines: LogLine[] = [];
  const breakers = createBreakers(createListLog(lines));
  expect(breakers.states()).toEqual({});

  const { smsSender } = createSenders(config, createListLog([]), breakers);
  for (let n = 0; n < 8; n++)
    expect(await smsSender.send({ id: `sms_${n}`, to: "+4915112345678", text: "Hello" })).toMatchObject({
      ...{ provider: "vonage", outcome: "sent" },
    });
  expect([twilio.requests.length, vonage.requests.length]).toEqual([5, 8]);

  const { identityProviders } = createIdentityProviders({
    ...{ settings: config.identityProviders, appUrl: "http://127.0.0.1:5000", localPageUrl: null, breakers },
  });
  await expect(
    identityProviders.get("google")!.authorisationUrl({ state: "s", nonce: "n", codeVerifier: "v".repeat(43) }),
  ).rejects.toMatchObject({ failure: "unavailable" });
  expect(breakers.states()).toEqual({ google: "closed", twilio: "open", vonage: "closed" });
  expect(lines).toMatchObject([{ level: "warn", fields: { integration: "twilio", state: "open" } }]);
});
