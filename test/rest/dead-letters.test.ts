import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { JobFailure } from "../../src/domain/job/job.ts";
import { newId } from "../../src/domain/shared/ids.ts";
import { startJobRunner } from "../../src/jobs/run-jobs.ts";
import { addDeadLetter } from "../support/dead-letters.ts";
import { createListLog } from "../support/list-log.ts";
import { NOW } from "../support/domain-context.ts";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterEach(() => world.sql("DELETE FROM job"));

afterAll(() => world.close());

const add = (more: Parameters<typeof addDeadLetter>[2] = {}) =>
  addDeadLetter(world.app.db, world.clinic.organisationId, more);

const after = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1_000);

const list = async (query: string) => (await world.call("GET", `/v1/dead-letters${query}`)).body as unknown as Listed;

interface Listed {
  data: { id: string }[];
  page: { nextCursor: string | null };
}

const retry = (id: string, headers: Record<string, string> = {}) =>
  world.call("POST", `/v1/dead-letters/${id}/retry`, { headers });

const discard = (id: string) => world.call("DELETE", `/v1/dead-letters/${id}`);

const rows = () => world.app.db.prisma.job.findMany({ orderBy: { id: "asc" } });

/** The events and audit lines of an object. */
const toldOf = (id: string) =>
  world.sql<{ type: string; action: string; changes: unknown }>(
    `SELECT o.type, a.action, a.changes FROM outbox_event o JOIN audit_entry a ON a.object_id = o.subject_id AND a.request_id = o.request_id
     WHERE o.subject_id = $1`,
    [id],
  );

const statusesOf = (answers: { status: number }[]) => answers.map(({ status }) => status).toSorted((a, b) => a - b);

describe("the dead letters of an organisation", () => {
  test("say what failed, of what, for which object and since which request, and nothing of what the job was told", async () => {
    const subjectId = newId("booking");
    const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
    const id = await add({ subjectId, traceId, requestId: "began", diedAt: after(9), data: { secret: "whsec" } });
    const letter = {
      id,
      kind: "handle-event",
      subjectId,
      attempts: 10,
      lastError: "The receiver answered 500.",
      createdAt: NOW,
      diedAt: after(9).toISOString(),
      requestId: "began",
      traceId,
    };
    expect((await world.call("GET", `/v1/dead-letters/${id}`)).body).toEqual(letter);
    expect(await list("")).toEqual({ data: [letter], page: { nextCursor: null, hasMore: false } });
  });

  test("come page by page, what died first coming first, of one kind where that is asked for", async () => {
    const kinds = ["handle-event", "other", "handle-event", "handle-event", "other"];
    // Made in another order than they died in, and two at one moment.
    const at = [3, 2, 1, 1, 0];
    const ids: string[] = [];
    for (const [n, kind] of kinds.entries()) ids.push(await add({ kind, diedAt: after(at[n]!) }));
    await add({ diedAt: null });
    const [a, b, c, d, e] = ids as [string, string, string, string, string];
    const read: string[][] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const { data, page } = await list(`?limit=2${cursor && `&cursor=${cursor}`}`);
      read.push(data.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(read).toEqual([[e, c], [d, b], [a]]);
    expect((await list("?kind=other")).data.map(({ id }) => id)).toEqual([e, b]);
    expect((await list("?kind=nonsense")).data).toEqual([]);
    const wrong = await world.call("GET", "/v1/dead-letters?cursor=nonsense");
    expect([wrong.status, wrong.body.errors[0]!.pointer]).toEqual([422, "?cursor"]);
  });

  test("are the house's own to nobody, and the organisation's to owners and admins alone", async () => {
    const house = await addDeadLetter(world.app.db, null);
    const ours = await add();
    expect((await list("")).data.map(({ id }) => id)).toEqual([ours]);
    for (const answer of [await retry(house), await discard(house)]) expect(answer.status).toBe(404);
    const { admin, member } = world.clinic;
    const path = `/v1/dead-letters/${ours}`;
    expect((await world.call("GET", path, { key: admin.key })).status).toBe(200);
    for (const [method, to] of [
      ["GET", path],
      ["DELETE", path],
      ["POST", `${path}/retry`],
      ["GET", "/v1/dead-letters"],
    ] as const)
      expect((await world.call(method, to, { key: member.key })).status).toBe(403);
    expect(await rows()).toHaveLength(2);
  });
});

describe("a retry", () => {
  test("makes the job due at once with all its attempts, after which it is no dead letter; a worker does it", async () => {
    const id = await add();
    world.clock.advance(60_000);
    const answer = await retry(id);
    expect([answer.status, answer.body]).toMatchObject([202, { id, attempts: 10, diedAt: NOW }]);
    expect(await rows()).toMatchObject([
      { id, diedAt: null, attempts: 0, lastError: null, dueAt: world.clock.now(), requestId: "dead-letter" },
    ]);
    expect(await toldOf(id)).toEqual([
      { type: "dead_letter.retried", action: "dead_letter.retried", changes: { attempts: [10, 0] } },
    ]);
    expect((await world.call("GET", `/v1/dead-letters/${id}`)).status).toBe(404);
    expect(await attemptsUntilGone(() => Promise.resolve())).toEqual([1]);
  });

  test("of what fails again to the last makes it a dead letter with the same id, which can be retried again", async () => {
    const id = await add();
    expect((await retry(id)).status).toBe(202);
    const failing = () => Promise.reject(new JobFailure("The receiver answered 410.", { isFinal: true }));
    expect(await attemptsUntilGone(failing)).toEqual([1]);
    const again = await world.call("GET", `/v1/dead-letters/${id}`);
    expect(again.body).toMatchObject({ id, attempts: 1, lastError: "The receiver answered 410." });
    expect((await retry(id)).status).toBe(202);
    expect(await toldOf(id)).toHaveLength(2);
  });

  test("is answered the same once more with its idempotency key, and 404 without", async () => {
    const id = await add();
    const headers = { "Idempotency-Key": `retry-${id}` };
    const first = await retry(id, headers);
    const second = await retry(id, headers);
    expect([second.status, second.body, second.headers["idempotency-replayed"]]).toEqual([202, first.body, "true"]);
    expect((await retry(id)).status).toBe(404);
    expect(await toldOf(id)).toHaveLength(1);
  });

  test("is refused where something newer with its key is due already, and the dead letter stays", async () => {
    const id = await add({ key: "bkg_1" });
    await add({ key: "bkg_1", diedAt: null });
    const answer = await retry(id);
    expect([answer.status, answer.body.code]).toEqual([409, "already_due"]);
    expect((await list("")).data.map((letter) => letter.id)).toEqual([id]);
    expect(await toldOf(id)).toEqual([]);
    expect((await discard(id)).status).toBe(204);
  });

  test("sixteen times at one moment makes the job due once", async () => {
    const id = await add();
    const answers = await Promise.all(Array.from({ length: 16 }, () => retry(id)));
    expect(statusesOf(answers)).toEqual([202, ...Array.from({ length: 15 }, () => 404)]);
    expect(await rows()).toMatchObject([{ id, diedAt: null, attempts: 0 }]);
    expect(await toldOf(id)).toHaveLength(1);
  });

  test("of two that stand for one thing at one moment: one is due, the other stays", async () => {
    const ids = [await add({ key: "one" }), await add({ key: "one" })];
    expect(statusesOf(await Promise.all(ids.map((id) => retry(id))))).toEqual([202, 409]);
    expect((await rows()).filter(({ diedAt }) => diedAt === null)).toHaveLength(1);
  });
});

describe("a discard", () => {
  test("takes the job away for good, and tells of it", async () => {
    const id = await add();
    expect((await discard(id)).status).toBe(204);
    expect(await rows()).toEqual([]);
    expect(await toldOf(id)).toMatchObject([{ type: "dead_letter.discarded", action: "dead_letter.discarded" }]);
    for (const answer of [await discard(id), await retry(id)]) expect(answer.status).toBe(404);
  });

  test("does not touch a job that is not dead", async () => {
    const id = await add({ diedAt: null });
    expect((await discard(id)).status).toBe(404);
    expect(await rows()).toHaveLength(1);
  });

  test("at the moment of a retry: one of them wins, and the other is answered 404", async () => {
    for (let round = 0; round < 10; round++) {
      const id = await add();
      const [retried, discarded] = await Promise.all([retry(id), discard(id)]);
      expect([
        [202, 404],
        [404, 204],
      ]).toContainEqual([retried.status, discarded.status]);
      const left = await world.sql("SELECT FROM job WHERE id = $1 AND died_at IS NULL", [id]);
      expect(left).toHaveLength(retried.status === 202 ? 1 : 0);
      expect(await toldOf(id)).toHaveLength(1);
    }
  });
});

/** Has a worker do what is due. @returns how often each was begun when it was */
async function attemptsUntilGone(run: () => Promise<void>): Promise<number[]> {
  const attempts: number[] = [];
  const retryOnce = { most: 10, firstDelayMs: 1_000, longestDelayMs: 1_000 };
  const registry = {
    "handle-event": {
      retry: retryOnce,
      run: (_: unknown, job: { attempts: number }) => {
        attempts.push(job.attempts);
        return run();
      },
    },
  };
  const deps = { db: world.app.db, clock: world.clock, ids: newId, log: createListLog([]), handlers: [] };
  const runner = await startJobRunner(deps as never, { registry, concurrency: 4, leaseMs: 15_000, everyMs: 10 });
  while ((await rows()).some(({ diedAt }) => diedAt === null)) await new Promise((resolve) => setTimeout(resolve, 10));
  await runner.stop();
  return attempts;
}
