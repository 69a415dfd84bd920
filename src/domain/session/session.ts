import type { EventData } from "../../generated/events.ts";
import type { DeviceSession as SessionRow } from "../../generated/prisma/client.ts";
import { DAY_MS } from "../shared/local-date.ts";

/** Why a session is over before its time. */
export type EndReason =
  "logged_out" | "ended" | "refresh_token_reused" | "password_changed" | "email_changed" | "member_deleted";

/** A device that somebody is logged in on, in one organisation. */
export interface Session {
  id: string;
  organisationId: string;
  userId: string;
  memberId: string;
  /** As its owner calls it. */
  name: string | null;
  address: string | null;
  userAgent: string | null;
  createdAt: Date;
  /** The last refresh. */
  lastUsedAt: Date;
  /** When the person last proved who he is. */
  authenticatedAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
  endReason: EndReason | null;
}

export function toSession(row: SessionRow): Session {
  return { ...row, endReason: row.endReason as EndReason | null };
}

/** What a session's events say of it: nothing that is personal. */
export function toSessionPayload(session: Session): EventData["session.started"] {
  const { id, memberId, createdAt, authenticatedAt, expiresAt, endedAt, endReason } = session;
  return { session: { id, memberId, createdAt, authenticatedAt, expiresAt, endedAt, endReason } };
}

const IDLE_DAYS = 30;
const LONGEST_DAYS = 365;

/** When a session that is used now ends by itself: after 30 days without use, and a year after its beginning. */
export function expiryOf(createdAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + IDLE_DAYS * DAY_MS, createdAt.getTime() + LONGEST_DAYS * DAY_MS));
}
