import express, { type RequestHandler } from "express";
import { DomainError } from "../../domain/shared/errors.ts";

/** Reads a JSON body of at most `limitBytes`. No body leaves `req.body` undefined. */
export function jsonBody(limitBytes: number): RequestHandler {
  const parse = express.json({ limit: limitBytes, strict: false, type: () => true });
  return (req, res, next) => {
    if (!hasBody(req.headers)) {
      next();
      return;
    }
    if (!req.is("application/json"))
      throw new DomainError("unsupported_media_type", { detail: "The body must be application/json." });
    parse(req, res, next);
  };
}

function hasBody(headers: { "transfer-encoding"?: string; "content-length"?: string }): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}
