import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { explainRange, offeredSlots, refusalsOf } from "./one-host.ts";
import { REASONS } from "../../../src/domain/availability/refusal.ts";
import { slotsByDate } from "../../../src/domain/availability/slots-by-date.ts";
import { Oracle, oracleDateOf, oracleDates } from "./oracle.ts";
import { worlds } from "./worlds.ts";
import { ZONES } from "./zones.ts";

const MINUTE = 60_000;

const seed = Math.floor(Math.random() * 2 ** 31);
fc.configureGlobal({ seed });
process.stdout.write(`worlds of seed ${seed}\n`);

/** Starts worth asking about: those on offer, their neighbours, the range's own bounds and some that fast-check draws. */
function startsToTry(from: number, to: number, offered: readonly number[], drawn: readonly number[]): number[] {
  const stride = Math.max(1, Math.floor(offered.length / 12));
  const some = offered.filter((_, i) => i % stride === 0);
  const inside = drawn.map((share) => from + Math.floor((share * (to - from)) / MINUTE) * MINUTE);
  return [...some, ...some.map((s) => s + MINUTE), ...some.map((s) => s - 1), ...inside, from, to - 1].filter(
    (s) => s >= from && s < to,
  );
}

const shares = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 8, maxLength: 8 });

describe("availability of one host, against a minute-by-minute oracle", () => {
  it("offers exactly the starts that the oracle offers, in any world", () => {
    let offering = 0;
    fc.assert(
      fc.property(worlds, (world) => {
        const offered = offeredSlots(world);
        expect(offered).toEqual(new Oracle(world).offered());
        if (offered.length > 0) offering++;
      }),
      { numRuns: 2500 },
    );
    expect(offering).toBeGreaterThan(500);
  });

  it("refuses a start exactly when it is not offered", () => {
    fc.assert(
      fc.property(worlds, shares, (world, drawn) => {
        const offered = new Set(offeredSlots(world));
        const starts = startsToTry(world.from, world.to, [...offered], drawn);
        expect(starts.filter((start) => refusalsOf(world, start).length > 0)).toEqual(
          starts.filter((start) => !offered.has(start)),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it("gives every reason that the oracle finds, in the order of precedence", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(worlds, shares, (world, drawn) => {
        const oracle = new Oracle(world);
        const starts = startsToTry(world.from, world.to, offeredSlots(world), drawn);
        const refused = starts.map((start) => ({ start, reasons: refusalsOf(world, start) }));
        expect(refused).toEqual(starts.map((start) => ({ start, reasons: oracle.reasons(start) })));
        for (const reason of refused.flatMap(({ reasons }) => reasons)) seen.add(reason);
      }),
      { numRuns: 800 },
    );
    expect([...seen].sort()).toEqual(REASONS.slice(0, REASONS.indexOf("limit")).toSorted());
  });

  it("explains a range by its refused candidates, its days off and its beginning, each with the first reason", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const explained = explainRange(world);
        expect(explained).toEqual(world.from < world.to ? new Oracle(world).explained() : []);
        expect(explained.map(({ startsAt }) => refusalsOf(world, startsAt)[0])).toEqual(
          explained.map(({ reason }) => reason),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("lists every local date that the range touches and puts each start under its own", () => {
    fc.assert(
      fc.property(worlds, fc.constantFrom(...ZONES), (world, viewerZone) => {
        const offered = offeredSlots(world);
        const days = slotsByDate(offered, world.from, world.to, viewerZone);
        expect(days.map(({ date }) => date)).toEqual(oracleDates(viewerZone, world.from, world.to));
        expect(days.flatMap(({ date, startsAt }) => startsAt.map((start) => ({ date, start })))).toEqual(
          offered.map((start) => ({ date: oracleDateOf(viewerZone, start), start })),
        );
      }),
      { numRuns: 300 },
    );
  });
});
