import type { Prisma } from "../../src/generated/prisma/client.ts";
import type { Database } from "../../src/domain/shared/database.ts";
import { newId } from "../../src/domain/shared/ids.ts";
import { NOW } from "./domain-context.ts";

/** The row of a job that has failed its last time, as it is of an event that a handler could not be told of. */
export function deadLetterRow(organisationId: string | null, more: Partial<Prisma.JobCreateManyInput> = {}) {
  return {
    id: newId("job"),
    kind: "handle-event",
    organisationId,
    data: { handler: "nobody", eventId: newId("event") },
    requestId: "dead-letter",
    attempts: 10,
    dueAt: new Date(NOW),
    lastError: "The receiver answered 500.",
    createdAt: new Date(NOW),
    diedAt: new Date(NOW),
    ...more,
  } satisfies Prisma.JobCreateManyInput;
}

/** @returns its identifier */
export async function addDeadLetter(
  { prisma }: Database,
  organisationId: string | null,
  more: Partial<Prisma.JobCreateManyInput> = {},
): Promise<string> {
  const data = deadLetterRow(organisationId, more);
  await prisma.job.create({ data });
  return data.id;
}
