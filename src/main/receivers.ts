import { mailgunReceiver } from "../adapters/receiver/mailgun/mailgun-receiver.ts";
import { standardWebhooksReceiver } from "../adapters/receiver/standard-webhooks/standard-webhooks-receiver.ts";
import { stripeReceiver } from "../adapters/receiver/stripe/stripe-receiver.ts";
import { twilioReceiver } from "../adapters/receiver/twilio/twilio-receiver.ts";
import type { Receivers } from "../domain/ports/receiver.ts";
import type { Config } from "./config.ts";

/** Every provider that may tell us of something. A new one has its row here, and its name in the contract. */
export const RECEIVERS: Receivers = new Map(
  [mailgunReceiver, standardWebhooksReceiver, stripeReceiver, twilioReceiver].map((each) => [each.provider, each]),
);

/** What those sign by whom the installation itself sends by: one account for all organisations. */
export function installationSecretsOf({ senders, mailgunSigningKey }: Config): ReadonlyMap<string, readonly string[]> {
  return new Map([
    ...(senders.twilio ? [["twilio", [senders.twilio.authToken]] as const] : []),
    ...(mailgunSigningKey === null ? [] : [["mailgun", [mailgunSigningKey]] as const]),
  ]);
}
