import type { ServerResponse } from "node:http";
import type { Answer } from "../execution/answer.ts";
import type { MediaType } from "./media-types.ts";

/** An answer as it goes over the wire. */
export interface WrittenAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** The rules of GraphQL over HTTP 6.4: `application/json` has told everything by 200 since before there were rules. */
export function toResponse({ body, ok, status, headers }: Answer, mediaType: MediaType): WrittenAnswer {
  return {
    status: status ?? (ok || mediaType === "application/json" ? 200 : 400),
    headers: { "Content-Type": `${mediaType}; charset=utf-8`, "Cache-Control": "no-store", ...headers },
    body,
  };
}

export function writeResponse(res: ServerResponse, { status, headers, body }: WrittenAnswer): void {
  res.writeHead(status, { ...headers, "Content-Length": Buffer.byteLength(body) });
  res.end(body);
}
