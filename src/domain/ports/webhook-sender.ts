/** One POST to the server of somebody else. */
export interface WebhookMessage {
  /** Absolute, without user and password. */
  url: string;
  /** By names in lower case. */
  headers: Record<string, string>;
  /** JSON, sent letter for letter: it is what was signed. */
  body: string;
}

/**
 * Why there was no answer.
 * - `address_not_allowed`: the name leads to an address that is not a public one, or the scheme is not allowed for it.
 * - `name_not_found`: the name leads nowhere.
 * - `connection_failed`: nobody took the connection, or it broke before there was a status.
 * - `tls_failed`: the certificate is not valid for the name, or there is no TLS that both know.
 * - `timed_out`: there was no status within the time that is allowed.
 * - `invalid_answer`: what came back is not HTTP.
 */
export type WebhookFailure =
  "address_not_allowed" | "name_not_found" | "connection_failed" | "tls_failed" | "timed_out" | "invalid_answer";

export interface WebhookAnswer {
  kind: "answered";
  /** Any final status: a redirect is one, since it is not followed. */
  status: number;
  /** `Retry-After` as it came. */
  retryAfter: string | null;
  /** The first bytes of the body as UTF-8, MOST_ANSWER_BYTES of them at most. The rest is never read. */
  body: string;
}

export type WebhookOutcome = WebhookAnswer | { kind: "failed"; failure: WebhookFailure };

/** How much of an answer is read. */
export const MOST_ANSWER_BYTES = 1_000;

/** Brings webhooks to whoever wants them, and to nobody whom only this server can reach. */
export interface WebhookSender {
  /**
   * One attempt within a time that is bounded.
   * @throws the signal's reason when it comes first: then nobody knows whether the message arrived
   */
  send(message: WebhookMessage, signal: AbortSignal): Promise<WebhookOutcome>;
}
