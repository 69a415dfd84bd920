import { expect, test } from "@jest/globals";
import { createTurns } from "../../../src/domain/shared/turns.ts";
import { codeOf } from "../../support/outcome.ts";

test("no more than so many run at once, in the order in which they came", async () => {
  const inTurn = createTurns({ atOnce: 2, waiting: 10 });
  const began: number[] = [];
  let running = 0;
  let most = 0;
  const work = (i: number) => async () => {
    began.push(i);
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 1));
    running--;
  };
  await Promise.all(Array.from({ length: 10 }, (_, i) => inTurn(work(i))));
  expect(began).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(most).toBe(2);
});

test("who finds too many waiting is turned away, and work that fails gives its place back", async () => {
  const inTurn = createTurns({ atOnce: 1, waiting: 1 });
  const failing = inTurn(() => Promise.reject(new Error("broken")));
  const waiting = inTurn(() => Promise.resolve("done"));
  expect(await codeOf(inTurn(() => Promise.resolve("never")))).toBe("overloaded");
  await expect(failing).rejects.toThrow("broken");
  expect(await waiting).toBe("done");
  expect(await inTurn(() => Promise.resolve("later"))).toBe("later");
});
