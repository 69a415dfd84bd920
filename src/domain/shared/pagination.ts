import { DomainError } from "./errors.ts";
import { isId } from "./ids.ts";
import { parseInstant } from "./instants.ts";

/** One page of a list. `nextCursor` asks for the page after it; null on the last one. */
export interface Page<T> {
  data: T[];
  nextCursor: string | null;
}

export interface PageInput {
  /** How many a page holds at most, at least one. */
  limit: number;
  /** The `nextCursor` of the page before, of the same list in the same order. */
  cursor?: string;
}

/** Where a row stands in a list that is ordered by an instant, and by identifier among equals. */
export type Position = [at: Date, id: string];

/** A page of rows of which one more than `limit` was asked for, so as to know whether more follow. */
export function toPage<T>(rows: T[], limit: number, positionOf: (row: T) => Position): Page<T> {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, nextCursor: last && rows.length > limit ? encodeCursor(positionOf(last)) : null };
}

/** A position as clients carry it. What it looks like inside is nobody's business but ours. */
export function encodeCursor([at, id]: Position): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString("base64url");
}

/** Anybody can send anything as a cursor: only what is an instant and an identifier gets through. @throws validation_failed */
export function decodeCursor(cursor: string): Position {
  const position = parseJson(Buffer.from(cursor, "base64url").toString());
  if (!Array.isArray(position) || position.length !== 2) throw badCursor();
  const [at, id] = position as [unknown, unknown];
  const ms = typeof at === "string" ? parseInstant(at) : null;
  if (ms === null || typeof id !== "string" || !isId(id)) throw badCursor();
  return [new Date(ms), id];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badCursor(error);
  }
}

function badCursor(cause?: unknown): DomainError {
  return new DomainError("validation_failed", {
    detail: "The cursor is none that was given out here.",
    errors: [{ pointer: "?cursor", message: "must be the nextCursor of a page before" }],
    cause,
  });
}

/** The rows of a page, oldest first, for Prisma: `limit` of them and one more. */
export function pageQuery({ limit, cursor }: PageInput) {
  return {
    where: cursor === undefined ? {} : createdAfter(decodeCursor(cursor)),
    orderBy: [{ createdAt: "asc" as const }, { id: "asc" as const }],
    take: limit + 1,
  };
}

/** In the form that lets PostgreSQL begin at the position in the index, rather than read up to it. */
function createdAfter([at, id]: Position) {
  return { AND: [{ createdAt: { gte: at } }, { OR: [{ createdAt: { gt: at } }, { id: { gt: id } }] }] };
}

/** The place of a row in the order of `pageQuery`. */
export function creationOf({ createdAt, id }: { createdAt: Date; id: string }): Position {
  return [createdAt, id];
}
