import type { Device } from "../../domain/device/device.ts";
import type { Actor } from "../../domain/shared/actor.ts";
import type { components } from "../../generated/contract.ts";
import { instant } from "../instant.ts";

export function toDeviceResource(device: Device, { credentialId }: Actor): components["schemas"]["Device"] {
  const { id, kind, name, appVersion, sessionId, createdAt, lastSeenAt } = device;
  const current = sessionId === credentialId;
  return { id, kind, name, appVersion, current, createdAt: instant(createdAt), lastSeenAt: instant(lastSeenAt) };
}
