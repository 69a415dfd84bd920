import type { Me } from "../../domain/identity/me.ts";
import type { components } from "../../generated/contract.ts";
import { instantOrNull } from "../instant.ts";

export function toMeResource(me: Me): components["schemas"]["Me"] {
  return {
    id: me.id,
    memberId: me.memberId,
    role: me.role,
    email: me.email,
    emailVerifiedAt: instantOrNull(me.emailVerifiedAt),
    name: me.name,
    timeZone: me.timeZone,
    locale: me.locale,
    weekStart: me.weekStart,
    notificationPreferences: me.notificationPreferences,
    organisation: me.organisation,
    organisations: me.organisations,
  };
}
