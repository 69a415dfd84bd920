import type { DomainContext } from "../shared/context.ts";
import { DAY_MS } from "../shared/local-date.ts";

/** Who asks late is still told what became of it. */
const KEPT_MS = DAY_MS;

/**
 * Deletes the claims of holds that have expired, which nobody counts any more, gives back their places of group sessions, and
 * deletes what is left of holds after a day.
 * @returns how many claims are gone
 */
export async function deleteExpiredHolds({ db, clock }: Pick<DomainContext, "db" | "clock">): Promise<number> {
  const now = clock.now();
  let gone = 0;
  for (let swept = -1; swept !== 0; gone += swept) swept = await db.call<number>("sweep_claims", [now]);
  for (let swept = -1; swept !== 0;) swept = await db.call<number>("sweep_places", [now]);
  const expiresAt = { lte: new Date(now.getTime() - KEPT_MS) };
  await db.prisma.hold.deleteMany({ where: { expiresAt, keepsPlaces: false } });
  return gone;
}
