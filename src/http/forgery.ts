import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { DomainError } from "../domain/shared/errors.ts";
import type { Sealer } from "../domain/shared/sealer.ts";

/** Whose pages may use the cookies of a browser. */
export interface ForgeryDeps {
  sealer: Pick<Sealer, "sign">;
  appOrigins: ReadonlySet<string>;
}

/** Only whoever may read the app's answers knows it. It is made of the session, so nothing is kept, and it is of no use to another. */
export function csrfTokenOf({ sign }: Pick<Sealer, "sign">, sessionId: string): string {
  return sign(sessionId, "csrf token");
}

/**
 * A browser sends its cookies with whatever a page asks, be the page a stranger's. What may change something must come from
 * the app by its origin, and prove it by a token in a header, which no form can set.
 * @throws csrf_token_invalid, origin_not_allowed
 */
export function assertNotForged(deps: ForgeryDeps, req: IncomingMessage, sessionId: string): void {
  if (req.method === "GET" || req.method === "HEAD") {
    assertNotEmbedded(req);
    return;
  }
  assertFromApp(deps, req);
  const given = req.headers["x-csrf-token"];
  if (typeof given === "string" && isEqual(given, csrfTokenOf(deps.sealer, sessionId))) return;
  throw forged("X-CSRF-Token must be the csrfToken of this session");
}

/** By the origin, which no page can choose; by what the browser says of it where it leaves the origin out. @throws csrf_token_invalid */
export function assertFromApp({ appOrigins }: Pick<ForgeryDeps, "appOrigins">, { headers }: IncomingMessage): void {
  const { origin } = headers;
  const isApp = origin === undefined ? headers["sec-fetch-site"] === "same-origin" : appOrigins.has(origin);
  if (!isApp) throw forged("its Origin must be one of the app's");
}

/** A read that says no origin comes from an address bar, or from the app's site; else it could only tell a stranger how long it takes. */
function assertNotEmbedded({ headers }: IncomingMessage): void {
  if (headers.origin !== undefined || headers["sec-fetch-site"] !== "cross-site") return;
  throw new DomainError("origin_not_allowed", {
    detail: "Pages of another site may not read by the cookies of this one.",
  });
}

function isEqual(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function forged(why: string): DomainError {
  return new DomainError("csrf_token_invalid", {
    detail: `What comes by a cookie must come from a page of the app: ${why}.`,
  });
}
