import { notificationHandler } from "../domain/notification/plan-notifications.ts";
import { reminderHandler } from "../domain/notification/plan-reminders.ts";
import type { EventHandler } from "../domain/outbox/event-handler.ts";
import { webhookHandler } from "../domain/webhook-delivery/webhook-handler.ts";
import type { JobDeps } from "../jobs/job-kind.ts";
import { JOBS } from "../jobs/registry.ts";
import { startWorker } from "../jobs/worker.ts";
import type { Config } from "./config.ts";
import { openEventStream } from "./open-event-stream.ts";
import type { WorkSignal } from "./work-signal.ts";

/** Who is told of events. */
const HANDLERS: readonly EventHandler[] = [webhookHandler, notificationHandler, reminderHandler];

/** What nobody told of is found within it. */
const LOOK_EVERY_MS = 1_000;

/** Hands events on and does jobs until the function that comes back is called, which waits for those under way. */
export async function startWork(
  deps: Omit<JobDeps, "handlers" | "eventRetentionDays" | "eventStream">,
  config: Config,
  signal: WorkSignal,
): Promise<() => Promise<void>> {
  const { jobConcurrency, jobLeaseMs, eventRetentionDays } = config;
  const opened = openEventStream(config);
  const worker = await startWorker(
    { ...deps, eventRetentionDays, handlers: HANDLERS, eventStream: opened?.stream ?? null },
    { registry: JOBS, concurrency: jobConcurrency, leaseMs: jobLeaseMs, everyMs: LOOK_EVERY_MS },
  );
  signal.listen(worker.wake);
  return async () => {
    await worker.stop();
    opened?.close();
  };
}
