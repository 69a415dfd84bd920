import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestHandler } from "express";
import { isOriginAllowed } from "../domain/access/allowed-origins.ts";
import { isKnownOrigin } from "../domain/access/known-origins.ts";
import type { Actor } from "../domain/shared/actor.ts";
import type { DomainContext } from "../domain/shared/context.ts";
import { DomainError } from "../domain/shared/errors.ts";

/** Where the page comes from that a browser calls for; none where there is no page, or it is our own. */
export interface PageOrigin {
  origin: string;
  /** Of the app itself, which comes with any credential. */
  isApp: boolean;
}

export type CorsDeps = Pick<DomainContext, "db" | "clock"> & {
  appOrigins: ReadonlySet<string>;
};

type Locals = { locals?: { page?: PageOrigin } };

const METHODS = "GET, HEAD, POST, PATCH, DELETE";
const REQUEST_HEADERS = [
  "Authorization",
  "Content-Type",
  "Idempotency-Key",
  "If-Match",
  "If-None-Match",
  "X-CSRF-Token",
  "X-Request-Id",
].join(", ");
const ANSWER_HEADERS = [
  "ETag",
  "Idempotency-Replayed",
  "Location",
  "RateLimit",
  "RateLimit-Policy",
  "Retry-After",
  "WWW-Authenticate",
  "X-Request-Id",
].join(", ");
/** As long as any browser keeps it. */
const PREFLIGHT_HOLDS_SECONDS = 7_200;

/**
 * Lets pages of other origins read what is answered (Fetch 3.3): those of the app, and those that some publishable key is for. Whether
 * the key that comes is for this page is told by `admitPage`, which knows the key. A preflight comes without one and ends here.
 * @throws origin_not_allowed for a stranger's preflight
 */
export function cors(deps: CorsDeps): RequestHandler {
  return async (req, res, next) => {
    res.vary("Origin");
    const { origin } = req.headers;
    if (origin === undefined) {
      next();
      return;
    }
    const isApp = deps.appOrigins.has(origin);
    const isReadable = isApp || (await isKnownOrigin(deps, origin));
    res.locals.page = { origin, isApp } satisfies PageOrigin;
    if (isReadable) letRead(res, origin);
    if (isApp) res.set("Access-Control-Allow-Credentials", "true");
    if (!isPreflight(req)) next();
    else if (isReadable) answerPreflight(res);
    else throw notAllowed();
  };
}

/** Admits a page by the credential that came from it. @throws origin_not_allowed */
export function admitPage(res: ServerResponse & Locals, actor: Actor): void {
  const page = res.locals?.page;
  if (page === undefined || page.isApp) return;
  if (actor.kind === "publishable_key" && isOriginAllowed(actor.allowedOrigins, page.origin)) return;
  refuse(res);
}

/** What needs no credential is read by every page; what it does is done for the app's own alone. @throws origin_not_allowed */
export const admitWithoutCredential: RequestHandler = (req, res, next) => {
  const page = (res as Locals).locals?.page;
  if (page !== undefined && !page.isApp) {
    if (req.method !== "GET" && req.method !== "HEAD") refuse(res);
    letRead(res, "*");
  }
  next();
};

function letRead(res: ServerResponse, origin: string): void {
  res.setHeader("Access-Control-Allow-Origin", origin);
  res.setHeader("Access-Control-Expose-Headers", ANSWER_HEADERS);
}

function refuse(res: ServerResponse): never {
  res.removeHeader("Access-Control-Allow-Origin");
  res.removeHeader("Access-Control-Expose-Headers");
  throw notAllowed();
}

function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === "OPTIONS" && headers["access-control-request-method"] !== undefined;
}

function answerPreflight(res: ServerResponse): void {
  res.setHeader("Access-Control-Allow-Methods", METHODS);
  res.setHeader("Access-Control-Allow-Headers", REQUEST_HEADERS);
  res.setHeader("Access-Control-Max-Age", String(PREFLIGHT_HOLDS_SECONDS));
  res.statusCode = 204;
  res.end();
}

function notAllowed(): DomainError {
  return new DomainError("origin_not_allowed", {
    detail: "Pages of this origin may not call with this credential: see allowedOrigins of the publishable key.",
  });
}
