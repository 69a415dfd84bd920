import type { Request, Response } from "express";
import type { Actor } from "../domain/shared/actor.ts";
import { isNotModified, PUBLIC_READ } from "../http/caching.ts";
import type { WrittenAnswer } from "./answer.ts";

/** Everybody else may keep his own copy but asks each time whether it still holds. */
const PRIVATE_READ = "private, no-cache";
/** What everybody may read without a credential, where it has a tag to ask by. */
const OPEN_READ = "public, no-cache";
const COMMAND = "no-store";

export function send(req: Request, res: Response, { status, headers, body }: WrittenAnswer): void {
  res.set(headers);
  res.set("Cache-Control", headers["Cache-Control"] ?? cacheControlOf(req, res, status, headers.ETag));
  if (req.method === "GET" || req.method === "HEAD") {
    res.vary("Authorization");
    if (status === 200 && isNotModified(req.get("if-none-match"), headers.ETag)) {
      res.removeHeader("Content-Type");
      res.status(304).end();
      return;
    }
  }
  res.status(status);
  if (body === "") {
    res.end();
    return;
  }
  res.set("Content-Length", String(Buffer.byteLength(body)));
  res.end(req.method === "HEAD" ? undefined : body);
}

function cacheControlOf(req: Request, res: Response, status: number, etag: string | undefined): string {
  if ((req.method !== "GET" && req.method !== "HEAD") || status >= 400) return COMMAND;
  const actor = res.locals.actor as Actor | undefined;
  if (!actor) return etag === undefined ? COMMAND : OPEN_READ;
  return actor.kind === "publishable_key" ? PUBLIC_READ : PRIVATE_READ;
}
