import type { EventData } from "../../generated/events.ts";
import type { Job as JobRow } from "../../generated/prisma/client.ts";

/** A job that has failed its last time, as those see it whose work it is. What it was told stays inside. */
export interface DeadLetter {
  /** The job's. */
  id: string;
  kind: string;
  subjectId: string | null;
  attempts: number;
  /** Holds no secret and nothing of a person (`messageOf` in src/jobs). */
  lastError: string;
  createdAt: Date;
  diedAt: Date;
  requestId: string;
  traceId: string | null;
}

/** @param row of a job that was given up */
export function toDeadLetter(row: JobRow): DeadLetter {
  const { id, kind, subjectId, attempts, lastError, createdAt, diedAt, requestId, traceId } = row;
  return { id, kind, subjectId, attempts, lastError: lastError!, createdAt, diedAt: diedAt!, requestId, traceId };
}

/** What a dead letter's events say of it. */
export function toDeadLetterPayload(letter: DeadLetter): EventData["dead_letter.retried"] {
  const { id, kind, subjectId, attempts, createdAt, diedAt } = letter;
  return { deadLetter: { id, kind, subjectId, attempts, createdAt, diedAt } };
}
