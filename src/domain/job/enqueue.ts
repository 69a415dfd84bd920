import type { DomainContext } from "../shared/context.ts";
import type { Transaction } from "../shared/database.ts";
import type { JobData, JobKindName } from "./job.ts";

interface NewJobOf<Kind extends JobKindName> {
  kind: Kind;
  data: JobData[Kind];
  /** Left out: the house's own. Who runs what in an organisation sees its dead letters. */
  organisationId?: string;
  subjectId?: string;
  lane?: string;
  /** Of the command that it follows from; with an event it is the event's. */
  requestId: string;
  traceId?: string | undefined;
  /** Left out: now. */
  dueAt?: Date;
  /** Names it among those of its kind: while one with this key waits or runs, no second one is made. */
  key?: string;
}

export type NewJob = { [Kind in JobKindName]: NewJobOf<Kind> }[JobKindName];

type Deps = Pick<DomainContext, "ids" | "clock">;

/** Has jobs done once the transaction stands; they are gone if it does not. @returns the identifiers of those that are new */
export async function enqueue({ ids, clock }: Deps, tx: Transaction, jobs: readonly NewJob[]): Promise<string[]> {
  if (jobs.length === 0) return [];
  const now = clock.now();
  const rows = jobs.map(({ kind, data, organisationId, subjectId, lane, requestId, traceId, dueAt = now, key }) => ({
    ...{ id: ids("job"), kind, key, lane, data, attempts: 0, due_at: dueAt, created_at: now },
    ...{ organisation_id: organisationId, subject_id: subjectId, request_id: requestId, trace_id: traceId },
  }));
  // Prisma's own createMany takes two milliseconds a row.
  const added = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO job SELECT * FROM jsonb_populate_recordset(NULL::job, ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT DO NOTHING RETURNING id`;
  return added.map(({ id }) => id);
}

/** Takes back jobs by their keys, such as reminders of a time that was given up; one that runs comes to its end. @returns how many */
export async function dropJobs(tx: Transaction, kind: JobKindName, keys: readonly string[]): Promise<number> {
  const { count } = await tx.job.deleteMany({ where: { kind, key: { in: [...keys] }, diedAt: null } });
  return count;
}
