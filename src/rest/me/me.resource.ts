import type { Me } from "../../domain/identity/me.ts";
import type { components } from "../../generated/contract.ts";
import { csrfTokenOf } from "../../http/forgery.ts";
import { ok, type Answer } from "../answer.ts";
import { instantOrNull } from "../instant.ts";
import type { CallerContext } from "../operation.ts";

/** With what a page needs to go on in the same session after it was loaded anew, which it can have from nowhere else. */
export function answerMe({ byCookie, sealer, actor }: CallerContext, me: Me): Answer {
  if (!byCookie) return ok(toMeResource(me));
  return ok({ ...toMeResource(me), csrfToken: csrfTokenOf(sealer, actor.credentialId) }, { isSecret: true });
}

function toMeResource(me: Me): components["schemas"]["Me"] {
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
    quietHours: me.quietHours,
    organisation: me.organisation,
    organisations: me.organisations,
  };
}
