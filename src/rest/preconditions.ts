import { DomainError } from "../domain/shared/errors.ts";

/** Our entity tags of versioned resources: the version, and what else decides. */
const VERSION_TAG = /^"(\d{1,9})(?:-[\w-]+)?"$/;

/** No resource is ever in this version. */
const NEVER = -1;

/**
 * The version that If-Match asks for (RFC 9110 13.1.1). `*` asks for none in particular; a weak tag, or one that is not
 * ours, never matches.
 * @throws validation_failed for a list of tags: one caller has seen one version
 */
export function versionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch.trim() === "*") return undefined;
  if (ifMatch.includes(","))
    throw new DomainError("validation_failed", {
      detail: "If-Match names several versions.",
      errors: [{ pointer: "header: If-Match", message: "must be one entity tag" }],
    });
  const match = VERSION_TAG.exec(ifMatch.trim());
  return match ? Number(match[1]) : NEVER;
}
