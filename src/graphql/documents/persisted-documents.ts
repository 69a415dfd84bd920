import { hash } from "node:crypto";
import { refusal } from "../limits/refusal.ts";
import { findPrepared } from "./document-caches.ts";
import { prepareDocument, type DocumentContext, type Preparation } from "./prepare-document.ts";

/** What a request says of its document: at least one of the two. */
export interface AskedDocument {
  /** `sha256:<hexadecimal>`, the hexadecimal alone, or what a manifest calls it. */
  documentId: string | null;
  /** The text. */
  query: string | null;
}

/**
 * Which documents are carried out: the one that a request asks for, prepared or refused for what it is.
 * @throws document_not_found, document_not_trusted, document_mismatch, before anything is parsed
 */
export type FindDocument = (ctx: DocumentContext, asked: AskedDocument) => Preparation;

/** Documents by their identifiers. */
export type DocumentManifest = ReadonlyMap<string, string>;

/** Apollo's clients compare this text, and send the document then. */
const NOT_FOUND = "PersistedQueryNotFound";

/**
 * Takes every document, and remembers it by its SHA-256: nothing but the memory of prepared documents is needed, which is
 * bounded and in which a refused one never stands.
 */
export const automaticDocuments: FindDocument = (ctx, { documentId, query }) => {
  if (documentId === null) return prepareDocument(ctx, query!);
  const sha256 = withoutPrefix(documentId);
  if (query !== null) {
    if (hash("sha256", query) !== sha256) throw mismatch();
    return prepareDocument(ctx, query);
  }
  const prepared = findPrepared(ctx.caches, sha256);
  if (!prepared) throw refusal("document_not_found", NOT_FOUND);
  return { prepared };
};

/** Takes the documents of a manifest and no others, by identifier, by SHA-256 or by text. */
export function trustedDocuments(manifest: DocumentManifest): FindDocument {
  const bySha256 = new Map([...manifest.values()].map((text) => [hash("sha256", text), text]));
  const textOf = (id: string) => manifest.get(id) ?? bySha256.get(withoutPrefix(id));
  return (ctx, { documentId, query }) => {
    const text = textOf(documentId ?? hash("sha256", query!));
    if (text === undefined)
      throw refusal("document_not_trusted", "Only the documents of this server's list are taken.");
    if (query !== null && query !== text) throw mismatch();
    return prepareDocument(ctx, text);
  };
}

function withoutPrefix(documentId: string): string {
  return documentId.startsWith("sha256:") ? documentId.slice("sha256:".length) : documentId;
}

function mismatch(): Error {
  return refusal("document_mismatch", "The request names one document and sends another.");
}
