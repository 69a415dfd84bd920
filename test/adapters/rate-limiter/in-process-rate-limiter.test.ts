import { expect, test } from "@jest/globals";
import { createInProcessRateLimiter } from "../../../src/adapters/rate-limiter/in-process/in-process-rate-limiter.ts";
import { createMovableClock, NOW } from "../../support/domain-context.ts";
import { describeRateLimiter } from "./contract.ts";

describeRateLimiter("the in-process twin", () => {
  const clock = createMovableClock(NOW);
  const limiter = createInProcessRateLimiter({ clock });
  return Promise.resolve({
    limiter,
    twin: limiter,
    advance: (ms) => {
      clock.advance(ms);
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  });
});

const POLICY = { name: "ten", quota: 10, windowSeconds: 60 };

test("100,000 budgets do not all stay in memory: those that were asked for longest ago are untouched again", async () => {
  const limiter = createInProcessRateLimiter({ clock: createMovableClock(NOW) });
  const spend = (partitionKey: string) => limiter.spend([{ policy: POLICY, partitionKey, amount: 10 }]);
  await spend("tries on");
  for (let key = 0; key < 100_000; key++) {
    await spend(`key-${key}`);
    if (key % 10_000 === 0) expect((await spend("tries on")).outcome).toBe("refused");
  }
  expect((await spend("key-0")).outcome).toBe("spent");
  expect((await spend("key-99999")).outcome).toBe("refused");
});

test("a clock that is set back gives nothing back and takes nothing away", async () => {
  const clock = createMovableClock(NOW);
  const limiter = createInProcessRateLimiter({ clock });
  const charge = { policy: POLICY, partitionKey: "one", amount: 4 };
  await limiter.spend([charge]);
  clock.advance(-3_600_000);
  expect(await limiter.spend([charge])).toMatchObject({ outcome: "spent", budgets: [{ remaining: 2 }] });
  clock.advance(12_000);
  expect((await limiter.peek([charge]))[0]!.remaining).toBe(4);
});
