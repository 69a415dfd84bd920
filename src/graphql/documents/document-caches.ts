import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Answer } from "../execution/answer.ts";
import type { PreparedDocument } from "./prepare-document.ts";

/** Documents by the SHA-256 of their text. All are bounded in number and in size, whatever is sent. */
export interface DocumentCaches {
  /** Seen once. A stream of documents that never come again passes through here, and leaves `proven` alone. */
  fresh: LRUCache<string, PreparedDocument>;
  /** Seen again. */
  proven: LRUCache<string, PreparedDocument>;
  refused: LRUCache<string, Answer>;
}

/** 60 MB in all when they are full. */
const FRESH = { max: 500, maxSize: 50_000 };
const PROVEN = { max: 2_000, maxSize: 150_000 };
/** In characters. */
const REFUSED = { max: 10_000, maxSize: 5_000_000 };

export function createDocumentCaches(): DocumentCaches {
  const sizeCalculation = ({ units }: PreparedDocument) => units;
  return {
    fresh: new LRUCache({ ...FRESH, sizeCalculation }),
    proven: new LRUCache({ ...PROVEN, sizeCalculation }),
    refused: new LRUCache({ ...REFUSED, sizeCalculation: ({ body }) => body.length + 1 }),
  };
}

/** Whether a text has been prepared or refused already. */
export function isKnown({ fresh, proven, refused }: DocumentCaches, text: string): boolean {
  const sha256 = hash("sha256", text);
  return proven.has(sha256) || fresh.has(sha256) || refused.has(sha256);
}

export function findPrepared({ fresh, proven }: DocumentCaches, sha256: string): PreparedDocument | undefined {
  const known = proven.get(sha256);
  if (known) return known;
  const again = fresh.get(sha256);
  if (!again) return undefined;
  fresh.delete(sha256);
  proven.set(sha256, again);
  return again;
}
