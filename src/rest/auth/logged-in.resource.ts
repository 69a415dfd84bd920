import { ACCESS_TOKEN_SECONDS } from "../../domain/access/signing-key.ts";
import type { LoggedIn } from "../../domain/session/logged-in.ts";
import type { components } from "../../generated/contract.ts";
import { csrfTokenOf } from "../../http/forgery.ts";
import { ok, type Answer } from "../answer.ts";
import { toMemberResource } from "../members/member.resource.ts";
import type { ServiceContext } from "../operation.ts";
import { toSessionResource } from "../sessions/session.resource.ts";

type Resource = components["schemas"]["LoggedIn"];
type Transport = components["schemas"]["SessionTransport"];

/** Answers a log-in with the tokens in its body or in cookies, never in both. @param toBody for one that says more */
export function answerLoggedIn(
  { clock, sealer }: Pick<ServiceContext, "clock" | "sealer">,
  loggedIn: LoggedIn,
  transport: Transport = "token",
  toBody: (resource: Resource) => object = (resource) => resource,
): Answer {
  if (transport === "token") return ok(toBody(toLoggedInResource(loggedIn)));
  const { accessToken, refreshToken, session } = loggedIn;
  const refreshSeconds = Math.floor((session.expiresAt.getTime() - clock.now().getTime()) / 1_000);
  const cookies = { accessToken, accessSeconds: ACCESS_TOKEN_SECONDS, refreshToken, refreshSeconds };
  return ok(toBody({ ...withoutTokens(loggedIn), csrfToken: csrfTokenOf(sealer, session.id) }), { cookies });
}

export function toLoggedInResource(loggedIn: LoggedIn): Resource {
  const { accessToken, refreshToken } = loggedIn;
  return { accessToken, tokenType: "Bearer", refreshToken, ...withoutTokens(loggedIn) };
}

function withoutTokens({ session, member }: LoggedIn): Resource {
  return {
    expiresInSeconds: ACCESS_TOKEN_SECONDS,
    session: toSessionResource(session, session.id),
    member: toMemberResource(member),
  };
}
