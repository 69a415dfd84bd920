import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { setTimeout as sleep } from "node:timers/promises";
import { recordCommand } from "../../src/domain/audit/record-command.ts";
import { enqueue, dropJobs, type NewJob } from "../../src/domain/job/enqueue.ts";
import { JobFailure, type Job } from "../../src/domain/job/job.ts";
import { deleteOldRows } from "../../src/domain/outbox/delete-old-rows.ts";
import { dispatchEvents } from "../../src/domain/outbox/dispatch-events.ts";
import type { DomainEvent } from "../../src/domain/outbox/domain-event.ts";
import type { EventHandler } from "../../src/domain/outbox/event-handler.ts";
import { getOutboxLag } from "../../src/domain/outbox/get-outbox-lag.ts";
import type { DomainContext } from "../../src/domain/shared/context.ts";
import { createDatabase, type Database } from "../../src/domain/shared/database.ts";
import { newId } from "../../src/domain/shared/ids.ts";
import { retryDelayMs, type JobDeps, type JobKind } from "../../src/jobs/job-kind.ts";
import type { Loop } from "../../src/jobs/loop.ts";
import { startWorker } from "../../src/jobs/worker.ts";
import { startJobRunner } from "../../src/jobs/run-jobs.ts";
import type { JobRegistry } from "../../src/jobs/registry.ts";
import { createListLog } from "../support/list-log.ts";
import { createMovableClock, NOW, type LogLine } from "../support/domain-context.ts";
import { startProcess } from "../support/server-process.ts";
import { createTestDatabase, type TestDatabase } from "../support/test-database.ts";

let database: TestDatabase;
let db: Database;
let deps: JobDeps;
let ctx: DomainContext;
let clock: ReturnType<typeof createMovableClock>;
const logged: LogLine[] = [];
const runners: Loop[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase(database.pool);
});

beforeEach(() => {
  clock = createMovableClock(NOW);
  logged.length = 0;
  deps = { db, clock, ids: newId, log: createListLog(logged), handlers: [], eventRetentionDays: 30 } as never;
  ctx = {
    ...deps,
    actor: { kind: "system", organisationId: newId("organisation"), credentialId: "test", scopes: new Set() },
    request: { requestId: "test", address: null, userAgent: null, traceId: "4bf92f3577b34da6a3ce929d0e0e4736" },
  };
});

afterEach(async () => {
  for (const runner of runners.splice(0)) await runner.stop();
  await database.pool.query("DELETE FROM job; DELETE FROM outbox_event");
});

afterAll(() => database.drop());

const RETRY = { most: 3, firstDelayMs: 1_000, longestDelayMs: 60_000 };

type Run = JobKind<"handle-event">["run"];

function follow(run: Run, more: { mostOfLane?: number } = {}): JobRegistry {
  return { "handle-event": { retry: RETRY, run, ...more } };
}

async function work(registry: JobRegistry, leaseMs = 15_000): Promise<Loop> {
  const runner = await startJobRunner(deps, { registry, concurrency: 4, leaseMs, everyMs: 10 });
  runners.push(runner);
  return runner;
}

function add(...jobs: Partial<NewJob>[]): Promise<string[]> {
  const rest = { kind: "handle-event", data: { handler: "x", eventId: "y" }, requestId: "test" } as const;
  return deps.db.transaction((tx) =>
    enqueue(
      deps,
      tx,
      jobs.map((job) => ({ ...rest, ...job }) as NewJob),
    ),
  );
}

/** Looks until it is so. */
async function until<Found>(look: () => Promise<Found | null | undefined | false> | Found | null | undefined | false) {
  for (;;) {
    const found = await look();
    if (found) return found;
    await sleep(5);
  }
}

function rows(): Promise<
  { id: string; attempts: number; dueAt: Date; diedAt: Date | null; lastError: string | null }[]
> {
  return deps.db.prisma.job.findMany({ orderBy: { id: "asc" } });
}

const none = async () => (await rows()).length === 0;

describe("a job", () => {
  test("is done once its transaction stands, with what it was given and where it came from, and then is no more", async () => {
    const seen: Job[] = [];
    await work(follow((_, job) => Promise.resolve(seen.push(job))));
    const undone = deps.db.transaction(async (tx) => {
      await enqueue(deps, tx, [{ kind: "handle-event", data: { handler: "x", eventId: "undone" }, requestId: "test" }]);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    await add({ subjectId: "bkg_1", traceId: "trace", organisationId: "org_1" });
    await until(none);
    expect(seen).toMatchObject([
      { data: { handler: "x", eventId: "y" }, subjectId: "bkg_1", traceId: "trace", requestId: "test", attempts: 1 },
    ]);
  });

  test("waits until it is due, and there is one of each key while it waits", async () => {
    const seen: string[] = [];
    await work(follow((_, { data }) => Promise.resolve(seen.push(data.eventId))));
    const dueAt = new Date(Date.parse(NOW) + 3_600_000);
    expect(await add({ key: "a", dueAt }, { key: "b", dueAt })).toHaveLength(2);
    expect(await add({ key: "a", dueAt })).toEqual([]);
    expect(await deps.db.transaction((tx) => dropJobs(tx, "handle-event", ["b", "c"]))).toBe(1);
    await sleep(50);
    expect(seen).toEqual([]);
    clock.advance(3_600_000);
    await until(none);
    expect(seen).toEqual(["y"]);
  });

  test("is tried again later each time that it fails, and is a dead letter after the last; its lines say whose it is", async () => {
    await work(follow(() => Promise.reject(new JobFailure("no such luck\nin detail"))));
    await add({ traceId: "trace" });
    const first = await until(async () => (await rows()).find(({ lastError }) => lastError));
    expect(first).toMatchObject({ attempts: 1, lastError: "no such luck", diedAt: null });
    expect(first.dueAt.getTime() - Date.parse(NOW)).toBeGreaterThanOrEqual(500);
    expect(first.dueAt.getTime() - Date.parse(NOW)).toBeLessThanOrEqual(1_000);
    const dead = await until(async () => {
      clock.advance(1_000);
      return (await rows()).find(({ diedAt }) => diedAt);
    });
    expect(dead).toMatchObject({ attempts: 3, lastError: "no such luck" });
    expect(logged.at(-1)).toMatchObject({
      level: "error",
      fields: { job: "handle-event", jobId: dead.id, requestId: "test", traceId: "trace", attempts: 3 },
    });
  });

  test("is tried again when it says so itself, or never again", async () => {
    const retryAt = new Date(Date.parse(NOW) + 777_000);
    await work(
      follow((_, { subjectId }) =>
        Promise.reject(new JobFailure("refused", subjectId === "final" ? { isFinal: true } : { retryAt })),
      ),
    );
    await add({ subjectId: "final" }, { subjectId: "later" });
    const all = await until(async () => {
      const found = await rows();
      return found.every(({ lastError }) => lastError) && found;
    });
    expect(all).toMatchObject([
      { diedAt: new Date(NOW), attempts: 1 },
      { diedAt: null, dueAt: retryAt },
    ]);
  });

  test("loses none of its attempts to a third party that is not asked", async () => {
    const [retryAt, afterThat] = [1, 2].map((hours) => new Date(Date.parse(NOW) + hours * 3_600_000)) as [Date, Date];
    const runs: number[] = [];
    await work(
      follow((_, { attempts }) => {
        runs.push(attempts);
        const dueAt = clock.now() < retryAt ? retryAt : afterThat;
        return Promise.reject(new JobFailure("The provider is not asked now.", { retryAt: dueAt, isAttempt: false }));
      }),
    );
    await add({});
    const waitsUntil = (at: Date) =>
      until(async () => (await rows()).find(({ dueAt }) => dueAt.getTime() === at.getTime()));
    expect(await waitsUntil(retryAt)).toMatchObject({ attempts: 0, lastError: "The provider is not asked now." });
    clock.advance(3_600_000);
    expect(await waitsUntil(afterThat)).toMatchObject({ attempts: 0, diedAt: null });
    expect(runs).toEqual([1, 1]);
  });

  test("tells people nothing of a failure that was not written for them, but what it is called", async () => {
    const failures: Record<string, Error> = {
      quoting: new TypeError("ada@example.com has the token hf_sk_1"),
      coded: Object.assign(new Error("connect 10.0.0.1"), { code: "ECONNREFUSED" }),
      talkative: Object.assign(new Error("x"), { code: "ada@example.com" }),
    };
    await work(follow((_, { subjectId }) => Promise.reject(failures[subjectId!]!)));
    await add(...Object.keys(failures).map((subjectId) => ({ subjectId })));
    const all = await until(async () => {
      const found = await rows();
      return found.every(({ lastError }) => lastError) && found;
    });
    const told = (name: string) => `It failed in a way that was not expected (${name}); the log has more of it.`;
    expect(all.map(({ lastError }) => lastError)).toEqual(["TypeError", "Error ECONNREFUSED", "Error"].map(told));
    expect(logged.map(({ fields }) => fields)).toContainEqual(expect.objectContaining({ err: failures["quoting"] }));
  });

  test("that the process stops in is somebody else's at once, as if it had not been begun", async () => {
    const begun = Promise.withResolvers<undefined>();
    const runner = await work(
      follow(async (_, __, signal) => {
        begun.resolve(undefined);
        await new Promise((__, reject) => {
          signal.addEventListener("abort", () => {
            reject(new Error("stopped"));
          });
        });
      }),
    );
    await add({});
    await begun.promise;
    await runner.stop();
    expect(await rows()).toMatchObject([{ attempts: 0, dueAt: new Date(NOW), lastError: null }]);
  });

  test.each([
    ["on", 3_600_000],
    ["back", -3_600_000],
  ])(
    "is done once when the clock is moved %s by an hour while it is under way, and those that wait are too",
    async (_, ms) => {
      const begun: string[] = [];
      let finish!: () => void;
      const finished = new Promise<void>((resolve) => (finish = resolve));
      await work(
        follow((_, { subjectId }) => {
          begun.push(subjectId!);
          return finished;
        }),
      );
      await add({ subjectId: "under way" }, { subjectId: "to come", dueAt: new Date(Date.parse(NOW) + 60_000) });
      await until(() => begun.length === 1);
      clock.advance(ms);
      // Long enough for many looks.
      await sleep(200);
      expect(begun).toEqual(ms > 0 ? ["under way", "to come"] : ["under way"]);
      finish();
      await until(async () => (await rows()).length < 2);
      // At once, so that no job's lease seems to be over while its end is written.
      clock.advance(Math.max(0, -ms) + 60_000);
      await until(none);
      expect(begun).toEqual(["under way", "to come"]);
    },
  );

  test("whose lane is full holds up no other lane", async () => {
    const running: string[] = [];
    const end = Promise.withResolvers<undefined>();
    const runner = await work(
      follow(
        async (_, { lane }) => {
          running.push(lane!);
          if (lane === "slow") await end.promise;
        },
        { mostOfLane: 1 },
      ),
    );
    await add(...Array.from({ length: 6 }, () => ({ lane: "slow" })));
    await until(() => running.length > 0);
    await add({ lane: "fast" }, { lane: "fast" });
    await until(() => running.filter((lane) => lane === "fast").length === 2);
    expect(running.filter((lane) => lane === "slow")).toHaveLength(1);
    end.resolve(undefined);
    runner.wake();
    await until(none);
    expect(running.filter((lane) => lane === "slow")).toHaveLength(6);
  });

  test("whose worker is killed in the midst of it is done by another one when the lease is over", async () => {
    const killed = startProcess("test/support/worker-process.ts", [database.connectionString], {});
    deps = { ...deps, clock: { now: () => new Date() } };
    await add({});
    await killed.said(/begun/);
    const attempts: number[] = [];
    await killed.end("SIGKILL");
    await work(follow((_, job) => Promise.resolve(attempts.push(job.attempts))));
    await until(none);
    expect(attempts).toEqual([2]);
  });

  test("that comes again and again is done by one process at a time, also after it has failed", async () => {
    let [runs, running, most] = [0, 0, 0];
    const registry: JobRegistry = {
      "offer-freed-times": {
        everyMs: 1_000,
        run: async () => {
          most = Math.max(most, ++running);
          await sleep(5);
          running--;
          runs++;
          throw new Error("out of order");
        },
      },
    };
    await work(registry);
    await work(registry);
    for (let done = 1; done <= 4; done++) {
      await until(() => runs === done);
      await until(async () => (await rows()).some(({ attempts }) => attempts === 0));
      await sleep(30);
      expect(runs).toBe(done);
      clock.advance(1_000);
    }
    expect(most).toBe(1);
  });

  test("is put off twice as long each time, up to the longest delay, and less by chance", () => {
    const delays = [1, 2, 3, 7, 60].map((attempts) => retryDelayMs(RETRY, attempts, 0));
    expect(delays).toEqual([1_000, 2_000, 4_000, 60_000, 60_000]);
    expect(retryDelayMs(RETRY, 3, 1)).toBe(2_000);
  });
});

/** Writes an event of an object under the object's lock, as commands do; its number counts the object's events. */
async function tell(
  subjectId: string,
  { beforeTheEnd, fail = false }: { beforeTheEnd?: () => Promise<unknown>; fail?: boolean } = {},
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${subjectId}))`;
    const recoveryCodesLeft = await tx.outboxEvent.count({ where: { subjectId } });
    const payload = { user: { id: subjectId }, recoveryCodesLeft };
    await recordCommand(ctx, tx, { type: "user.recovery_code_used", objectId: subjectId, payload });
    await beforeTheEnd?.();
    if (fail) throw new Error("undone");
  });
}

/** Writes a job for each event, as handlers do. */
function jobber(name: string, seen: DomainEvent[]): EventHandler {
  return {
    name,
    async handle(handler, events) {
      seen.push(...events);
      const jobs = events.map(({ id, requestId }) => ({ requestId, data: { handler: name, eventId: id } }));
      await enqueue(
        handler,
        handler.tx,
        jobs.map((job) => ({ kind: "handle-event", ...job })),
      );
    },
  };
}

async function dispatchAll(handlers: EventHandler[]): Promise<void> {
  await until(async () => (await dispatchEvents(deps, handlers, 5)) === "none");
}

describe("a kind with a number of its own", () => {
  test("leaves all places of the process to the others, however many of it hang", async () => {
    const [hanging, done]: [string[], string[]] = [[], []];
    const end = Promise.withResolvers<undefined>();
    const registry: JobRegistry = {
      "deliver-webhook": {
        retry: RETRY,
        ownConcurrency: 20,
        mostOfLane: 4,
        run: (_, { lane }) => {
          hanging.push(lane!);
          return end.promise;
        },
      },
      "handle-event": { retry: RETRY, run: (_, { subjectId }) => Promise.resolve(done.push(subjectId!)) },
    };
    const options = { registry, concurrency: 2, leaseMs: 15_000, everyMs: 10 };
    const worker = await startWorker({ ...deps, handlers: [] }, options);
    runners.push(worker);
    const kind = "deliver-webhook";
    const lanes = ["a", "b", "c", "d", "e"];
    await add(
      ...lanes.flatMap((lane) =>
        Array.from({ length: 10 }, () => ({ kind, lane, data: { deliveryId: lane, attempt: 1 } }) as const),
      ),
    );
    await until(() => hanging.length === 20);
    await add(...Array.from({ length: 10 }, (_, index) => ({ subjectId: `event ${index}` })));
    await until(() => done.length === 10);
    expect(hanging.toSorted()).toEqual(lanes.flatMap((lane) => [lane, lane, lane, lane]));
    // What never had a place was never begun.
    expect((await rows()).filter(({ attempts }) => attempts === 0)).toHaveLength(30);
    end.resolve(undefined);
    await until(none);
  });
});

test("what it means that a job is a dead letter is written before it is one, each time", async () => {
  const given: string[] = [];
  const registry: JobRegistry = {
    "handle-event": {
      retry: RETRY,
      run: () => Promise.reject(new JobFailure("no use", { isFinal: true })),
      onGivenUp: async (_, { id }) => {
        expect((await rows()).find((row) => row.id === id)).toMatchObject({ diedAt: null });
        given.push(id);
        if (given.length === 1) throw new Error("the database was away");
      },
    },
  };
  await work(registry, 1_000);
  const [id] = await add({});
  await until(() => given.length === 1);
  clock.advance(2_000);
  await until(async () => (await rows()).find(({ diedAt }) => diedAt));
  expect(given).toEqual([id, id]);
});

test("a worker whose first jobs are done before all of it has started goes on", async () => {
  const done: string[] = [];
  const share = {
    retry: RETRY,
    ownConcurrency: 1,
    run: (_: JobDeps, job: Job) => Promise.resolve(void done.push(job.id)),
  };
  const kinds = ["handle-event", "deliver-webhook", "send-notification", "offer-freed-times", "delete-old-rows"];
  const registry = Object.fromEntries(kinds.map((kind) => [kind, share])) as unknown as JobRegistry;
  const jobs = await add(...Array.from({ length: 20 }, () => ({})));
  const options = { registry, concurrency: 4, leaseMs: 15_000, everyMs: 10 };
  runners.push(await startWorker({ ...deps, eventStream: null }, options));
  await until(none);
  expect(done.toSorted()).toEqual(jobs.toSorted());
});

describe("events", () => {
  test("of parallel commands are handed on by two dispatchers once each, in order for each object, none missing", async () => {
    const subjects = Array.from({ length: 8 }, () => newId("user"));
    const seen: DomainEvent[] = [];
    const handlers = [jobber("first", seen), jobber("second", [])];
    const commands = Array.from({ length: 64 }, (_, turn) =>
      tell(subjects[turn % 8]!, { beforeTheEnd: () => sleep((turn * 7) % 12), fail: turn % 16 === 5 }).catch(
        () => undefined,
      ),
    );
    let isOver = false;
    const dispatch = async () => {
      while (!isOver) if ((await dispatchEvents(deps, handlers, 5)) !== "more") await sleep(2);
    };
    const dispatchers = [dispatch(), dispatch()];
    await Promise.all(commands);
    isOver = true;
    await Promise.all(dispatchers);
    await dispatchAll(handlers);

    const written = await deps.db.prisma.outboxEvent.findMany({ orderBy: { position: "asc" } });
    expect(written).toHaveLength(60);
    expect(seen.map(({ id }) => id)).toEqual(written.map(({ id }) => id));
    const positions = written.map(({ position }) => Number(position! - written[0]!.position!));
    expect(positions).toEqual(written.map((_, index) => index));
    for (const subject of subjects) {
      const numbers = seen.filter(({ subjectId }) => subjectId === subject).map(({ data }) => data);
      expect(numbers).toMatchObject(numbers.map((_, index) => ({ recoveryCodesLeft: index })));
    }
    const jobs = await deps.db.prisma.job.findMany();
    const told = jobs.map(({ data }) => JSON.stringify(data));
    expect([told.length, new Set(told).size]).toEqual([120, 120]);
  });

  test("wait for a transaction that began before them and is still open", async () => {
    const seen: DomainEvent[] = [];
    const [isWritten, mayEnd] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const slow = tell(newId("user"), {
      beforeTheEnd: () => {
        isWritten.resolve(undefined);
        return mayEnd.promise;
      },
    });
    await isWritten.promise;
    await tell(newId("user"));
    expect(await dispatchEvents(deps, [jobber("first", seen)])).toBe("later");
    expect(seen).toEqual([]);
    mayEnd.resolve(undefined);
    await slow;
    await dispatchAll([jobber("first", seen)]);
    expect(seen).toHaveLength(2);
  });

  test("that a handler cannot handle go to it as jobs, and hold up neither other events nor other handlers", async () => {
    const [bad, good] = [newId("user"), newId("user")];
    const [seen, all]: [DomainEvent[], DomainEvent[]] = [[], []];
    const picky: EventHandler = {
      name: "picky",
      types: ["user.recovery_code_used"],
      async handle({ tx }, events) {
        if (events.some(({ subjectId }) => subjectId === bad)) await tx.$executeRaw`SELECT 1 / 0`;
        seen.push(...events);
      },
    };
    await tell(bad);
    await tell(good);
    await dispatchAll([picky, jobber("all", all)]);
    expect(seen.map(({ subjectId }) => subjectId)).toEqual([good]);
    expect(all).toHaveLength(2);
    const [event] = all;
    const jobs = await deps.db.prisma.job.findMany({ where: { data: { path: ["handler"], equals: "picky" } } });
    const { organisationId } = ctx.actor;
    expect(jobs).toMatchObject([
      { kind: "handle-event", data: { eventId: event!.id }, organisationId, subjectId: bad, traceId: event!.traceId },
    ]);
  });

  test("that wait are counted with the age of the oldest; those handed on are kept, and deleted when they are old", async () => {
    await tell(newId("user"));
    await tell(newId("user"));
    clock.advance(90_000);
    expect(await getOutboxLag(deps)).toEqual({ waiting: 2, oldestSeconds: 90 });
    clock.advance(40 * 86_400_000);
    expect(await deleteOldRows(deps)).toBe(0);
    await dispatchAll([]);
    expect(await getOutboxLag(deps)).toEqual({ waiting: 0, oldestSeconds: 0 });
    clock.advance(30 * 86_400_000 - 1);
    expect(await deleteOldRows(deps)).toBe(0);
    clock.advance(2);
    expect(await deleteOldRows(deps)).toBe(2);
  });
});
