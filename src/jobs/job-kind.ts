import type { Job, JobKindName } from "../domain/job/job.ts";
import type { MailDeps } from "../domain/mail/send-outgoing-mail.ts";
import type { NotificationDeps } from "../domain/notification/send-notification.ts";
import type { RetentionDeps } from "../domain/outbox/delete-old-rows.ts";
import type { EventHandler } from "../domain/outbox/event-handler.ts";
import type { EventStream } from "../domain/ports/event-stream.ts";
import type { ProcessingDeps } from "../domain/received-event/process-received-event.ts";
import type { DomainContext } from "../domain/shared/context.ts";
import type { DeliverDeps } from "../domain/webhook-delivery/deliver-webhook.ts";

/** What jobs are done with. `log` says of each line which job, request and trace it is of. */
export type JobDeps = Pick<DomainContext, "db" | "clock" | "ids" | "log"> &
  MailDeps &
  DeliverDeps &
  ProcessingDeps &
  NotificationDeps &
  RetentionDeps & {
    handlers: readonly EventHandler[];
    /** Null: there is none. */
    eventStream: EventStream | null;
  };

export interface RetryPolicy {
  /** Runs in all; the job that fails the last of them is a dead letter. One whose worker dies has had its run. */
  most: number;
  firstDelayMs: number;
  /** Each delay is twice the one before it, up to this, and less up to a half by chance. */
  longestDelayMs: number;
}

interface Work<Kind extends JobKindName> {
  /** Ends early when the signal comes, by an error or with what is done: it is begun again by somebody else. */
  run(deps: JobDeps, job: Job<Kind>, signal: AbortSignal): Promise<unknown>;
  /** The most of one lane that one process works on at once. Left out: any number. */
  mostOfLane?: number;
  /**
   * So many at once in one process, beside all other kinds. For what waits for others most of the time, and would take the
   * places of what does not. Left out: it shares the process's number.
   */
  ownConcurrency?: number;
}

/** What is done of itself, every so often, by one process at a time. When it fails it is done again the next time. */
interface PeriodicKind<Kind extends JobKindName> extends Work<Kind> {
  everyMs: number;
}

/** What follows from something, once, and is tried again when it fails. */
export interface FollowingKind<Kind extends JobKindName> extends Work<Kind> {
  retry: RetryPolicy;
  /** Writes down what it means that it is a dead letter, just before it is one. May be called once more. */
  onGivenUp?(deps: JobDeps, job: Job<Kind>): Promise<unknown>;
}

export type JobKind<Kind extends JobKindName> = PeriodicKind<Kind> | FollowingKind<Kind>;

/** When to run a job again that has failed so many times. @param chance from 0 to 1 */
export function retryDelayMs({ firstDelayMs, longestDelayMs }: RetryPolicy, attempts: number, chance: number): number {
  const delay = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(attempts - 1, 30));
  return Math.round(delay * (1 - chance / 2));
}
