import type { Sender } from "./send-outcome.ts";

export type PushKind = "apns" | "fcm" | "web_push";

/** An app on a device, or a page in a browser. */
export type PushTarget = { kind: "apns" | "fcm"; token: string } | WebPushTarget;

/** What a browser's `PushSubscription` says of itself (W3C Push API). */
export interface WebPushTarget {
  kind: "web_push";
  endpoint: string;
  /** The browser's public key, and what it shares with us, both in base64url (RFC 8291 3.1, 3.2). */
  p256dh: string;
  auth: string;
}

/** One notification on one device. */
export interface PushMessage {
  /** Stays the same when the same message is sent again. */
  id: string;
  target: PushTarget;
  title: string;
  body: string;
  /** What the app needs to open the right thing. No more than 3 kB of all this gets through. */
  data?: Record<string, string>;
  /** A later message with the same key takes the place of an earlier one that the device has not shown yet. */
  collapseKey?: string;
  /** `high` wakes a device that sleeps. */
  urgency: "normal" | "high";
  /** How long the provider keeps it for a device that is off. 0: it is shown now or never. */
  timeToLiveSeconds: number;
}

/** Takes notifications to devices. A token that is `gone` must not be used again. */
export interface PushSender extends Sender<PushMessage> {
  /** Those that can be sent to. */
  kinds: ReadonlySet<PushKind>;
}
