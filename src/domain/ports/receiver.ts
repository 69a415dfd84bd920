import type { SuppressionChannel, SuppressionReason } from "../contact-suppression/contact-suppression.ts";
import type { NotificationReason } from "../notification/notification.ts";

export type { SuppressionReason };

/** What came over HTTP, before it is known from whom. */
export interface ReceivedRequest {
  /** Under which a provider has called us: our public address with path and query. Never made of the Host header. */
  url: string;
  /** By names in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  /** Letter for letter: signatures are over it. */
  body: string;
}

/** What a provider calls the event that it tells of. */
export interface ProviderEvent {
  /** The same each time that it is told, 255 characters at most. It is taken once. */
  id: string;
  /** What a signature is good for once, where it does not cover the body. */
  nonce: string | null;
  /** In the provider's words. */
  type: string | null;
  /** When it happened; null where the provider does not say. */
  occurredAt: Date | null;
  /**
   * What it says the state of, such as one number's wish. Of events with one key, what happened earlier than what was
   * processed does nothing; where the provider gives no time, it is that of arrival. Null: any order does.
   */
  orderKey: string | null;
}

/** What an event means to the house. */
export type ReceivedFact = MessageSettled | ContactChanged;

/** What became of a message that was sent by the provider. */
export interface MessageSettled {
  kind: "message_settled";
  /** As the sender's outcome has it. */
  providerMessageId: string;
  status: "delivered" | "failed";
  /** Why it failed; null when it did not. */
  reason: DeliveryFailure | null;
}

/** Whether somebody may be written to. */
export interface ContactChanged {
  kind: "contact_suppressed" | "contact_resumed";
  channel: SuppressionChannel;
  address: string;
  reason: SuppressionReason;
  /** The message that he means, where the provider says which. */
  providerMessageId?: string;
}

export type DeliveryFailure = Extract<
  NotificationReason,
  "opted_out" | "unsubscribed" | "bounced" | "complained" | "refused"
>;

/** How one provider tells us of something. */
export interface Receiver {
  /** As it stands in the address: for ever. */
  provider: string;
  /** What a secret looks like, as the end of a sentence that begins with "must be". */
  secretForm: string;
  isSecret(text: string): boolean;
  /** Makes a secret where it is ours to make. Null: the provider makes it. */
  newSecret: (() => string) | null;
  /** Whether one who knows one of the secrets has sent it, and lately where the provider signs the time. */
  isAuthentic(request: ReceivedRequest, secrets: readonly string[], now: Date): boolean;
  /** Null: it is not what this provider sends. Only asked of what is authentic. */
  read(request: ReceivedRequest): ProviderEvent | null;
  /** Null: it says what it is, but not what it should say. */
  factsOf(event: Pick<ReceivedRequest, "body">): ReceivedFact[] | null;
  /** What the provider wants to hear when it was taken. */
  answer: { contentType: string; body: string };
}

/** Those that there are, by their names. */
export type Receivers = ReadonlyMap<string, Receiver>;
