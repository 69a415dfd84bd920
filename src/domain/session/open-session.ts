import { findFactors, type Factor } from "../second-factor/find-factors.ts";
import { DomainError } from "../shared/errors.ts";
import { assertUnchanged, insertSession, type OpenSessionInput } from "./insert-session.ts";
import { createChallenge } from "./log-in-challenge.ts";
import { toLoggedIn, type LoggedIn, type LogInContext } from "./logged-in.ts";

/**
 * Opens a session of somebody who has proven who he is in one way: by a password, by a mail, by another house's word. Whoever
 * has a second factor is asked for it instead. A password that is changed or reset meanwhile shuts the door: the change ends
 * each session that it can see, and one that it cannot see is not made.
 * @throws second_factor_required, invalid_credentials
 */
export async function openSession(ctx: LogInContext, input: OpenSessionInput): Promise<LoggedIn> {
  const { person, member } = input;
  const opened = await ctx.db.transaction(async (tx) => {
    await assertUnchanged(tx, person);
    const factors = await findFactors(tx, person.userId);
    if (factors.length > 0) return { factors, challengeToken: await createChallenge(ctx, tx, input) };
    return insertSession(ctx, tx, input);
  });
  if ("challengeToken" in opened) throw secondFactorRequired(opened);
  return toLoggedIn(ctx, opened.session, member, opened.refreshToken);
}

function secondFactorRequired(extensions: { challengeToken: string; factors: Factor[] }): DomainError {
  return new DomainError("second_factor_required", {
    detail: "The person has a second factor. Send it with the challengeToken.",
    extensions,
  });
}
