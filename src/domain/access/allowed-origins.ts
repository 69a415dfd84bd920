import type { ApiKeyKind } from "./api-key.ts";
import type { FieldError } from "../shared/errors.ts";

/**
 * Which web pages may use a publishable key, by their origins (RFC 6454): `https://shop.example`, `https://*.shop.example` for all
 * names below that one, and `*` for every page of the web. None: no page but the app's own. Apps and servers send no
 * origin, and are not asked for one.
 */
export type AllowedOrigins = readonly string[];

export const ANY_ORIGIN = "*";

/** Each pattern that is none. A browser sends its origin in one way only, so a pattern is written in that way too. */
export function originErrors(kind: ApiKeyKind, patterns: AllowedOrigins = []): FieldError[] {
  if (kind === "secret" && patterns.length > 0)
    return [{ pointer: "/allowedOrigins", message: "is for publishable keys: a secret key never stands in a page" }];
  const message = "must be an origin as browsers send it (https://shop.example), https://*.shop.example, or *";
  return patterns.flatMap((pattern, index) =>
    isPattern(pattern) ? [] : [{ pointer: `/allowedOrigins/${index}`, message }],
  );
}

function isPattern(text: string): boolean {
  if (text === ANY_ORIGIN || isWebOrigin(text) || isAppOrigin(text)) return true;
  const [, scheme, domain] = /^(https?:\/\/)\*\.([^/]+)$/.exec(text) ?? [];
  // A star above a name of one label, or above an address, would stand for what belongs to many.
  return domain !== undefined && /^[^.:]+\.[^:]*[a-z]/.test(domain) && isWebOrigin(scheme! + domain);
}

/** Whether a page of this origin is one of those. Scheme, name and port all count. */
export function isOriginAllowed(patterns: ReadonlySet<string>, origin: string): boolean {
  if (patterns.has(origin)) return true;
  if (!isWebOrigin(origin)) return false;
  return patterns.has(ANY_ORIGIN) || namesAbove(origin).some((pattern) => patterns.has(pattern));
}

/** `https://*.b.example` and `https://*.example` for `https://a.b.example`. */
function namesAbove(origin: string): string[] {
  const [, scheme, host] = /^(https?:\/\/)(.+)$/.exec(origin)!;
  const labels = host!.split(".");
  return labels.slice(1).map((_, index) => `${scheme}*.${labels.slice(index + 1).join(".")}`);
}

function isWebOrigin(text: string): boolean {
  return /^https?:\/\/[^.*]/.test(text) && !/\*|\.\./.test(text) && URL.parse(text)?.origin === text;
}

/** What pages inside of an app send: `capacitor://localhost`. */
function isAppOrigin(text: string): boolean {
  return /^(?!https?:|file:|data:|blob:)[a-z][a-z0-9+.-]*:\/\/[a-z0-9.-]+(:\d+)?$/.test(text);
}
