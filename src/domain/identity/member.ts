import type { Member as MemberRow } from "../../generated/prisma/client.ts";
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
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export function toMember({ userId: _, ...row }: MemberRow): Member {
  return { ...row, role: row.role as Role };
}

/** What a member's events say of him. */
export function toMemberPayload({ organisationId: _, ...told }: Member): object {
  return { member: told };
}

/** The fields whose values the audit log keeps. Names and addresses are personal and stay out of it. */
export const AUDITED_MEMBER_FIELDS = ["role", "timeZone", "locale", "defaultScheduleId", "version"] as const;
