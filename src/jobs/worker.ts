import { dispatchEvents } from "../domain/outbox/dispatch-events.ts";
import type { JobDeps } from "./job-kind.ts";
import { startLoop, type Loop } from "./loop.ts";
import { startPublisher } from "./publish.ts";
import { startJobRunner, type JobRunnerOptions } from "./run-jobs.ts";

/** The dispatcher of events, the runner of jobs and what keeps the event stream, in one process. Any number of them share the work. */
export async function startWorker(deps: JobDeps, options: JobRunnerOptions): Promise<Loop> {
  // Jobs that wait already may be done before there is a dispatcher, which looks as soon as there is one.
  let dispatcher: Loop | null = null;
  const onDone = () => {
    dispatcher?.wake();
  };
  const jobs: Loop[] = [];
  for (const share of sharesOf(options)) jobs.push(await startJobRunner(deps, { ...share, onDone }));
  const wakeJobs = () => {
    for (const runner of jobs) runner.wake();
  };
  const publisher = deps.eventStream && startPublisher(deps, deps.eventStream, options.everyMs);
  const handingOn = startLoop({
    name: "dispatcher",
    log: deps.log,
    everyMs: options.everyMs,
    async look() {
      const outcome = await dispatchEvents(deps, deps.handlers);
      if (outcome === "more") {
        wakeJobs();
        publisher?.wake();
      }
      return outcome;
    },
  });
  dispatcher = handingOn;
  return {
    wake() {
      handingOn.wake();
      wakeJobs();
    },
    async stop() {
      await Promise.all([handingOn.stop(), publisher?.stop(), ...jobs.map((runner) => runner.stop())]);
    },
  };
}

/** A runner for each kind that has a number of its own, and one for all the others. */
function sharesOf(options: JobRunnerOptions): JobRunnerOptions[] {
  const { own = [], common = [] } = Object.groupBy(Object.entries(options.registry), ([, { ownConcurrency }]) =>
    ownConcurrency === undefined ? "common" : "own",
  );
  return [
    { ...options, registry: Object.fromEntries(common) },
    ...own.map(([name, kind]) => ({
      ...options,
      name,
      registry: { [name]: kind },
      concurrency: kind.ownConcurrency!,
    })),
  ];
}
