import { readFileSync } from "node:fs";
import { parseDocumentManifest } from "../graphql/documents/document-manifest.ts";
import type { DocumentManifest } from "../graphql/documents/persisted-documents.ts";
import { reasonOf, StartError } from "./start-error.ts";

/** @param file null where every document is taken @throws StartError */
export function readTrustedDocuments(file: string | null): DocumentManifest | null {
  if (file === null) return null;
  try {
    return parseDocumentManifest(readFileSync(file, "utf8"));
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? reasonOf(cause);
    throw new StartError(`GRAPHQL_TRUSTED_DOCUMENTS names ${file}, which cannot be used (${reason}).`, { cause });
  }
}
