import { createLookUps, CREDENTIAL_HELD_MS } from "../access/look-ups.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Database } from "../shared/database.ts";

/** By the organisation's identifier. */
const lookUps = createLookUps<boolean>(CREDENTIAL_HELD_MS);

const GET_EMAIL_VERIFICATION = {
  name: "get_booking_email_verification",
  text: `SELECT booking_email_verification AS "isAskedFor" FROM organisation WHERE id = $1`,
};

/** Whether the public of the actor's organisation proves its address before a booking counts. Held for as long as a credential is. */
export async function findEmailVerification({
  db,
  clock,
  actor: { organisationId },
}: Pick<DomainContext, "db" | "clock" | "actor">): Promise<boolean> {
  const isAskedFor = await lookUps.find(db, organisationId, clock.now().getTime(), async () => {
    const [row] = await db.query<{ isAskedFor: boolean }>(GET_EMAIL_VERIFICATION, [organisationId]);
    return row?.isAskedFor ?? null;
  });
  return isAskedFor ?? false;
}

/** Makes the next booking ask the database. */
export function forgetEmailVerification(db: Database, organisationId: string): void {
  lookUps.forget(db, organisationId);
}
