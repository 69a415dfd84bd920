import { recordCommand, type Recorder } from "../audit/record-command.ts";
import type { Transaction } from "../shared/database.ts";

/** Who acts where nobody has logged in: whoever had the token of a mail. */
export type Anonymous = Omit<Recorder, "actor">;

type UserEvent = `user.${"email_verified" | "email_changed" | "password_reset"}`;

/** Tells each organisation that the user is a member of what became of him by the token of a mail. */
export async function recordOfUser(ctx: Anonymous, tx: Transaction, userId: string, type: UserEvent): Promise<void> {
  const members = await tx.member.findMany({ where: { userId }, orderBy: { id: "asc" } });
  for (const { organisationId } of members) {
    const actor = { kind: "system" as const, organisationId, credentialId: "one-time-token", scopes: new Set<never>() };
    await recordCommand({ ...ctx, actor }, tx, { type, objectId: userId, payload: { user: { id: userId } } });
  }
}
