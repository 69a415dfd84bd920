import type { IncomingMessage } from "node:http";
import type { CookieOptions, Response } from "express";
import { DomainError } from "../domain/shared/errors.ts";

interface SessionCookie {
  name: string;
  options: CookieOptions;
}

/** In what a browser keeps the tokens of a session, out of reach of scripts. */
export interface SessionCookies {
  access: SessionCookie;
  refresh: SessionCookie;
}

/** The one path under which the refresh token is of use. */
const REFRESH_PATH = "/v1/auth";

/**
 * The prefixes make browsers refuse what did not come over https, and for `__Host-` what another host of the domain has set
 * (RFC 6265bis 4.1.3). The refresh cookie, which goes to few paths, can only have the weaker one.
 */
export const SECURE_COOKIES: SessionCookies = sessionCookies("__Host-", "__Secure-", true);

/** For a developer's own machine, where there is no https: no prefix can stand there. */
export const PLAIN_COOKIES: SessionCookies = sessionCookies("", "", false);

function sessionCookies(hostPrefix: string, securePrefix: string, secure: boolean): SessionCookies {
  const always = { httpOnly: true, secure } as const;
  return {
    access: { name: `${hostPrefix}hf_access`, options: { ...always, sameSite: "lax", path: "/" } },
    refresh: { name: `${securePrefix}hf_refresh`, options: { ...always, sameSite: "strict", path: REFRESH_PATH } },
  };
}

/** What goes into the cookies, and for how long. */
export interface CookieTokens {
  accessToken: string;
  accessSeconds: number;
  refreshToken: string;
  refreshSeconds: number;
}

export function setCookies(res: Response, { access, refresh }: SessionCookies, tokens: CookieTokens): void {
  res.cookie(access.name, tokens.accessToken, { ...access.options, maxAge: tokens.accessSeconds * 1_000 });
  res.cookie(refresh.name, tokens.refreshToken, { ...refresh.options, maxAge: tokens.refreshSeconds * 1_000 });
}

export function clearCookies(res: Response, { access, refresh }: SessionCookies): void {
  for (const { name, options } of [access, refresh]) res.clearCookie(name, options);
}

/**
 * The value of a cookie, or null. Of two by the same name one may have been set by another host of the domain, and nothing
 * tells which: then it is neither. @throws malformed_request
 */
export function readCookie({ headers }: IncomingMessage, { name }: SessionCookie): string | null {
  const pairs = (headers.cookie ?? "").split(";").map((pair) => pair.trim());
  const values = pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1));
  if (values.length > 1) throw new DomainError("malformed_request", { detail: `The cookie ${name} came twice.` });
  return values[0] ?? null;
}

/** Whether the browser has anything to forget. */
export function hasCookies(req: IncomingMessage, { access, refresh }: SessionCookies): boolean {
  return [access, refresh].some(({ name }) => req.headers.cookie?.includes(`${name}=`));
}
