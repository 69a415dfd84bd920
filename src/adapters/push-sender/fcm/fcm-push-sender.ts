import type { PushMessage, PushSender } from "../../../domain/ports/push-sender.ts";
import type { SendOutcome } from "../../../domain/ports/send-outcome.ts";
import {
  createAsk,
  fieldOf,
  outcomeOfStatus,
  sendBy,
  toMessageId,
  type AskOptions,
  type ProviderAnswer,
} from "../../sending/ask-provider.ts";
import { outcomesOf } from "../../sending/outcomes.ts";
import { toProviderKey } from "../collapse-key.ts";
import { createGoogleToken, GoogleTokenError, type ServiceAccount } from "./google-token.ts";

export interface FcmOptions extends AskOptions {
  serviceAccount: ServiceAccount;
  /** https://fcm.googleapis.com */
  baseUrl: string;
}

const outcomes = outcomesOf("fcm");

/** Four weeks: FCM keeps nothing for longer. */
const MOST_SECONDS = 2_419_200;

/** To apps on Android, and to others that use Firebase Cloud Messaging, by its HTTP v1 interface. */
export function createFcmPushSender(options: FcmOptions): PushSender {
  const { serviceAccount, baseUrl, clock } = options;
  const ask = createAsk(options);
  const token = createGoogleToken(serviceAccount, ask, clock);
  const url = `${baseUrl}/v1/projects/${encodeURIComponent(serviceAccount.project_id)}/messages:send`;
  const post = async (body: string) => {
    const headers = { Authorization: `Bearer ${await token.current()}`, "Content-Type": "application/json" };
    const answer = await ask(url, { method: "POST", headers, body });
    if (answer.status === 401) token.forget();
    return toOutcome(answer);
  };
  return {
    kinds: new Set(["fcm"]),
    send: (message) => sendBy(outcomes, () => post(toBody(message)).catch(toOutcomeWithoutToken)),
  };
}

function toBody(message: PushMessage): string {
  const { target, title, body, data, collapseKey, urgency, timeToLiveSeconds } = message;
  if (target.kind !== "fcm") throw new TypeError(`no device of FCM's: ${target.kind}`);
  return JSON.stringify({
    message: {
      token: target.token,
      notification: { title, body },
      data,
      android: {
        priority: urgency === "high" ? "HIGH" : "NORMAL",
        ttl: `${Math.min(timeToLiveSeconds, MOST_SECONDS)}s`,
        ...(collapseKey !== undefined && { collapse_key: toProviderKey(collapseKey) }),
      },
    },
  });
}

function toOutcomeWithoutToken(error: unknown): SendOutcome {
  if (!(error instanceof GoogleTokenError)) throw error;
  const isOurs = error.status >= 400 && error.status < 500 && error.status !== 429;
  return outcomes.down(isOurs ? "misconfigured" : "failing", error.message);
}

function toOutcome(answer: ProviderAnswer): SendOutcome {
  const { status, body, retryAfterSeconds } = answer;
  if (status === 200) return outcomes.sent(toMessageId(fieldOf(body, "name")));
  const code = codeIn(body);
  const detail = `HTTP ${status} ${code}`.trim();
  // The second: the token belongs to another app's project, and will never do with ours.
  if (code === "UNREGISTERED" || code === "SENDER_ID_MISMATCH") return outcomes.refused("gone", detail);
  if (code === "THIRD_PARTY_AUTH_ERROR") return outcomes.down("misconfigured", detail);
  if (code === "QUOTA_EXCEEDED") return outcomes.later(detail, retryAfterSeconds);
  if (status === 400 && violates(body, "message.token")) return outcomes.refused("gone", detail);
  // Without a word of FCM's own it is the project that is not there.
  if (status === 404) return outcomes.down("misconfigured", detail);
  return outcomeOfStatus(outcomes, answer, detail);
}

function detailsOf(body: unknown): unknown[] {
  const details = fieldOf(body, "error", "details");
  return Array.isArray(details) ? details : [];
}

function codeIn(body: unknown): string {
  const code = detailsOf(body)
    .map((detail) => fieldOf(detail, "errorCode"))
    .find((each) => typeof each === "string");
  return typeof code === "string" && /^[A-Z_]{1,50}$/.test(code) ? code : "";
}

function violates(body: unknown, field: string): boolean {
  return detailsOf(body).some((detail) => {
    const violations = fieldOf(detail, "fieldViolations");
    return Array.isArray(violations) && violations.some((each) => fieldOf(each, "field") === field);
  });
}
