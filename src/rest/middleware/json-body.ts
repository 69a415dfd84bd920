import type { IncomingMessage } from "node:http";
import type { Request, RequestHandler } from "express";
import { assertValid, DomainError } from "../../domain/shared/errors.ts";
import { BodyNotRead, readBody } from "../../http/read-body.ts";

/** No body of the contract has more than six. Whoever walks a value later calls himself once a level. */
const MOST_LEVELS = 32;

/** Reads a JSON body of at most `limitBytes`. No body leaves `req.body` undefined. */
export function jsonBody(limitBytes: number): RequestHandler {
  return async (req, _res, next) => {
    if (hasBody(req)) {
      assertPlainJson(req);
      const text = withoutMark(await readWithin(req, limitBytes));
      assertShallow(text);
      if (text !== "") req.body = parse(text);
    }
    next();
  };
}

function hasBody({ headers }: Request): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

const JSON_IN_UTF8 = /^application\/json\s*(;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i;

function assertPlainJson({ headers }: Request): void {
  const coding = headers["content-encoding"] ?? "identity";
  if (JSON_IN_UTF8.test(headers["content-type"] ?? "") && coding === "identity") return;
  throw new DomainError("unsupported_media_type", {
    detail: "The body must be application/json in UTF-8, not compressed.",
  });
}

/** @throws payload_too_large, malformed_request */
export async function readWithin(req: IncomingMessage, limitBytes: number): Promise<string> {
  try {
    return await readBody(req, limitBytes);
  } catch (error) {
    if (!(error instanceof BodyNotRead)) throw error;
    if (error.failure === "too_large")
      throw new DomainError("payload_too_large", { detail: `The body may have ${limitBytes} bytes.` });
    throw new DomainError("malformed_request", { detail: "The body ends too early." });
  }
}

/** A byte order mark may be ignored (RFC 8259 8.1). */
function withoutMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

/** Counts brackets before anything is parsed. @throws validation_failed */
function assertShallow(text: string): void {
  let levels = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === OPEN_OBJECT || code === OPEN_LIST) levels += 1;
    else if (code === CLOSE_OBJECT || code === CLOSE_LIST) levels -= 1;
    if (levels > MOST_LEVELS)
      assertValid([{ pointer: "", message: `must have at most ${MOST_LEVELS} levels of objects and lists` }]);
  }
}

const [QUOTE, BACKSLASH, OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d];

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}

/** @throws malformed_request */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new DomainError("malformed_request", { detail: "The body is not JSON." });
    throw cause;
  }
}
