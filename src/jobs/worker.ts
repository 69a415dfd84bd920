import { dispatchEvents } from "../domain/outbox/dispatch-events.ts";
import type { JobDeps } from "./job-kind.ts";
import { startLoop, type Loop } from "./loop.ts";
import { startJobRunner, type JobRunnerOptions } from "./run-jobs.ts";

/** The dispatcher of events and the runner of jobs, in one process. Any number of them share the work. */
export async function startWorker(deps: JobDeps, options: JobRunnerOptions): Promise<Loop> {
  const jobs = await startJobRunner(deps, {
    ...options,
    onDone: () => {
      dispatcher.wake();
    },
  });
  const dispatcher: Loop = startLoop({
    name: "dispatcher",
    log: deps.log,
    everyMs: options.everyMs,
    async look() {
      const outcome = await dispatchEvents(deps, deps.handlers);
      if (outcome === "more") jobs.wake();
      return outcome;
    },
  });
  return {
    wake() {
      dispatcher.wake();
      jobs.wake();
    },
    async stop() {
      await Promise.all([dispatcher.stop(), jobs.stop()]);
    },
  };
}
