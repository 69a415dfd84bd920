import type { Log } from "../../domain/shared/log.ts";
import type { DocumentManifest } from "./persisted-documents.ts";
import { prepareDocument, type DocumentContext } from "./prepare-document.ts";

/** Prepares every document of a manifest, so that the first to ask for it need not wait, and names those that are refused. */
export function warnOfRefusedDocuments(ctx: DocumentContext, manifest: DocumentManifest, log: Log): void {
  for (const [documentId, text] of manifest) {
    const { refused } = prepareDocument(ctx, text);
    if (!refused) continue;
    const { errors } = JSON.parse(refused.body) as { errors: { message: string }[] };
    const reason = errors.map(({ message }) => message).join(" ");
    log.warn({ documentId, reason }, "a trusted document will be refused");
  }
}
