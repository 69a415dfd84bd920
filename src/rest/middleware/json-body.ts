import express, { type Request, type RequestHandler } from "express";
import { DomainError } from "../../domain/shared/errors.ts";

/** Reads a JSON body of at most `limitBytes`. No body leaves `req.body` undefined. */
export function jsonBody(limitBytes: number): RequestHandler {
  const parse = express.json({ limit: limitBytes, strict: false, type: () => true });
  return (req, res, next) => {
    if (!hasBody(req)) {
      next();
      return;
    }
    if (!req.is("application/json"))
      throw new DomainError("unsupported_media_type", { detail: "The body must be application/json." });
    parse(req, res, next);
  };
}

function hasBody({ headers }: Request): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}
