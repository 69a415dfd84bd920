/**
 * What became of a message that was handed to a provider. Nothing in it names the person, the address or the text, so that it
 * may stand in logs and in what a team reads of its deliveries.
 */
export type SendOutcome = { provider: string } & (
  SentOutcome | RefusedOutcome | { outcome: "later"; retryAfterSeconds: number | null; detail: string } | DownOutcome
);

/** The provider has taken it, and it will not be lost by the end of this process. Whether it arrives, the provider tells later, if ever. */
export interface SentOutcome {
  outcome: "sent";
  /** What the provider calls the message. Null: it gives it no name. */
  providerMessageId: string | null;
}

/** For good: the same message never goes to this address. */
export interface RefusedOutcome {
  outcome: "refused";
  reason: RefusalReason;
  /** As the provider counts its refusals, such as `SMTP 550 5.1.1` or `HTTP 410`. */
  detail: string;
}

/**
 * `bad_address`: nobody can be reached by it. `gone`: the device or browser has given this token up: it is to be removed.
 * `unsubscribed`: its owner wants nothing from us. `too_large`: of this message. `not_accepted`: the message, for another reason.
 */
export type RefusalReason = "bad_address" | "gone" | "unsubscribed" | "too_large" | "not_accepted";

/**
 * It may go out by another provider, or by this one later. Where the answer did not come in time it may have gone out all the
 * same: it is sent again with the same identifier.
 */
export interface DownOutcome {
  outcome: "down";
  /**
   * `misconfigured`: the provider is well, but does not know us, or does not let us. `not_asked`: it failed for others just
   * before, so that it was not asked, and will not be before `retryAfterSeconds`, which is given: it does not count as an attempt.
   */
  reason: "unreachable" | "timed_out" | "failing" | "misconfigured" | "not_asked";
  retryAfterSeconds: number | null;
  detail: string;
}

/**
 * Takes messages of a kind out of the house. Comes back within a time that is bounded, and never throws for what a provider,
 * a network or an address does.
 */
export interface Sender<Message extends { id: string }> {
  send(message: Message): Promise<SendOutcome>;
}
