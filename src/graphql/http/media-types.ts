import type { IncomingMessage } from "node:http";
import { refusal } from "../limits/refusal.ts";

export type MediaType = "application/graphql-response+json" | "application/json";

const [NEWER, OLDER] = ["application/graphql-response+json", "application/json"] as const;

/**
 * The media type to answer in, null where the caller takes neither. Who takes anything, or does not say, is taken for a
 * client that knows the older one only (GraphQL over HTTP 6.1).
 */
export function acceptedMediaType(accept = "*/*"): MediaType | null {
  if (accept === "*/*") return OLDER;
  const ranges = accept.split(",").map(toRange);
  const [newer, older] = [qualityOf(ranges, NEWER), qualityOf(ranges, OLDER)];
  const namesNewer = ranges.some(({ type }) => type === NEWER);
  if (newer > 0 && (older === 0 || (namesNewer && newer >= older))) return NEWER;
  return older > 0 ? OLDER : null;
}

interface Range {
  type: string;
  quality: number;
}

/** An answer is in UTF-8: who asks for another charset is not served by it. */
function toRange(text: string): Range {
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const valueOf = (name: string) => parameters.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1);
  const isOurs = ["utf-8", '"utf-8"', undefined].includes(valueOf("charset"));
  const quality = Number(valueOf("q") ?? 1);
  return { type, quality: isOurs && quality >= 0 && quality <= 1 ? quality : 0 };
}

/** The most specific range decides (RFC 9110 12.5.1). */
function qualityOf(ranges: readonly Range[], type: MediaType): number {
  for (const name of [type, "application/*", "*/*"]) {
    const range = ranges.find((each) => each.type === name);
    if (range) return range.quality;
  }
  return 0;
}

const JSON_IN_UTF8 = /^application\/json\s*(;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i;

/**
 * Takes JSON only. A page of another site may make a browser send plain text, forms and multipart without asking first;
 * JSON it may not.
 * @throws unsupported_media_type
 */
export function assertJsonBody({ headers }: IncomingMessage): void {
  const coding = headers["content-encoding"] ?? "identity";
  if (JSON_IN_UTF8.test(headers["content-type"] ?? "") && coding === "identity") return;
  throw refusal("unsupported_media_type", "The body must be application/json in UTF-8, not compressed.");
}
