import { signAccessToken } from "../access/access-token.ts";
import type { Member } from "../identity/member.ts";
import type { Recorder } from "../audit/record-command.ts";
import type { PasswordPorts } from "../identity/password.ts";
import type { IdentityProviders } from "../ports/identity-provider.ts";
import { SCOPES_OF } from "../access/rules.ts";
import type { RelyingParty } from "../passkey/relying-party.ts";
import type { RateLimiter } from "../ports/rate-limiter.ts";
import type { SessionActor } from "../shared/actor.ts";
import type { DomainContext } from "../shared/context.ts";
import type { Sealer } from "../shared/sealer.ts";
import type { Session } from "./session.ts";

/** What whoever proves who he is needs besides. */
export interface ProofPorts extends PasswordPorts {
  sealer: Sealer;
  limiter: RateLimiter;
  relyingParty: RelyingParty;
  identityProviders: IdentityProviders;
}

/** What the use cases work with that have no actor yet: they make one. */
export type LogInContext = Omit<DomainContext, "actor" | "once"> & ProofPorts;

/** What those work with by which somebody changes how he proves who he is. */
export type ProofContext = DomainContext & ProofPorts;

/** What a device gets, to act for a member. */
export interface LoggedIn {
  accessToken: string;
  refreshToken: string;
  session: Session;
  member: Member;
}

export async function toLoggedIn(
  ctx: LogInContext,
  session: Session,
  member: Member,
  refreshToken: string,
): Promise<LoggedIn> {
  const { userId, organisationId, memberId, id } = session;
  const accessToken = await signAccessToken(ctx, { sub: userId, org: organisationId, mem: memberId, sid: id });
  return { accessToken, refreshToken, session, member };
}

/** The session itself as the one who acts. */
export function asSession(ctx: LogInContext, session: Session, { role }: Member): Recorder {
  const { id: credentialId, organisationId, memberId, userId } = session;
  const scopes = new Set(SCOPES_OF[role]);
  const actor: SessionActor = { kind: "session", organisationId, credentialId, memberId, userId, role, scopes };
  return { ...ctx, actor };
}
