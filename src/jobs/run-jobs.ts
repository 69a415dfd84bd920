import { enqueue, type NewJob } from "../domain/job/enqueue.ts";
import type { Job, JobKindName } from "../domain/job/job.ts";
import { putBackJob, takeJobs } from "../domain/job/work-on-jobs.ts";
import type { JobDeps } from "./job-kind.ts";
import { startLoop, type Loop, type LookOutcome } from "./loop.ts";
import type { JobRegistry } from "./registry.ts";
import { runJob } from "./run-job.ts";

export interface JobRunnerOptions {
  /** Of the loop, as the log has it. */
  name?: string;
  registry: JobRegistry;
  /** The most jobs that this process works on at once. */
  concurrency: number;
  /** For how long a job is its worker's without a sign of life. */
  leaseMs: number;
  /** How long a job that has fallen due may wait to be seen, where nobody tells of it. */
  everyMs: number;
  /** A job has ended, and may have left events. */
  onDone?: () => void;
}

/** Works on jobs as they fall due, until it is stopped: then those under way are told to end, and waited for. */
export async function startJobRunner(deps: JobDeps, options: JobRunnerOptions): Promise<Loop> {
  const { name = "jobs", registry, concurrency, leaseMs, everyMs, onDone } = options;
  await schedulePeriodicJobs(deps, registry);
  const kinds = Object.keys(registry) as JobKindName[];
  const mostOfLane: Partial<Record<JobKindName, number>> = Object.fromEntries(
    kinds.map((kind) => [kind, registry[kind]!.mostOfLane]),
  );
  const stopping = new AbortController();
  const running = new Map<Job, Promise<void>>();

  const lanesAtWork = () => {
    const atWork = new Map<string, number>();
    for (const { lane } of running.keys()) if (lane !== null) atWork.set(lane, (atWork.get(lane) ?? 0) + 1);
    const isFull = ({ kind, lane }: Job) => lane !== null && atWork.get(lane)! >= (mostOfLane[kind] ?? Infinity);
    return { atWork, fullLanes: [...running.keys()].filter(isFull).map(({ lane }) => lane!) };
  };

  /** Its lease seems to be over: somebody has moved the clock on, or this process stood still. */
  const isUnderWay = ({ id }: Job) => [...running.keys()].some((other) => other.id === id);
  const leave = (job: Job) => putBackJob(deps, job, new Date(deps.clock.now().getTime() + leaseMs));

  const start = (job: Job) => {
    const done = runJob(deps, registry[job.kind] as never, job, { leaseMs, signal: stopping.signal }).finally(() => {
      running.delete(job);
      loop.wake();
      onDone?.();
    });
    running.set(job, done);
  };

  const look = async (): Promise<LookOutcome> => {
    const most = concurrency - running.size;
    if (most === 0 || stopping.signal.aborted) return "none";
    const lanes = lanesAtWork();
    const jobs = await takeJobs(deps, { kinds, mostOfLane, ...lanes, most, leaseMs });
    for (const job of jobs)
      if (isUnderWay(job)) await leave(job);
      else start(job);
    // Others may have stood behind those of a lane that has become full.
    const isLaneNew = lanesAtWork().fullLanes.length > lanes.fullLanes.length;
    return jobs.length === most || isLaneNew ? "more" : "none";
  };

  const loop = startLoop({ name, log: deps.log, everyMs, look });
  return {
    wake: loop.wake,
    async stop() {
      stopping.abort();
      await loop.stop();
      await Promise.all(running.values());
    },
  };
}

/** One row each, which is put off whenever it was done. Whoever starts first writes it. */
async function schedulePeriodicJobs(deps: JobDeps, registry: JobRegistry): Promise<void> {
  const kinds = (Object.keys(registry) as JobKindName[]).filter((kind) => "everyMs" in registry[kind]!);
  const jobs = kinds.map((kind) => ({ kind, data: {}, requestId: kind, key: PERIODIC }) as NewJob);
  await deps.db.transaction((tx) => enqueue(deps, tx, jobs));
}

const PERIODIC = "periodic";
