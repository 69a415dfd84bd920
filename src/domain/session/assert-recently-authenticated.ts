import { findProofs } from "../second-factor/find-proofs.ts";
import type { DomainContext } from "../shared/context.ts";
import { DomainError } from "../shared/errors.ts";

/** How long a proof of who somebody is lets him do what is sensitive. */
export const RECENT_MS = 600_000;

/**
 * For what nobody may do who merely found a device lying open. Keys prove nothing but themselves, and pass. The database is
 * asked, since a step-up counts in every process at once.
 * @throws step_up_required for a session whose owner proved himself longer than 10 minutes ago
 */
export async function assertRecentlyAuthenticated({ actor, db, clock }: DomainContext): Promise<void> {
  if (actor.kind !== "session") return;
  const { authenticatedAt } = await db.prisma.deviceSession.findUniqueOrThrow({ where: { id: actor.credentialId } });
  if (clock.now().getTime() - authenticatedAt.getTime() <= RECENT_MS) return;
  throw new DomainError("step_up_required", {
    detail: "This needs a proof of who you are that is not older than 10 minutes.",
    extensions: { factors: await findProofs(db.prisma, actor.userId) },
  });
}
