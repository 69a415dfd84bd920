import { assertMay } from "../access/may.ts";
import type { Role } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import type { NotificationPreferences } from "../notification/preferences.ts";
import type { QuietHours } from "../notification/quiet-hours.ts";
import type { Me, OrganisationSummary, WeekStart } from "./me.ts";

/** The profile of whoever has logged in. @throws forbidden for keys */
export async function getMe(ctx: DomainContext, tx: Transaction = ctx.db.prisma): Promise<Me> {
  const { actor } = ctx;
  assertMay(actor, "manage one's account");
  const { members, ...user } = await tx.user.findUniqueOrThrow({
    where: { id: actor.userId },
    include: { members: { include: { organisation: true }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] } },
  });
  const member = members.find(({ id }) => id === actor.memberId)!;
  return {
    id: user.id,
    memberId: member.id,
    role: member.role as Role,
    email: user.email,
    emailVerifiedAt: user.emailVerifiedAt,
    name: member.name,
    timeZone: member.timeZone,
    locale: member.locale,
    weekStart: user.weekStart as WeekStart,
    notificationPreferences: user.notificationPreferences as NotificationPreferences,
    quietHours: user.quietHours as QuietHours | null,
    organisation: toSummary(member.organisation),
    organisations: members.map(({ id: memberId, role, organisation }) => ({
      ...toSummary(organisation),
      memberId,
      role: role as Role,
    })),
  };
}

function toSummary({ id, name, mode }: { id: string; name: string; mode: string }): OrganisationSummary {
  return { id, name, mode: mode as OrganisationSummary["mode"] };
}
