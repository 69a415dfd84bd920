import type { DomainContext } from "../shared/context.ts";
import { DAY_MS } from "../shared/local-date.ts";

/** Who asks late is still told what became of it. */
const KEPT_MS = DAY_MS;

/** Whoever is just taking an expired claim over is not waited for: then it is gone by itself. */
const DELETE_EXPIRED_CLAIMS = {
  name: "delete_expired_claims",
  text: `WITH gone AS (
      DELETE FROM claim WHERE id IN (SELECT id FROM claim WHERE expires_at <= $1 FOR UPDATE SKIP LOCKED) RETURNING id
    ) SELECT count(*)::int AS count FROM gone`,
};

/**
 * Deletes the claims of holds that have expired, which nobody counts any more, and what is left of holds after a day.
 * @returns how many claims are gone
 */
export async function deleteExpiredHolds({ db, clock }: Pick<DomainContext, "db" | "clock">): Promise<number> {
  const now = clock.now();
  const [gone] = await db.query<{ count: number }>(DELETE_EXPIRED_CLAIMS, [now]);
  await db.prisma.hold.deleteMany({ where: { expiresAt: { lte: new Date(now.getTime() - KEPT_MS) } } });
  return gone!.count;
}
