import { JobFailure, type Job, type JobKindName } from "../domain/job/job.ts";
import { finishJob, giveUpJob, keepJob, putBackJob, retryJob } from "../domain/job/work-on-jobs.ts";
import { DomainError } from "../domain/shared/errors.ts";
import type { Log } from "../domain/shared/log.ts";
import { retryDelayMs, type FollowingKind, type JobDeps, type JobKind } from "./job-kind.ts";

interface RunOptions {
  leaseMs: number;
  /** This process is to end. */
  signal: AbortSignal;
}

/** Runs a job that was taken, and writes down how it ended. Never throws: what it cannot write, the end of the lease does. */
export async function runJob<Kind extends JobKindName>(
  deps: JobDeps,
  kind: JobKind<Kind>,
  job: Job<Kind>,
  { leaseMs, signal }: RunOptions,
): Promise<void> {
  const log = logOf(deps.log, job);
  const lost = new AbortController();
  const lease = setInterval(() => {
    keepJob(deps, job, leaseMs).then(
      (isOurs) => {
        if (!isOurs) lost.abort();
      },
      (error: unknown) => {
        log.warn({ err: error }, "the lease of a job was not renewed");
      },
    );
  }, leaseMs / 3);
  try {
    await run({ ...deps, log }, kind, job, { signal, lost: lost.signal });
  } catch (error) {
    log.error({ err: error }, "how a job ended could not be written; it is begun again when its lease is over");
  } finally {
    clearInterval(lease);
  }
}

async function run<Kind extends JobKindName>(
  deps: JobDeps,
  kind: JobKind<Kind>,
  job: Job<Kind>,
  { signal, lost }: { signal: AbortSignal; lost: AbortSignal },
): Promise<unknown> {
  const { clock, log } = deps;
  if ("everyMs" in kind) {
    await kind.run(deps, job, AbortSignal.any([signal, lost])).catch((error: unknown) => {
      log.error({ err: error }, "a job failed; it is done again when it is due next");
    });
    return putBackJob(deps, job, new Date(clock.now().getTime() + kind.everyMs), 0);
  }
  // Its workers died with it each time: it may be what they died of.
  if (job.attempts > kind.retry.most)
    return giveUp(deps, kind, job, new JobFailure("Its worker died with it each time."));
  try {
    await kind.run(deps, job, AbortSignal.any([signal, lost]));
  } catch (error) {
    if (signal.aborted) return putBackJob(deps, job, clock.now());
    const { isFinal, retryAt, isAttempt } = error instanceof JobFailure ? error : ORDINARY;
    if (isFinal || (isAttempt && job.attempts >= kind.retry.most)) return giveUp(deps, kind, job, error);
    const delayMs = retryDelayMs(kind.retry, job.attempts, Math.random());
    const at = retryAt ?? new Date(clock.now().getTime() + delayMs);
    log.warn({ attempts: job.attempts, retryAt: at, err: error }, "a job failed; it is tried again");
    return retryJob(deps, job, { at, error: messageOf(error), isAttempt });
  }
  return finishJob(deps, job);
}

/** Any failure that says no more of itself. */
const ORDINARY = { isFinal: false, retryAt: null, isAttempt: true };

async function giveUp<Kind extends JobKindName>(
  deps: JobDeps,
  kind: FollowingKind<Kind>,
  job: Job<Kind>,
  error: unknown,
): Promise<void> {
  await kind.onGivenUp?.(deps, job);
  deps.log.error({ attempts: job.attempts, err: error }, "a job was given up; it is among the dead letters");
  await giveUpJob(deps, job, messageOf(error));
}

const LONGEST_ERROR = 500;

/**
 * What people are told (`lastError` of a dead letter): what was written for them. Any other failure may quote an address, a
 * statement or a key, so it is named alone; the whole of it is in the log.
 */
function messageOf(error: unknown): string {
  if (error instanceof JobFailure || error instanceof DomainError)
    return error.message.split("\n")[0]!.slice(0, LONGEST_ERROR);
  return `It failed in a way that was not expected (${nameOf(error)}); the log has more of it.`;
}

/** Words of code: a class, and a code such as ECONNRESET where there is one. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as { code?: unknown };
  return [error.constructor.name, ...(typeof code === "string" && /^[A-Z\d_]{1,40}$/.test(code) ? [code] : [])].join(
    " ",
  );
}

/** Each line says what it belongs to. */
function logOf(log: Log, { id: jobId, kind: job, requestId, traceId }: Job): Log {
  const origin = { job, jobId, requestId, ...(traceId !== null && { traceId }) };
  const saying = (level: keyof Log) => (fields: object, message: string) => {
    log[level]({ ...origin, ...fields }, message);
  };
  return { debug: saying("debug"), info: saying("info"), warn: saying("warn"), error: saying("error") };
}
