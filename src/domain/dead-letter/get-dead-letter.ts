import type { RuleName } from "../access/rules.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { notFound } from "../shared/errors.ts";
import { isId } from "../shared/ids.ts";
import { deadLetterScope } from "./dead-letter.scope.ts";
import { toDeadLetter, type DeadLetter } from "./dead-letter.ts";

/** @throws not_found, forbidden */
export function getDeadLetter(ctx: DomainContext, deadLetterId: string): Promise<DeadLetter> {
  return findDeadLetter(ctx, ctx.db.prisma, "read dead letters", deadLetterId);
}

/** One that is still dead: whoever comes second finds none. @throws not_found, forbidden */
export async function lockDeadLetter(ctx: DomainContext, tx: Transaction, deadLetterId: string): Promise<DeadLetter> {
  await tx.$executeRaw`
    SELECT FROM job WHERE id = ${deadLetterId} AND organisation_id = ${ctx.actor.organisationId} AND died_at IS NOT NULL
    FOR UPDATE`;
  return findDeadLetter(ctx, tx, "manage dead letters", deadLetterId);
}

async function findDeadLetter(ctx: DomainContext, tx: Transaction, rule: RuleName, id: string): Promise<DeadLetter> {
  const where = { ...deadLetterScope(ctx, rule), id, diedAt: { not: null } };
  const row = isId(id, "job") && (await tx.job.findFirst({ where }));
  if (!row) throw notFound("dead letter");
  return toDeadLetter(row);
}
