import type { PushKind } from "../ports/push-sender.ts";

/** To what this server pushes. */
export interface PushOffer {
  kinds: ReadonlySet<PushKind>;
  /** What a browser subscribes with: an uncompressed point of P-256 in base64url. Null where no browser is pushed to. */
  applicationServerKey: string | null;
}
