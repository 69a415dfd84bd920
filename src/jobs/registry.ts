import type { MailDeps } from "../domain/mail/send-outgoing-mail.ts";
import type { DomainContext } from "../domain/shared/context.ts";
import { declineExpiredBookingsJob } from "./decline-expired-bookings.job.ts";
import { deleteDeadTokensJob } from "./delete-dead-tokens.job.ts";
import { deleteExpiredHoldsJob } from "./delete-expired-holds.job.ts";
import { forgetAvailabilityChangesJob } from "./forget-availability-changes.job.ts";
import { offerFreedTimesJob } from "./offer-freed-times.job.ts";
import { sendOutgoingMailJob } from "./send-outgoing-mail.job.ts";

/** Work that falls due by time. Every process may run it; the domain sees to it that its effect comes once. */
export interface Job {
  name: string;
  everyMs: number;
  /** Ends early, between two pieces of its work, when the signal comes. */
  run(deps: JobDeps, signal: AbortSignal): Promise<unknown>;
}

export type JobDeps = Pick<DomainContext, "db" | "clock" | "ids" | "log"> & MailDeps;

export const JOBS: readonly Job[] = [
  declineExpiredBookingsJob,
  deleteDeadTokensJob,
  deleteExpiredHoldsJob,
  forgetAvailabilityChangesJob,
  offerFreedTimesJob,
  sendOutgoingMailJob,
];

/** Runs each job now and then every so often, one run at a time. @returns tells the runs under way to stop, and waits for them */
export function startJobs(deps: JobDeps, jobs = JOBS): () => Promise<void> {
  const ends = jobs.map((job) => startJob(deps, job));
  return async () => {
    await Promise.all(ends.map((end) => end()));
  };
}

function startJob(deps: JobDeps, job: Job): () => Promise<void> {
  const stopping = new AbortController();
  let running: Promise<unknown> | null = null;
  const run = () => {
    running ??= job
      .run(deps, stopping.signal)
      .catch((error: unknown) => {
        deps.log.error({ job: job.name, err: error }, "a job failed; it runs again when it is due next");
      })
      .finally(() => (running = null));
  };
  run();
  const timer = setInterval(run, job.everyMs);
  return async () => {
    clearInterval(timer);
    stopping.abort();
    await running;
  };
}
