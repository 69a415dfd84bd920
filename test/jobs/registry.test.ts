import { expect, test } from "@jest/globals";
import { startJobs, type Job, type JobDeps } from "../../src/jobs/registry.ts";
import { createListLog } from "../support/list-log.ts";

test("a job that fails is logged and runs again, one run at a time, until the jobs are stopped", async () => {
  const logged: { level: string; message: string }[] = [];
  let [runs, running, most] = [0, 0, 0];
  const enough = Promise.withResolvers<undefined>();
  const job: Job = {
    name: "failing",
    everyMs: 1,
    run: async () => {
      most = Math.max(most, ++running);
      if (++runs === 3) enough.resolve(undefined);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
      throw new Error("out of order");
    },
  };

  const stop = startJobs({ log: createListLog(logged as never) } as JobDeps, [job]);
  await enough.promise;
  await stop();
  const runsAtTheEnd = runs;
  await new Promise((resolve) => setTimeout(resolve, 20));

  expect(runs).toBe(runsAtTheEnd);
  expect([most, running]).toEqual([1, 0]);
  expect(logged).toHaveLength(runs);
});

test("a job that is under way is told to stop, and waited for", async () => {
  let ended = false;
  const job: Job = {
    name: "long",
    everyMs: 60_000,
    run: async (_, signal) => {
      await new Promise((resolve) => {
        signal.addEventListener("abort", resolve);
      });
      ended = true;
    },
  };
  await startJobs({ log: createListLog([]) } as JobDeps, [job])();
  expect(ended).toBe(true);
});
