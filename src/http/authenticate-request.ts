import type { ServerResponse } from "node:http";
import { authenticate } from "../domain/access/authenticate.ts";
import { authenticateAccessToken } from "../domain/access/authenticate-access-token.ts";
import type { Actor } from "../domain/shared/actor.ts";
import type { DomainContext } from "../domain/shared/context.ts";
import { DomainError } from "../domain/shared/errors.ts";
import type { Sealer } from "../domain/shared/sealer.ts";
import { countWrongCredential, type WrongCredentialLimits } from "./count-wrong-credential.ts";
import { admitPage, type PageOrigin } from "./cors.ts";
import { assertNotForged } from "./forgery.ts";
import { requestOrigin, type NamedRequest } from "./request-origin.ts";
import { readCookie, type SessionCookies } from "./session-cookies.ts";

export type AuthenticationDeps = Pick<DomainContext, "db" | "clock" | "ids" | "log"> & {
  sealer: Sealer;
  cookies: SessionCookies;
  appOrigins: ReadonlySet<string>;
  limits: WrongCredentialLimits;
};

/** What the steps of a request leave for the next ones, where there is a place for it. */
export type Locals = { locals?: { page?: PageOrigin; actor?: Actor; byCookie?: boolean } };

/**
 * Who asks: by the `Authorization` header, which no browser sends by itself; or by the access token in a cookie, which it does,
 * so that what came so must show that it was not forged. Where there is a header, no cookie is looked at.
 * @throws rate_limited, unauthenticated, token_expired, csrf_token_invalid, origin_not_allowed, malformed_request
 */
export async function authenticateRequest(
  deps: AuthenticationDeps,
  req: NamedRequest,
  res: ServerResponse & Locals,
): Promise<Actor> {
  const { authorization } = req.headers;
  const caller = { ...deps, request: requestOrigin(req) };
  const cookie = authorization === undefined ? readCookie(req, deps.cookies.access) : null;
  const byCookie = cookie !== null;
  const finding = byCookie ? authenticateAccessToken(caller, cookie) : authenticate(caller, bearerToken(authorization));
  const actor = await finding.catch(async (error: unknown) => {
    const isNone = error instanceof DomainError && error.code === "unauthenticated";
    if (isNone) await countWrongCredential(deps.limits, req.ip, res);
    throw error;
  });
  if (res.locals) Object.assign(res.locals, { actor, byCookie });
  if (byCookie) {
    res.appendHeader("Vary", "Cookie");
    assertNotForged(deps, req, actor.credentialId);
  }
  admitPage(res, actor);
  return actor;
}

/** @throws unauthenticated */
function bearerToken(authorization: string | undefined): string {
  const match = /^Bearer +(\S+) *$/i.exec(authorization ?? "");
  if (match) return match[1]!;
  throw new DomainError("unauthenticated", {
    detail: "This needs an API key or an access token: Authorization: Bearer <it>.",
  });
}
