import type { DomainContext } from "../shared/context.ts";
import { decodeCursor, toPage, type Page, type PageInput } from "../shared/pagination.ts";
import { deadLetterScope } from "./dead-letter.scope.ts";
import { toDeadLetter, type DeadLetter } from "./dead-letter.ts";

export interface ListDeadLettersInput extends PageInput {
  /** Only work of this kind. */
  kind?: string;
}

/** A page of the organisation's dead letters, what was given up first coming first. @throws validation_failed (cursor), forbidden */
export async function listDeadLetters(ctx: DomainContext, input: ListDeadLettersInput): Promise<Page<DeadLetter>> {
  const { kind, cursor, limit } = input;
  const after = cursor === undefined ? {} : diedAfter(cursor);
  const rows = await ctx.db.prisma.job.findMany({
    where: { AND: [deadLetterScope(ctx, "read dead letters"), { kind, diedAt: { not: null } }, after] },
    orderBy: [{ diedAt: "asc" }, { id: "asc" }],
    take: limit + 1,
  });
  return toPage(rows.map(toDeadLetter), limit, ({ diedAt, id }) => [diedAt, id]);
}

/** In the form that lets PostgreSQL begin at the position in the index, rather than read up to it. */
function diedAfter(cursor: string) {
  const [at, id] = decodeCursor(cursor);
  return { AND: [{ diedAt: { gte: at } }, { OR: [{ diedAt: { gt: at } }, { id: { gt: id } }] }] };
}
