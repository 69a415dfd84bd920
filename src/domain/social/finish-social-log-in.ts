import { toMember, type Member } from "../identity/member.ts";
import type { ProvenIdentity } from "../ports/identity-provider.ts";
import type { LoggedIn, LogInContext } from "../session/logged-in.ts";
import { openSession } from "../session/open-session.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import { finishFlow, type FinishFlowInput, type NewFlow } from "./flow.ts";
import { keyOf } from "./identity.ts";
import { offerSignUp, type OfferContext } from "./offer-sign-up.ts";

export interface FinishSocialLogInInput extends FinishFlowInput {
  /** The first that the person became a member of when left out. */
  organisationId?: string;
}

/** Somebody is logged in, and goes on where he was. */
export interface FinishedLogIn {
  loggedIn: LoggedIn;
  returnTo: string | null;
}

/**
 * Logs in whoever has come back from a provider, by the account that his identity is linked with. Another account is never found by
 * his e-mail address: see docs/log-in.md.
 * @throws invalid_flow_token, identity_not_proven, provider_unavailable, second_factor_required, sign_up_needed, link_needed,
 * sign_up_closed, not_found
 */
export async function finishSocialLogIn(ctx: OfferContext, input: FinishSocialLogInInput): Promise<FinishedLogIn> {
  const { flow, proven } = await finishFlow(ctx, input, null);
  const { returnTo } = flow;
  try {
    return { loggedIn: await logInAs(ctx, flow, proven, input.organisationId), returnTo };
  } catch (error) {
    // What stands between him and his session he does first, and goes on then.
    if (error instanceof DomainError && returnTo !== null) error.extensions.returnTo = returnTo;
    throw error;
  }
}

async function logInAs(
  ctx: OfferContext,
  { provider, deviceName }: NewFlow,
  proven: ProvenIdentity,
  organisationId?: string,
): Promise<LoggedIn> {
  const { email } = proven;
  const used = { email, lastUsedAt: ctx.clock.now() };
  const where = { provider, issuer: proven.issuer, subject: proven.subject };
  const { count } = await ctx.db.prisma.identity.updateMany({ where, data: used });
  if (count === 0) throw await offerSignUp(ctx, { provider, deviceName, proven });
  const { user } = await ctx.db.prisma.identity.findUniqueOrThrow({
    where: keyOf(provider, proven),
    include: { user: true },
  });
  const member = await findMember(ctx, user.id, organisationId);
  if (!member && organisationId !== undefined) throw notFound("organisation");
  if (!member) throw await offerSignUp(ctx, { provider, deviceName, proven });
  return openSession(ctx, { person: { userId: user.id, passwordHash: user.passwordHash }, member, deviceName });
}

async function findMember({ db }: LogInContext, userId: string, organisationId?: string): Promise<Member | null> {
  const row = await db.prisma.member.findFirst({
    where: { userId, organisationId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return row && toMember(row);
}
