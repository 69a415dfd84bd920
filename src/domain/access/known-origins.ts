import type { DomainContext } from "../shared/context.ts";
import type { Database } from "../shared/database.ts";
import { isOriginAllowed } from "./allowed-origins.ts";
import { createLookUps, CREDENTIAL_HELD_MS } from "./look-ups.ts";

const ALL = "all";

const lookUps = createLookUps<ReadonlySet<string>>(CREDENTIAL_HELD_MS);

const ORIGINS_OF_KEYS = {
  name: "origins_of_keys",
  text: `SELECT DISTINCT unnest(allowed_origins) AS origin FROM api_key
    WHERE kind = 'publishable' AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $1)`,
};

/**
 * Whether a page of this origin may use any key at all. A browser asks before it sends a key, so it cannot be told for one. Read
 * at most once in five seconds for all who ask: the answer takes the same time whatever the origin, and costs no look-up.
 */
export async function isKnownOrigin(
  { db, clock }: Pick<DomainContext, "db" | "clock">,
  origin: string,
): Promise<boolean> {
  const now = clock.now();
  const known = await lookUps.find(db, ALL, now.getTime(), async () => {
    const rows = await db.query<{ origin: string }>(ORIGINS_OF_KEYS, [now]);
    return new Set(rows.map((row) => row.origin));
  });
  return isOriginAllowed(known!, origin);
}

/** Makes the next who asks wait for the database. */
export function forgetOrigins(db: Database): void {
  lookUps.forget(db, ALL);
}
