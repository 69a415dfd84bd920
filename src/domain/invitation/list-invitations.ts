import type { DomainContext } from "../shared/context.ts";
import { creationOf, pageQuery, toPage, type Page, type PageInput } from "../shared/pagination.ts";
import { invitationScope } from "./invitation.scope.ts";
import { toInvitation, type Invitation } from "./invitation.ts";

/** A page of the organisation's invitations, whatever became of them, oldest first. @throws validation_failed (cursor), forbidden */
export async function listInvitations(ctx: DomainContext, input: PageInput): Promise<Page<Invitation>> {
  const { where, ...page } = pageQuery(input);
  const now = ctx.clock.now();
  const rows = await ctx.db.prisma.invitation.findMany({
    where: { AND: [invitationScope(ctx, "read invitations"), where] },
    ...page,
  });
  return toPage(
    rows.map((row) => toInvitation(row, now)),
    input.limit,
    creationOf,
  );
}
