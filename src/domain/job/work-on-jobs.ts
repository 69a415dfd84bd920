import type { DomainContext } from "../shared/context.ts";
import type { Job, JobKindName } from "./job.ts";

export type JobDeps = Pick<DomainContext, "db" | "clock">;

export interface JobChoice {
  kinds: readonly JobKindName[];
  /** How many of a lane may be at work, for the kinds that say so. */
  mostOfLane: Readonly<Partial<Record<JobKindName, number>>>;
  /** How many of each lane are at work. */
  atWork: ReadonlyMap<string, number>;
  /** Those of them that have as many as they may. */
  fullLanes: readonly string[];
  most: number;
  /** Whoever does not renew it or end the job by then has died with it: it is due again. */
  leaseMs: number;
}

/**
 * Such a statement does not wait for the disk. Should the database's machine die just then, a job is begun once more, which
 * it may be anyhow.
 */
const NOT_WAITING = "set_config('synchronous_commit', 'off', true) IS NOT NULL";

/** The lease is the time at which it is due next, so a job that was lost needs nobody to find it. */
const TAKE_JOBS = {
  name: "take_jobs",
  text: `WITH due AS MATERIALIZED (
      SELECT id, kind, lane, due_at FROM job
      WHERE died_at IS NULL AND due_at <= $1 AND kind = ANY ($2) AND (lane IS NULL OR lane <> ALL ($3))
      ORDER BY due_at, id LIMIT $4 FOR UPDATE SKIP LOCKED),
    placed AS (
      SELECT id, ($6::jsonb ->> kind)::int AS most,
        row_number() OVER (PARTITION BY lane ORDER BY due_at, id) + coalesce(($7::jsonb ->> lane)::int, 0) AS place
      FROM due)
    UPDATE job SET attempts = attempts + 1, due_at = $5 FROM placed
    WHERE job.id = placed.id AND (job.lane IS NULL OR most IS NULL OR place <= most) AND ${NOT_WAITING}
    RETURNING job.id, kind, data, organisation_id AS "organisationId", subject_id AS "subjectId", lane,
      request_id AS "requestId", trace_id AS "traceId", attempts`,
};

/** Of the first `most` that are due, those that have a place in their lane; each for one caller alone. */
export function takeJobs({ db, clock }: JobDeps, choice: JobChoice): Promise<Job[]> {
  const { kinds, mostOfLane, atWork, fullLanes, most, leaseMs } = choice;
  const now = clock.now();
  const until = new Date(now.getTime() + leaseMs);
  const lanes = [JSON.stringify(mostOfLane), JSON.stringify(Object.fromEntries(atWork))];
  return db.query<Job>(TAKE_JOBS, [now, kinds, fullLanes, most, until, ...lanes]);
}

/** Of a job that somebody has begun; what it says happens while it is still his. */
type Held = Pick<Job, "id" | "attempts">;

const HELD = `WHERE id = $1 AND attempts = $2 AND died_at IS NULL AND ${NOT_WAITING}`;

const FINISH = { name: "finish_job", text: `DELETE FROM job ${HELD} RETURNING id` };
const PUT_OFF = {
  name: "put_off_job",
  text: `UPDATE job SET due_at = $3, last_error = $4, attempts = $5 ${HELD} RETURNING id`,
};
const PUT_BACK = {
  name: "put_back_job",
  text: `UPDATE job SET due_at = $3, attempts = $4 ${HELD} RETURNING id`,
};
const GIVE_UP = { name: "give_up_job", text: `UPDATE job SET died_at = $3, last_error = $4 ${HELD} RETURNING id` };

/** @returns false when it was somebody else's meanwhile; so do the others */
export async function finishJob({ db }: JobDeps, { id, attempts }: Held): Promise<boolean> {
  return (await db.query(FINISH, [id, attempts])).length > 0;
}

/** Renews the lease. */
export async function keepJob({ db, clock }: JobDeps, { id, attempts }: Held, leaseMs: number): Promise<boolean> {
  const until = new Date(clock.now().getTime() + leaseMs);
  return (await db.query(PUT_BACK, [id, attempts, until, attempts])).length > 0;
}

/** After a failure. @param isAttempt whether it was one of those that the job has */
export async function retryJob(
  { db }: JobDeps,
  { id, attempts }: Held,
  { at, error, isAttempt }: { at: Date; error: string; isAttempt: boolean },
): Promise<boolean> {
  return (await db.query(PUT_OFF, [id, attempts, at, error, isAttempt ? attempts : attempts - 1])).length > 0;
}

/** As if it had not been begun this time; for what comes again and again as if it had never been. */
export async function putBackJob(
  { db }: JobDeps,
  { id, attempts }: Held,
  dueAt: Date,
  attemptsSoFar = attempts - 1,
): Promise<boolean> {
  return (await db.query(PUT_BACK, [id, attempts, dueAt, attemptsSoFar])).length > 0;
}

/** Makes it a dead letter. */
export async function giveUpJob({ db, clock }: JobDeps, { id, attempts }: Held, error: string): Promise<boolean> {
  return (await db.query(GIVE_UP, [id, attempts, clock.now(), error])).length > 0;
}
