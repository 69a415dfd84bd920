export type SuppressionChannel = "email" | "sms";

/**
 * Why somebody is not written to, what weighs most first.
 * - `bounce`: the address does not exist.
 * - `complaint`: he has called our mail unwanted to his provider.
 * - `stop`: he has answered STOP.
 * - `unsubscribe`: he wants no more than what his bookings need.
 */
export const SUPPRESSION_REASONS = ["bounce", "complaint", "stop", "unsubscribe"] as const;

export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

/** Somebody as a channel knows him. */
export interface Contact {
  channel: SuppressionChannel;
  /** Of e-mail in any case; a number in the form of E.164. */
  address: string;
}

/** As it is kept and found. */
export function toKeptAddress({ channel, address }: Contact): string {
  return channel === "email" ? address.toLowerCase() : address;
}

/** What he may be sent all the same. */
export const MAY_STILL_GO: Readonly<Record<SuppressionReason, "nothing" | "needed">> = {
  bounce: "nothing",
  complaint: "nothing",
  stop: "nothing",
  unsubscribe: "needed",
};
