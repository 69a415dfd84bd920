import type { Transaction } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";

/** Leaves room for the number within the 100 characters that a slug may have. */
const BASE_LENGTH = 90;

/** Letters that Unicode does not take apart into a letter and an accent. */
const FOLDED: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
};

/** The title in small ASCII letters, digits and single hyphens; "event" where nothing of it is left. */
export function toSlug(title: string): string {
  const folded = title
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => FOLDED[letter]!);
  const kebab = folded.replace(/[^a-z0-9]+/g, "-").replace(/^-/, "");
  return kebab.slice(0, BASE_LENGTH).replace(/-$/, "") || "event";
}

/** The slug itself, or with the first number that makes it free: consultation, consultation-2, consultation-3. */
export async function freeSlug(tx: Transaction, organisationId: string, slug: string): Promise<string> {
  const rows = await tx.eventType.findMany({
    where: { organisationId, deletedAt: null, slug: { startsWith: slug } },
    select: { slug: true },
  });
  const taken = new Set(rows.map((row) => row.slug));
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number++;
  return `${slug}-${number}`;
}

export function slugTaken(slug: string, cause?: unknown): DomainError {
  return new DomainError("slug_taken", {
    detail: `Another event type has the slug ${slug}.`,
    errors: [{ pointer: "/slug", message: "is taken by another event type" }],
    cause,
  });
}
