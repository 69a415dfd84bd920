import { DomainError } from "./errors.ts";

/**
 * @param seen the version that the caller has read, from If-Match; undefined when he does not mind
 * @throws stale_version
 */
export function assertVersion(noun: string, current: number, seen: number | undefined): void {
  if (seen === undefined || seen === current) return;
  throw new DomainError("stale_version", {
    detail: `The ${noun} is in version ${current}; version ${seen} was asked for.`,
  });
}
