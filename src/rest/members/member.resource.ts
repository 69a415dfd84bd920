import type { Member } from "../../domain/identity/member.ts";
import type { components } from "../../generated/contract.ts";
import { instant, instantOrNull } from "../instant.ts";

export function toMemberResource(member: Member): components["schemas"]["Member"] {
  return {
    id: member.id,
    name: member.name,
    email: member.email,
    role: member.role,
    timeZone: member.timeZone,
    locale: member.locale,
    defaultScheduleId: member.defaultScheduleId,
    limits: member.limits,
    canLogIn: member.canLogIn,
    version: member.version,
    createdAt: instant(member.createdAt),
    updatedAt: instant(member.updatedAt),
    deletedAt: instantOrNull(member.deletedAt),
  };
}
