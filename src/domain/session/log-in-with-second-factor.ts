import { recordAudit } from "../audit/record-command.ts";
import { countGuess, forgiveGuess } from "../second-factor/count-guess.ts";
import { readFactor, takeFactor, type FactorInput } from "../second-factor/take-factor.ts";
import { tellRecoveryCodeUsed } from "../second-factor/tell-recovery-code-used.ts";
import { DomainError } from "../shared/errors.ts";
import { asHouse } from "./as-house.ts";
import { assertUnchanged, insertSession } from "./insert-session.ts";
import { countAttempt, getChallenge, useChallenge, type Challenge } from "./log-in-challenge.ts";
import { asSession, toLoggedIn, type LoggedIn, type LogInContext } from "./logged-in.ts";

export interface LogInWithSecondFactorInput extends FactorInput {
  challengeToken: string;
}

/**
 * Opens the session of a log-in that waits for its second factor.
 * @throws invalid_challenge, invalid_second_factor, rate_limited, invalid_credentials (the password was changed meanwhile)
 */
export async function logInWithSecondFactor(
  ctx: LogInContext,
  { challengeToken, ...input }: LogInWithSecondFactorInput,
): Promise<LoggedIn> {
  const challenge = await getChallenge(ctx, ctx.db.prisma, challengeToken);
  const { person, member } = challenge;
  await countGuess(ctx, person.userId);
  await countAttempt(ctx.db.prisma, challenge);
  const shown = await readFactor(ctx, input);
  const opened = await ctx.db.transaction(async (tx) => {
    await assertUnchanged(tx, person);
    if (!(await takeFactor(ctx, tx, person.userId, shown))) return null;
    await useChallenge(tx, challenge);
    const inserted = await insertSession(ctx, tx, challenge);
    const actor = asSession(ctx, inserted.session, member);
    if (shown.recoveryCode !== undefined) await tellRecoveryCodeUsed(actor, tx, person.userId);
    return inserted;
  });
  if (!opened) throw await refusal(ctx, challenge);
  await forgiveGuess(ctx, person.userId);
  return toLoggedIn(ctx, opened.session, member, opened.refreshToken);
}

async function refusal(ctx: LogInContext, { person, member }: Challenge): Promise<DomainError> {
  const record = { type: "second_factor.refused", objectId: person.userId, outcome: "refused" } as const;
  await recordAudit(asHouse(ctx, member.organisationId), ctx.db.prisma, record);
  return new DomainError("invalid_second_factor", { detail: "What was shown is wrong, or was used before." });
}
