import { recordAudit, type AuditRecord } from "../audit/record-command.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Anonymous } from "./record-of-user.ts";

/** Tells the audit log of each organisation that the person is in of what was refused in his name. */
export async function auditOfUser(
  ctx: Anonymous & Pick<DomainContext, "db">,
  userId: string,
  record: AuditRecord,
): Promise<void> {
  const members = await ctx.db.prisma.member.findMany({ where: { userId }, orderBy: { id: "asc" } });
  for (const { organisationId } of members) {
    const actor = { kind: "system" as const, organisationId, credentialId: "log-in", scopes: new Set<never>() };
    await recordAudit({ ...ctx, actor }, ctx.db.prisma, record);
  }
}
