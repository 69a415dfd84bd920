import { createHmac, randomBytes } from "node:crypto";

const PREFIX = "whsec_";
/** Standard Webhooks asks for 24 to 64. */
const SECRET_BYTES = 32;

/** @returns what its receiver is shown: `whsec_` and base64 (Standard Webhooks, "Signature scheme") */
export function newWebhookSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString("base64");
}

export interface WebhookToSign {
  /** The same with each attempt: receivers tell by it what they had already. */
  id: string;
  /** Of this attempt: receivers refuse what is minutes old. */
  at: Date;
  /** As it is sent, letter for letter. */
  body: string;
}

/** The three headers of Standard Webhooks. @param secrets each signs: while there are two, receivers may go by either */
export function signWebhook({ id, at, body }: WebhookToSign, secrets: readonly string[]): Record<string, string> {
  const timestamp = Math.floor(at.getTime() / 1000);
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
  });
  return {
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": signatures.join(" "),
  };
}
