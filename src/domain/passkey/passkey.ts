import type { EventData } from "../../generated/events.ts";
import type { Passkey as PasskeyRow } from "../../generated/prisma/client.ts";

/** A credential of WebAuthn: a private key on a device, or shared by the devices of one person. */
export interface Passkey {
  id: string;
  userId: string;
  /** As its owner calls it. */
  name: string | null;
  /** Whether it is kept in more places than one, so that it is not lost with the device. */
  isSynced: boolean;
  createdAt: Date;
  lastUsedAt: Date | null;
}

export function toPasskey({ id, userId, name, isSynced, createdAt, lastUsedAt }: PasskeyRow): Passkey {
  return { id, userId, name, isSynced, createdAt, lastUsedAt };
}

/** A page of options names them all. */
export const MOST_PASSKEYS = 20;

/** What a passkey's events say of it. */
export function toPasskeyPayload({ userId, id, isSynced, createdAt }: Passkey): EventData["user.passkey_added"] {
  return { user: { id: userId }, passkey: { id, isSynced, createdAt } };
}
