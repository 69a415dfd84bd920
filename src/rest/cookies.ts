import type { ErrorRequestHandler, Request, Response } from "express";
import { DomainError } from "../domain/shared/errors.ts";
import { assertFromApp } from "../http/forgery.ts";
import { clearCookies, hasCookies, readCookie, setCookies, type SessionCookies } from "../http/session-cookies.ts";
import type { Answer } from "./answer.ts";
import type { RestDeps } from "./app.ts";

/**
 * The refresh token of the cookie. A page that was loaded anew refreshes to learn its CSRF token, so none is asked for here: the
 * origin stands for it, and what a stranger could bring about, the next pair of tokens, goes to the same browser.
 */
export function refreshCookieOf({ cookies, appOrigins }: RestDeps, req: Request): () => string | null {
  return () => {
    assertFromApp({ appOrigins }, req);
    return readCookie(req, cookies.refresh);
  };
}

/** Sets the cookies of a session that has begun or goes on; takes back those of the one that is over, if it was in cookies. */
export function tellCookies({ cookies }: RestDeps, req: Request, res: Response, { cookies: told }: Answer): void {
  if (told === undefined) return;
  if (told !== "over") setCookies(res, cookies, told);
  else if (req.headers.authorization === undefined && hasCookies(req, cookies)) clearCookies(res, cookies);
}

/** Makes a browser forget what opens nothing any more. */
export function clearDeadCookies({ cookies }: RestDeps): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (error instanceof DomainError && isOver(error, req, cookies)) clearCookies(res, cookies);
    next(error);
  };
}

function isOver({ code }: DomainError, req: Request, { access }: SessionCookies): boolean {
  if (code === "unauthenticated") return req.headers.authorization === undefined && readCookie(req, access) !== null;
  return code === "invalid_refresh_token" && (req.body as { transport?: unknown }).transport === "cookie";
}
