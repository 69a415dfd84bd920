import { isStaff } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";

export interface Viewer {
  organisation: { id: string; name: string; mode: string };
  /** Null for a publishable key. */
  member: { id: string; name: string; email: string; role: string; timeZone: string; locale: string } | null;
  scopes: string[];
}

/** Who acts, and on whose behalf. */
export async function getViewer({ db, actor }: DomainContext): Promise<Viewer> {
  const [organisation, member] = await Promise.all([
    db.prisma.organisation.findUniqueOrThrow({ where: { id: actor.organisationId } }),
    isStaff(actor) ? db.prisma.member.findUniqueOrThrow({ where: { id: actor.memberId } }) : null,
  ]);
  return { organisation, member, scopes: [...actor.scopes].sort() };
}
