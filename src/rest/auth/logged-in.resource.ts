import { ACCESS_TOKEN_SECONDS } from "../../domain/access/signing-key.ts";
import type { LoggedIn } from "../../domain/session/logged-in.ts";
import type { components } from "../../generated/contract.ts";
import { toMemberResource } from "../members/member.resource.ts";
import { toSessionResource } from "../sessions/session.resource.ts";

export function toLoggedInResource(loggedIn: LoggedIn): components["schemas"]["LoggedIn"] {
  const { accessToken, refreshToken, session, member } = loggedIn;
  return {
    accessToken,
    tokenType: "Bearer",
    expiresInSeconds: ACCESS_TOKEN_SECONDS,
    refreshToken,
    session: toSessionResource(session, session.id),
    member: toMemberResource(member),
  };
}
