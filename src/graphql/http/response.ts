import { hash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isNotModified, PUBLIC_READ } from "../../http/caching.ts";
import type { Answer } from "../execution/answer.ts";
import type { MediaType } from "./media-types.ts";

/** An answer as it goes over the wire. */
export interface WrittenAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** The rules of GraphQL over HTTP 6.4: `application/json` has told everything by 200 since before there were rules. */
export function toResponse(req: IncomingMessage, answer: Answer, mediaType: MediaType): WrittenAnswer {
  const { body, ok, status, headers, isPublic } = answer;
  if (isPublic) return toPublicResponse(req, body, mediaType);
  return {
    status: status ?? (ok || mediaType === "application/json" ? 200 : 400),
    headers: { "Content-Type": `${mediaType}; charset=utf-8`, "Cache-Control": "no-store", ...headers },
    body,
  };
}

/** What differs with who asks and with what he takes is told apart by all caches (RFC 9110 12.5.5). */
const PUBLIC_HEADERS = { "Cache-Control": PUBLIC_READ, Vary: "Accept, Authorization, Origin" };

function toPublicResponse(req: IncomingMessage, body: string, mediaType: MediaType): WrittenAnswer {
  // The same bytes under another media type are another representation: a strong tag is of one (RFC 9110 8.8.3).
  const headers = { ...PUBLIC_HEADERS, ETag: `"${hash("sha1", `${mediaType}\n${body}`, "base64url")}"` };
  if (isNotModified(req.headers["if-none-match"], headers.ETag)) return { status: 304, headers, body: "" };
  return { status: 200, headers: { "Content-Type": `${mediaType}; charset=utf-8`, ...headers }, body };
}

export function writeResponse(res: ServerResponse, { status, headers, body }: WrittenAnswer): void {
  res.writeHead(status, { ...headers, "Content-Length": Buffer.byteLength(body) });
  res.end(body);
}
