import type { Passkey } from "../../domain/passkey/passkey.ts";
import type { components } from "../../generated/contract.ts";
import { instant } from "../instant.ts";

export function toPasskeyResource({
  id,
  name,
  isSynced,
  createdAt,
  lastUsedAt,
}: Passkey): components["schemas"]["Passkey"] {
  return { id, name, synced: isSynced, createdAt: instant(createdAt), lastUsedAt: lastUsedAt && instant(lastUsedAt) };
}
