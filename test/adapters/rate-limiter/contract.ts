import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Budget, RateLimiter, RatePolicy, Spending } from "../../../src/domain/ports/rate-limiter.ts";

/** A limiter whose time the test moves. */
export interface RateLimiterUnderTest {
  limiter: RateLimiter;
  /** Another one over the same budgets, as another process has it; the same where none can have it. */
  twin: RateLimiter;
  advance: (ms: number) => Promise<void>;
  close: () => Promise<void>;
}

const TEN_A_MINUTE: RatePolicy = { name: "ten", quota: 10, windowSeconds: 60 };
const SECONDS = 1_000;

/** What every rate limiter does. Real time may pass meanwhile, but far less than the six seconds in which one unit comes back. */
export function describeRateLimiter(name: string, open: () => Promise<RateLimiterUnderTest>): void {
  describe(`${name} as a rate limiter`, () => {
    let under: RateLimiterUnderTest;
    let count = 0;
    /** Of a partition that no other test uses. */
    const fresh = () => `partition-${++count}`;

    beforeAll(async () => {
      under = await open();
    });

    afterAll(() => under.close());

    const spend = (partitionKey: string, amount: number, policy = TEN_A_MINUTE): Promise<Spending> =>
      under.limiter.spend([{ policy, partitionKey, amount }]);
    const left = async (partitionKey: string, policy = TEN_A_MINUTE): Promise<number> =>
      (await under.limiter.peek([{ policy, partitionKey }]))[0]!.remaining;

    test("an untouched budget is whole", async () => {
      const [budget] = await under.limiter.peek([{ policy: TEN_A_MINUTE, partitionKey: fresh() }]);
      expect(budget).toEqual({ policy: TEN_A_MINUTE, remaining: 10, resetAfterSeconds: 0 });
    });

    test("a spend takes its amount and says what is left, and when more is there", async () => {
      const key = fresh();
      expect(await spend(key, 3)).toEqual({
        outcome: "spent",
        budgets: [{ policy: TEN_A_MINUTE, remaining: 7, resetAfterSeconds: 6 }],
      });
    });

    test("the whole quota can be spent at once, and no unit more", async () => {
      const key = fresh();
      expect(await spend(key, 10)).toMatchObject({ outcome: "spent", budgets: [{ remaining: 0 }] });
      expect(await spend(key, 1)).toMatchObject({ outcome: "refused", retryAfterSeconds: 6 });
    });

    test("a refusal says when the same amount is there, and costs nothing however often it is asked for", async () => {
      const key = fresh();
      await spend(key, 8);
      for (let attempt = 0; attempt < 20; attempt++)
        expect(await spend(key, 5)).toEqual({
          outcome: "refused",
          budgets: [{ policy: TEN_A_MINUTE, remaining: 2, resetAfterSeconds: 6 }],
          retryAfterSeconds: 18,
        });
      expect(await spend(key, 2)).toMatchObject({ outcome: "spent" });
    });

    test("who waits as long as he was told is let through, and not much earlier", async () => {
      const key = fresh();
      await spend(key, 10);
      await under.advance(11 * SECONDS);
      expect(await spend(key, 2)).toMatchObject({ outcome: "refused", retryAfterSeconds: 1 });
      await under.advance(1 * SECONDS);
      expect(await spend(key, 2)).toMatchObject({ outcome: "spent" });
    });

    test("units come back one by one, and the budget is whole again after its window", async () => {
      const key = fresh();
      await spend(key, 10);
      await under.advance(30 * SECONDS);
      expect(await left(key)).toBe(5);
      await under.advance(30 * SECONDS);
      const [budget] = await under.limiter.peek([{ policy: TEN_A_MINUTE, partitionKey: key }]);
      expect(budget).toMatchObject({ remaining: 10, resetAfterSeconds: 0 });
      await under.advance(600 * SECONDS);
      expect(await left(key)).toBe(10);
    });

    test("an amount above the whole quota is refused for good, which is told apart, and costs nothing", async () => {
      const key = fresh();
      const answer = await spend(key, 11);
      expect(answer).toMatchObject({ outcome: "too_costly", budgets: [{ remaining: 10 }] });
      expect(answer).not.toHaveProperty("retryAfterSeconds");
      expect(await left(key)).toBe(10);
    });

    test("what is given back can be spent again, and a budget never holds more than its quota", async () => {
      const key = fresh();
      const charge = { policy: TEN_A_MINUTE, partitionKey: key, amount: 4 };
      await spend(key, 10);
      await under.limiter.giveBack([charge]);
      expect(await left(key)).toBe(4);
      await under.limiter.giveBack([charge, { ...charge, partitionKey: fresh() }]);
      await under.twin.giveBack([charge]);
      expect((await under.limiter.peek([charge]))[0]).toMatchObject({ remaining: 10, resetAfterSeconds: 0 });
      expect(await spend(key, 11)).toMatchObject({ outcome: "too_costly" });
    });

    test("an amount of nothing takes nothing, not even of an empty budget", async () => {
      const key = fresh();
      await spend(key, 10);
      expect(await spend(key, 0)).toMatchObject({ outcome: "spent", budgets: [{ remaining: 0 }] });
    });

    test("partitions and policies have budgets of their own", async () => {
      const key = fresh();
      const other = { ...TEN_A_MINUTE, name: "other" };
      await spend(key, 10);
      expect(await left(fresh())).toBe(10);
      expect(await left(key, other)).toBe(10);
      expect(await left(key, { ...TEN_A_MINUTE, windowSeconds: 61 })).toBe(10);
    });

    test("a quota that is cut below what was spent leaves nothing, and one that is raised leaves more", async () => {
      const key = fresh();
      await spend(key, 8);
      expect(await left(key, { ...TEN_A_MINUTE, quota: 4 })).toBe(0);
      expect(await left(key, { ...TEN_A_MINUTE, quota: 20 })).toBe(12);
    });

    describe("with several budgets", () => {
      const MINUTE: RatePolicy = { name: "minute", quota: 10, windowSeconds: 60 };
      const HOUR: RatePolicy = { name: "hour", quota: 12, windowSeconds: 3_600 };
      const DAY: RatePolicy = { name: "day", quota: 20, windowSeconds: 86_400 };
      const chargesOf = (partitionKey: string, amount: number) =>
        [MINUTE, HOUR, DAY].map((policy) => ({ policy, partitionKey, amount }));
      const remaining = ({ budgets }: { budgets: Budget[] }) => budgets.map((budget) => budget.remaining);

      test("all are charged together", async () => {
        expect(remaining(await under.limiter.spend(chargesOf(fresh(), 4)))).toEqual([6, 8, 16]);
      });

      test("one that is short refuses all, none is charged, and the longest wait is told", async () => {
        const key = fresh();
        await under.limiter.spend(chargesOf(key, 10));
        await under.advance(60 * SECONDS);
        const answer = await under.limiter.spend(chargesOf(key, 5));
        expect(answer).toMatchObject({ outcome: "refused", retryAfterSeconds: 840 });
        expect(remaining(answer)).toEqual([10, 2, 10]);
      });

      test("amounts and partitions may differ", async () => {
        const [key, address] = [fresh(), fresh()];
        const charges = [
          { policy: DAY, partitionKey: key, amount: 1 },
          { policy: MINUTE, partitionKey: address, amount: 3 },
        ];
        expect(remaining(await under.limiter.spend(charges))).toEqual([19, 7]);
      });

      test("one that can never be met refuses all for good", async () => {
        const key = fresh();
        expect(await under.limiter.spend(chargesOf(key, 11))).toMatchObject({ outcome: "too_costly" });
        expect(await left(key, DAY)).toBe(20);
      });

      test("none may be named twice", async () => {
        const [charge] = chargesOf(fresh(), 1);
        await expect(under.limiter.spend([charge!, charge!])).rejects.toThrow(RangeError);
      });
    });

    test.each([-1, 0.5, NaN, Infinity])("%d cannot be spent", async (amount) => {
      await expect(spend(fresh(), amount)).rejects.toThrow(RangeError);
    });

    test.each([
      [0, 60],
      [10, 0],
      [1.5, 60],
      [Number.MAX_SAFE_INTEGER, 60],
    ])("a quota of %d in %d s cannot be counted", async (quota, windowSeconds) => {
      await expect(spend(fresh(), 1, { name: "bad", quota, windowSeconds })).rejects.toThrow(RangeError);
    });

    test("counts exactly where a unit is no whole number of milliseconds, and where the figures are the largest", async () => {
      const seven = { name: "seven", quota: 7, windowSeconds: 61 };
      const key = fresh();
      const outcomes = [];
      for (let attempt = 0; attempt < 8; attempt++) outcomes.push((await spend(key, 1, seven)).outcome);
      expect(outcomes).toEqual([...Array<string>(7).fill("spent"), "refused"]);

      const huge = { name: "huge", quota: Math.floor(Number.MAX_SAFE_INTEGER / 86_400_000), windowSeconds: 86_400 };
      expect(await spend(key, huge.quota, huge)).toMatchObject({ outcome: "spent", budgets: [{ remaining: 0 }] });
      expect(await spend(key, huge.quota, huge)).toMatchObject({ outcome: "refused" });
    });

    test("of 64 spends at once from two sides exactly those pass that fit", async () => {
      const key = fresh();
      const sides = [under.limiter, under.twin];
      const charge = { policy: { name: "race", quota: 100, windowSeconds: 3_600 }, partitionKey: key, amount: 3 };
      const answers = await Promise.all(Array.from({ length: 64 }, (_, index) => sides[index % 2]!.spend([charge])));
      expect(answers.filter(({ outcome }) => outcome === "spent")).toHaveLength(33);
      expect((await under.twin.peek([charge]))[0]!.remaining).toBe(1);
    });
  });
}
