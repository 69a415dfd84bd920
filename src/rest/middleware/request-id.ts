import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";

declare module "express-serve-static-core" {
  interface Request {
    /** Names the request in its answer, the log, the events and the audit. */
    id: string;
  }
}

const ACCEPTED = /^[A-Za-z0-9._-]{1,128}$/;

/** Takes over the caller's request id, or makes one. */
export const requestId: RequestHandler = (req, res, next) => {
  const given = req.get("x-request-id");
  req.id = given !== undefined && ACCEPTED.test(given) ? given : randomUUID();
  res.set("X-Request-Id", req.id);
  next();
};
