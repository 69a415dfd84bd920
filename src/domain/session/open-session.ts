import { recordCommand } from "../audit/record-command.ts";
import type { Member } from "../identity/member.ts";
import type { Transaction } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import { asSession, toLoggedIn, type LoggedIn, type LogInContext } from "./logged-in.ts";
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

/**
 * Opens a session of somebody who has proven who he is: the one way in, whatever the proof was. A password that is changed
 * or reset meanwhile shuts it: the change ends each session that it can see, and one that it cannot see is not made.
 * @throws invalid_credentials
 */
export async function openSession(ctx: LogInContext, input: OpenSessionInput): Promise<LoggedIn> {
  const { person, member } = input;
  const session = toNewSession(ctx, input);
  const refreshToken = firstRefreshToken();
  await ctx.db.transaction(async (tx) => {
    await assertUnchanged(tx, person);
    await tx.deviceSession.create({ data: session });
    const hash = refreshTokenHash(refreshToken);
    await tx.refreshToken.create({ data: { hash, sessionId: session.id, createdAt: session.createdAt } });
    const record = { type: "session.started", objectId: session.id, payload: toSessionPayload(session) };
    await recordCommand(asSession(ctx, session, member), tx, record);
  });
  return toLoggedIn(ctx, session, member, refreshToken);
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

/** Whoever changes the password waits for this transaction, and then sees its session. */
async function assertUnchanged(tx: Transaction, { userId, passwordHash }: ProvenPerson): Promise<void> {
  const current = await tx.$queryRaw<unknown[]>`
    SELECT FROM "user" WHERE id = ${userId} AND password_hash IS NOT DISTINCT FROM ${passwordHash} FOR SHARE`;
  if (current.length === 0)
    throw new DomainError("invalid_credentials", { detail: "The password was changed at the same moment." });
}
