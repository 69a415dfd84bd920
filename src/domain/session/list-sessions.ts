import type { DomainContext } from "../shared/context.ts";
import { creationOf, pageQuery, toPage, type Page, type PageInput } from "../shared/pagination.ts";
import { livingSessions } from "./session.scope.ts";
import { toSession, type Session } from "./session.ts";

/** A page of one's own sessions that are not over, oldest first. @throws validation_failed (cursor), forbidden */
export async function listSessions(ctx: DomainContext, input: PageInput): Promise<Page<Session>> {
  const { where, ...page } = pageQuery(input);
  const rows = await ctx.db.prisma.deviceSession.findMany({ where: { AND: [livingSessions(ctx), where] }, ...page });
  return toPage(rows.map(toSession), input.limit, creationOf);
}
