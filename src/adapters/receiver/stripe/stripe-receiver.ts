import { createHmac } from "node:crypto";
import type { ProviderEvent, ReceivedRequest, Receiver } from "../../../domain/ports/receiver.ts";
import { fieldOf, parseJson } from "../../sending/ask-provider.ts";
import { isLately, isName, isSame, JSON_ANSWER, toDate } from "../signatures.ts";

const TOLERANCE_SECONDS = 300;
const MOST_SIGNATURES = 10;

/** Events of a Stripe account, signed by the secret of one of its endpoints. */
export const stripeReceiver: Receiver = {
  provider: "stripe",
  secretForm: "the signing secret of the endpoint, which begins with whsec_",
  isSecret: (text) => /^whsec_[A-Za-z0-9+/=_-]{16,200}$/.test(text),
  newSecret: null,
  isAuthentic,
  read,
  factsOf: () => [],
  answer: JSON_ANSWER,
};

/** `t=1492774577,v1=5257...,v0=6ffb...`: only v1 is of those who are live. */
function isAuthentic({ headers, body }: ReceivedRequest, secrets: readonly string[], now: Date): boolean {
  const parts = (headers["stripe-signature"] ?? "").split(",").map((part) => part.trim().split("="));
  const timestamp = parts.find(([name]) => name === "t")?.[1];
  if (!isLately(timestamp, now, TOLERANCE_SECONDS)) return false;
  const given = parts.filter(([name]) => name === "v1").slice(0, MOST_SIGNATURES);
  return secrets.some((secret) => {
    const right = createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
    return given.some(([, signature = ""]) => isSame(signature, right));
  });
}

function read({ body }: ReceivedRequest): ProviderEvent | null {
  const json = parseJson(body);
  const [id, type] = [fieldOf(json, "id"), fieldOf(json, "type")];
  if (!isName(id) || !isName(type)) return null;
  return { id, nonce: null, type, occurredAt: toDate(fieldOf(json, "created")), orderKey: null };
}
