import type { SendOutcome } from "../../domain/ports/send-outcome.ts";
import type { Outcomes } from "./outcomes.ts";

/** What bounds a call and dates its answer. */
export interface AskOptions {
  timeoutMs: number;
  clock: { now(): Date };
}

/** What a provider has answered. */
export interface ProviderAnswer {
  status: number;
  headers: Headers;
  /** Its JSON; null when it is none. */
  body: unknown;
  /** What it says of when to come back (RFC 9110 10.2.3). */
  retryAfterSeconds: number | null;
}

export type Ask = (url: string, init: RequestInit) => Promise<ProviderAnswer>;

/** Providers answer in less than a kilobyte. */
const MOST_BYTES = 65_536;

/**
 * Runs one send. What a network does ends as `down`; errors say no more than their kind, since their messages may repeat the
 * address or the key.
 */
export async function sendBy(outcomes: Outcomes, send: () => Promise<SendOutcome>): Promise<SendOutcome> {
  try {
    return await send();
  } catch (error) {
    if ((error as Error).name === "TimeoutError") return outcomes.down("timed_out", "no answer in time");
    return outcomes.down("unreachable", codeOf(error));
  }
}

/** Asks within the time, follows nobody elsewhere, and reads no endless answer. */
export function createAsk({ timeoutMs, clock }: AskOptions): Ask {
  return async (url, init) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { ...init, redirect: "manual", signal });
    const { status, headers } = response;
    const body = parseJson(await readText(response));
    return { status, headers, body, retryAfterSeconds: readRetryAfter(headers.get("Retry-After"), clock.now()) };
  };
}

/** What a status means that the provider does not say more of. */
export function outcomeOfStatus(
  outcomes: Outcomes,
  { status, retryAfterSeconds }: ProviderAnswer,
  detail = `HTTP ${status}`,
): SendOutcome {
  if (status === 401 || status === 403) return outcomes.down("misconfigured", detail);
  if (status === 408 || status === 429) return outcomes.later(detail, retryAfterSeconds);
  if (status === 413) return outcomes.refused("too_large", detail);
  if (status >= 400 && status < 500) return outcomes.refused("not_accepted", detail);
  return outcomes.down("failing", detail, retryAfterSeconds);
}

/** Nobody is made to wait for longer. */
const MOST_WAIT_SECONDS = 86_400;

/** Seconds, or a date. */
export function readRetryAfter(text: string | null, now: Date): number | null {
  if (text === null) return null;
  const seconds = /^\d+$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - now.getTime()) / 1_000);
  return Number.isNaN(seconds) ? null : Math.min(Math.max(0, seconds), MOST_WAIT_SECONDS);
}

/** A field of an answer that may be anything. */
export function fieldOf(value: unknown, ...names: string[]): unknown {
  return names.reduce<unknown>(
    (inner, name) =>
      typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>)[name] : undefined,
    value,
  );
}

/** The name that a provider gives a message, where it is one. */
export function toMessageId(value: unknown): string | null {
  return typeof value === "string" && value !== "" && value.length <= 500 ? value : null;
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  const body = response.body as unknown as AsyncIterable<Uint8Array> | null;
  let text = "";
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return "";
    text += decoder.decode(chunk, { stream: true });
  }
  return text;
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** `fetch failed` says nothing; the code of its cause does. */
export function codeOf(error: unknown): string {
  const { name, code, cause } = error as NodeJS.ErrnoException;
  return (cause as NodeJS.ErrnoException | undefined)?.code ?? code ?? name;
}
