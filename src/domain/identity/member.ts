import type { EventData } from "../../generated/events.ts";
import type { Member as MemberRow, Prisma } from "../../generated/prisma/client.ts";
import type { MemberLimit } from "../booking-limit/booking-limit.ts";
import type { Role } from "../shared/actor.ts";

/** A person in one organisation. Hosts are members; a member needs no log-in. */
export interface Member {
  id: string;
  organisationId: string;
  name: string;
  /** Lower case, unique in the organisation. */
  email: string;
  role: Role;
  /** IANA. */
  timeZone: string;
  /** BCP 47. */
  locale: string;
  /** The schedule that is used where none is named; null until the member has one. */
  defaultScheduleId: string | null;
  /** Of all his bookings, whatever the event type. */
  limits: MemberLimit[];
  /** False for a managed host, who is nobody's user. */
  canLogIn: boolean;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  /** When he left; null while he is a member. */
  deletedAt: Date | null;
}

export function toMember({ userId, ...row }: MemberRow): Member {
  const limits = row.limits as unknown as MemberLimit[];
  return { ...row, role: row.role as Role, limits, canLogIn: userId !== null };
}

/** @param userId undefined: his row keeps the user that it has */
export function toMemberRow({ canLogIn: _, ...row }: Member, userId?: string | null) {
  return { ...row, limits: row.limits as unknown as Prisma.InputJsonArray, userId };
}

/** What a member's events say of him. */
export function toMemberPayload(member: Member): EventData["member.created"] {
  const { id, name, email, role, timeZone, locale, defaultScheduleId, canLogIn } = member;
  const { version, createdAt, updatedAt, deletedAt } = member;
  const who = { id, name, email, role, timeZone, locale, defaultScheduleId, canLogIn };
  return { member: { ...who, version, createdAt, updatedAt, deletedAt } };
}

/** The fields whose values the audit log keeps. Names and addresses are personal and stay out of it. */
export const AUDITED_MEMBER_FIELDS = [
  "role",
  "timeZone",
  "locale",
  "defaultScheduleId",
  "limits",
  "canLogIn",
  "deletedAt",
  "version",
] as const;
