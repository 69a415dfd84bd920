import type {
  WebhookAttempt as WebhookAttemptRow,
  WebhookDelivery as WebhookDeliveryRow,
} from "../../generated/prisma/client.ts";
import type { WebhookFailure } from "../ports/webhook-sender.ts";

/** `failed`: it is tried no more. */
export type WebhookDeliveryStatus = "pending" | "delivered" | "failed";

/**
 * - `not_taken`: ten attempts were not taken, or one was answered 410.
 * - `endpoint_disabled`, `endpoint_deleted`: it was on its way then.
 * - `given_up`: it could not be sent for reasons of the house; the dead letter says which.
 */
export type WebhookFailedReason = "not_taken" | "endpoint_disabled" | "endpoint_deleted" | "given_up";

/** Why it is sent: something has happened, somebody asked for a ping, or asked for it again. */
export type WebhookDeliveryCause = "event" | "ping" | "replay";

/** What came of one POST: a status, or why there was none. */
export interface WebhookAttempt extends Omit<WebhookAttemptRow, "failure"> {
  failure: WebhookFailure | null;
}

/** One event on its way to one endpoint. */
export interface WebhookDelivery extends Omit<WebhookDeliveryRow, "status" | "failedReason" | "cause" | "sequence"> {
  status: WebhookDeliveryStatus;
  failedReason: WebhookFailedReason | null;
  cause: WebhookDeliveryCause;
}

export interface WebhookDeliveryWithAttempts extends WebhookDelivery {
  /** Each that was made, the first first. */
  made: WebhookAttempt[];
}

/** What the job of an attempt is told, and where it comes from. */
export interface AttemptToMake {
  deliveryId: string;
  /** From 1. */
  attempt: number;
  requestId: string;
  traceId?: string | undefined;
}

export const WITH_ATTEMPTS = { made: { orderBy: { number: "asc" } } } as const;

/** Attempts are read after their delivery: one that was made in between belongs to what it is next. */
export function toWebhookDelivery({
  sequence: _,
  made,
  ...row
}: WebhookDeliveryRow & { made: WebhookAttemptRow[] }): WebhookDeliveryWithAttempts {
  return { ...row, made: made.slice(0, row.attempts) } as WebhookDeliveryWithAttempts;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long after each failure it is tried again: ten attempts over three days and a quarter. */
const DELAYS_MS = [
  5 * SECOND,
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  6 * HOUR,
  12 * HOUR,
  24 * HOUR,
  34 * HOUR,
] as const;

export const MOST_ATTEMPTS = DELAYS_MS.length + 1;

/** Whoever asks for more patience than that is taken at his word for so long. */
const LONGEST_RETRY_AFTER_MS = 24 * HOUR;

export interface Failed {
  /** How many attempts there were, this one counted. */
  attempts: number;
  at: Date;
  /** What the receiver said of it. */
  retryAfter: Date | null;
  /** From 0 to 1: up to a tenth later, so that those who failed together do not come back together. */
  chance: number;
}

/** When to try again; null: no more. */
export function nextAttemptAt({ attempts, at, retryAfter, chance }: Failed): Date | null {
  const delay = DELAYS_MS[attempts - 1];
  if (delay === undefined) return null;
  const ours = at.getTime() + Math.round(delay * (1 + chance / 10));
  const theirs = Math.min(retryAfter?.getTime() ?? 0, at.getTime() + LONGEST_RETRY_AFTER_MS);
  return new Date(Math.max(ours, theirs));
}

/** `Retry-After` (RFC 9110 10.2.3): seconds, or a date. Null when it is neither. */
export function readRetryAfter(header: string | null, now: Date): Date | null {
  const text = header?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return new Date(now.getTime() + Number(text) * SECOND);
  const at = /^[A-Z][a-z]{2},? /.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? null : new Date(at);
}
