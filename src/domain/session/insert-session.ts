import { recordCommand } from "../audit/record-command.ts";
import type { Member } from "../identity/member.ts";
import type { Transaction } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import { endSurplusSessions } from "./end-surplus-sessions.ts";
import { asSession, type LogInContext } from "./logged-in.ts";
import { firstRefreshToken, refreshTokenHash } from "./refresh-token.ts";
import { expiryOf, toSessionPayload, type Session } from "./session.ts";

/** Somebody who has proven who he is, by whatever means. */
export interface ProvenPerson {
  userId: string;
  /** As it was read before he proved himself; null: he has no password. */
  passwordHash: string | null;
}

export interface OpenSessionInput {
  person: ProvenPerson;
  /** Of this person. */
  member: Member;
  deviceName: string | null;
}

/** Writes a session with its first refresh token and its event, for somebody who has shown all that is asked of him. */
export async function insertSession(
  ctx: LogInContext,
  tx: Transaction,
  input: OpenSessionInput,
): Promise<{ session: Session; refreshToken: string }> {
  const session = toNewSession(ctx, input);
  const refreshToken = firstRefreshToken();
  await tx.deviceSession.create({ data: session });
  const hash = refreshTokenHash(refreshToken);
  await tx.refreshToken.create({ data: { hash, sessionId: session.id, createdAt: session.createdAt } });
  const record = { type: "session.started" as const, objectId: session.id, payload: toSessionPayload(session) };
  const actor = asSession(ctx, session, input.member);
  await recordCommand(actor, tx, record);
  await endSurplusSessions(actor, tx, session);
  return { session, refreshToken };
}

function toNewSession(
  { ids, clock, request }: LogInContext,
  { person, member, deviceName }: OpenSessionInput,
): Session {
  const now = clock.now();
  return {
    id: ids("session"),
    organisationId: member.organisationId,
    userId: person.userId,
    memberId: member.id,
    name: deviceName,
    address: request.address,
    userAgent: request.userAgent,
    createdAt: now,
    lastUsedAt: now,
    authenticatedAt: now,
    expiresAt: expiryOf(now, now),
    endedAt: null,
    endReason: null,
  };
}

/**
 * Comes first in each transaction that lets somebody in. Whoever changes the password waits for it, and then sees its
 * session; a change that was there before shuts the door. @throws invalid_credentials
 */
export async function assertUnchanged(tx: Transaction, { userId, passwordHash }: ProvenPerson): Promise<void> {
  const current = await tx.$queryRaw<unknown[]>`
    SELECT FROM "user" WHERE id = ${userId} AND password_hash IS NOT DISTINCT FROM ${passwordHash} FOR SHARE`;
  if (current.length === 0)
    throw new DomainError("invalid_credentials", { detail: "The password was changed at the same moment." });
}
