import { beforeEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { createCoalescedReads, type CoalescedReads } from "../../../src/domain/shared/coalesced-reads.ts";

/** A read that ends when the test says so. */
interface Run {
  end(result: string): void;
  fail(error: Error): void;
}

let reads: CoalescedReads;
let runs: Run[];

beforeEach(() => {
  reads = createCoalescedReads();
  runs = [];
});

const load = () =>
  new Promise<string>((resolve, reject) => {
    runs.push({ end: resolve, fail: reject });
  });
const ask = (key = "a") => reads.read(key, load);
/** Lets everything happen that waits for nothing from outside. */
const settle = () => new Promise(setImmediate);

test("a read that nobody else asks for begins at once", async () => {
  const answer = ask();
  expect(runs).toHaveLength(1);
  runs[0]!.end("found");
  expect(await answer).toBe("found");
});

test("those who come while a read is under way share the next one, which begins when it has ended", async () => {
  const first = ask();
  const later = [ask(), ask(), ask()];
  await settle();
  expect(runs).toHaveLength(1);
  runs[0]!.end("before");
  expect(await first).toBe("before");
  await settle();
  expect(runs).toHaveLength(2);
  runs[1]!.end("after");
  expect(await Promise.all(later)).toEqual(["after", "after", "after"]);
  expect(runs).toHaveLength(2);
});

test("other keys are other reads", async () => {
  const answers = [ask("a"), ask("b")];
  expect(runs).toHaveLength(2);
  runs[1]!.end("b");
  runs[0]!.end("a");
  expect(await Promise.all(answers)).toEqual(["a", "b"]);
});

test("a read that fails fails for those whom it was to answer; the next begins afresh", async () => {
  const first = ask();
  const later = [ask(), ask()];
  runs[0]!.fail(new Error("cut"));
  await expect(first).rejects.toThrow("cut");
  runs[1]!.fail(new Error("cut again"));
  for (const answer of later) await expect(answer).rejects.toThrow("cut again");
  const last = ask();
  runs[2]!.end("found");
  expect(await last).toBe("found");
});

test("a read that throws before it begins fails like any other", async () => {
  const first = ask();
  const second = reads.read("a", () => {
    throw new Error("thrown");
  });
  runs[0]!.end("found");
  expect(await first).toBe("found");
  await expect(second).rejects.toThrow("thrown");
  expect(reads.isUnderWay("a")).toBe(false);
});

test("nothing is kept of a read that has ended", async () => {
  expect(reads.isUnderWay("a")).toBe(false);
  const answer = ask();
  expect(reads.isUnderWay("a")).toBe(true);
  expect(reads.isUnderWay("b")).toBe(false);
  runs[0]!.end("found");
  await answer;
  expect(reads.isUnderWay("a")).toBe(false);
});

describe("a change", () => {
  test("holds up those who ask while it is made, also when it fails", async () => {
    const change = reads.change("a", load);
    const answer = ask();
    await settle();
    expect(runs).toHaveLength(1);
    runs[0]!.fail(new Error("cut"));
    await expect(change).rejects.toThrow("cut");
    runs[1]!.end("found");
    expect(await answer).toBe("found");
  });

  test("waits for nobody", () => {
    void ask();
    void reads.change("a", load);
    void reads.change("a", load);
    expect(runs).toHaveLength(3);
  });
});

test("a read begun before a caller arrived never answers him, and every caller is answered", async () => {
  const step = fc.record({ key: fc.constantFrom("a", "b"), wait: fc.nat(6), takes: fc.nat(12), fails: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const tried = createCoalescedReads();
      let time = 0;
      const underWay = new Set<string>();
      const callers: Promise<boolean>[] = [];
      for (const { key, wait, takes, fails } of steps) {
        await ticks(wait);
        const askedAt = time++;
        const begin = async () => {
          const begunAt = time++;
          expect(underWay.has(key)).toBe(false);
          underWay.add(key);
          await ticks(takes);
          underWay.delete(key);
          if (fails) throw new FailedRead(key, begunAt);
          return { key, begunAt };
        };
        const answered = tried.read(key, begin).catch((error: unknown) => error as FailedRead);
        callers.push(answered.then((answer) => answer.key === key && answer.begunAt > askedAt));
      }
      expect(await Promise.all(callers)).toEqual(steps.map(() => true));
      expect([tried.isUnderWay("a"), tried.isUnderWay("b")]).toEqual([false, false]);
    }),
  );
});

class FailedRead extends Error {
  readonly key: string;
  readonly begunAt: number;

  constructor(key: string, begunAt: number) {
    super("failed");
    this.key = key;
    this.begunAt = begunAt;
  }
}

async function ticks(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await Promise.resolve();
}
