/** What the public reads may be kept for a moment by anyone; a booking is checked again when it is made. */
export const PUBLIC_READ = "public, max-age=5";

/** Whether the caller has this state already (RFC 9110 13.1.2, weak comparison). */
export function isNotModified(ifNoneMatch: string | undefined, etag: string | undefined): boolean {
  if (ifNoneMatch === undefined || etag === undefined) return false;
  if (ifNoneMatch.trim() === "*") return true;
  return ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}
