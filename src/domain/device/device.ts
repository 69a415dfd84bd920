import type { EventData } from "../../generated/events.ts";
import type { PushDevice } from "../../generated/prisma/client.ts";
import type { PushKind } from "../ports/push-sender.ts";

/** An app on a device, or a page in a browser, that notifications of one person are pushed to. Its token stays in its row. */
export interface Device {
  id: string;
  userId: string;
  /** The one that registered it last. */
  sessionId: string;
  kind: PushKind;
  name: string | null;
  appVersion: string | null;
  createdAt: Date;
  lastSeenAt: Date;
}

export function toDevice(row: PushDevice): Device {
  const { id, userId, sessionId, kind, name, appVersion, createdAt, lastSeenAt } = row;
  return { id, userId, sessionId, kind: kind as PushKind, name, appVersion, createdAt, lastSeenAt };
}

/** What a device's events say of it. */
export function toDevicePayload({ userId, id, kind, createdAt }: Device): EventData["user.device_registered"] {
  return { user: { id: userId }, device: { id, kind, createdAt } };
}
