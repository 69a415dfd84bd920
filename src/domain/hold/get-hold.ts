import type { RuleName } from "../access/rules.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import { notFound } from "../shared/errors.ts";
import { isId, uuidOf } from "../shared/ids.ts";
import { holdScope } from "./hold.scope.ts";
import { toHold, type Hold } from "./hold.ts";

/** A hold, also for a day after it is over. @throws not_found, forbidden */
export function getHold(ctx: DomainContext, holdId: string, rule: RuleName = "hold times"): Promise<Hold> {
  return readHold(ctx, ctx.db.prisma, holdId, rule);
}

/**
 * One to change, in a transaction: until that ends nobody else changes it or takes it over. Its hosts and resources are locked
 * before its row, as whoever converts it does. @throws not_found, forbidden
 */
export async function lockHold(ctx: DomainContext, tx: Transaction, holdId: string): Promise<Hold> {
  const { hostIds, resourceIds } = await readHold(ctx, tx, holdId, "hold times");
  const subjects = JSON.stringify([...hostIds, ...resourceIds].map(uuidOf));
  await tx.$executeRaw`SELECT lock_subjects(${subjects}::jsonb)`;
  await tx.$executeRaw`SELECT FROM hold WHERE id = ${holdId} FOR NO KEY UPDATE`;
  return readHold(ctx, tx, holdId, "hold times");
}

async function readHold(ctx: DomainContext, tx: Transaction, holdId: string, rule: RuleName): Promise<Hold> {
  const where = { ...holdScope(ctx, rule), id: holdId };
  const row = isId(holdId, "hold") && (await tx.hold.findFirst({ where }));
  if (!row) throw notFound("hold");
  return toHold(row);
}
