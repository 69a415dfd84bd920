import { createHash } from "node:crypto";

/** A key of 32 characters that each provider takes: Web Push has no room for more (RFC 8030 5.4). */
export function toProviderKey(collapseKey: string): string {
  return createHash("sha256").update(collapseKey).digest("base64url").slice(0, 32);
}
