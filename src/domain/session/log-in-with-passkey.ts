import { toMember, type Member } from "../identity/member.ts";
import { readAssertion, takeAssertion } from "../passkey/read-assertion.ts";
import type { AssertionResponse } from "../passkey/verify-assertion.ts";
import { DomainError } from "../shared/errors.ts";
import { assertUnchanged, insertSession } from "./insert-session.ts";
import { toLoggedIn, type LoggedIn, type LogInContext } from "./logged-in.ts";

export interface LogInWithPasskeyInput {
  /** As the browser gives it. */
  response: AssertionResponse;
  /** The first that the person became a member of when left out. */
  organisationId?: string;
  deviceName?: string;
}

/**
 * Opens a session of whoever owns the passkey. It is both factors at once: a thing that he has, and a finger, a face or a PIN.
 * @throws invalid_passkey, invalid_credentials (the password was changed at the same moment)
 */
export async function logInWithPasskey(ctx: LogInContext, input: LogInWithPasskeyInput): Promise<LoggedIn> {
  const shown = await readAssertion(ctx, input.response);
  const user = shown && (await ctx.db.prisma.user.findUnique({ where: { id: shown.userId } }));
  const member = shown && (await findMember(ctx, shown.userId, input.organisationId));
  if (!user || !member) throw invalidPasskey();
  const person = { userId: user.id, passwordHash: user.passwordHash };
  const opened = await ctx.db.transaction(async (tx) => {
    await assertUnchanged(tx, person);
    if (!(await takeAssertion(ctx, tx, shown))) throw invalidPasskey();
    return insertSession(ctx, tx, { person, member, deviceName: input.deviceName ?? null });
  });
  return toLoggedIn(ctx, opened.session, member, opened.refreshToken);
}

async function findMember({ db }: LogInContext, userId: string, organisationId?: string): Promise<Member | null> {
  const where = { userId, ...(organisationId === undefined ? {} : { organisationId }) };
  const row = await db.prisma.member.findFirst({ where, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  return row && toMember(row);
}

function invalidPasskey(): DomainError {
  return new DomainError("invalid_passkey", {
    detail: "The passkey is unknown, or its answer is not the right one to a challenge of ours.",
  });
}
