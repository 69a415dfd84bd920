import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { contains, meets, startsClearOf, startsWithin, toIntervals } from "../../../src/domain/shared/intervals.ts";

const edge = fc.integer({ min: 0, max: 60 });
const flat = fc.array(fc.tuple(edge, edge), { maxLength: 12 }).map((pairs) => pairs.flat());

/** The moments 0 to 59 that the pairs cover, one by one. */
function moments(pairs: readonly number[]): boolean[] {
  return Array.from({ length: 60 }, (_, t) => pairs.some((start, i) => i % 2 === 0 && start <= t && t < pairs[i + 1]!));
}

describe("a set of intervals", () => {
  it("joins what overlaps or adjoins, drops what is empty or inverted, and sorts the rest", () => {
    expect(toIntervals([30, 40, 5, 10, 10, 20, 35, 50, 60, 60, 70, 65])).toEqual([5, 20, 30, 50]);
    expect(toIntervals([])).toEqual([]);
  });

  it("keeps an interval that lies within an earlier one from shortening it", () => {
    expect(toIntervals([0, 100, 10, 20])).toEqual([0, 100]);
  });

  it("covers the same moments as the list it was made from, in ascending pieces with gaps between", () => {
    fc.assert(
      fc.property(flat, (pairs) => {
        const set = toIntervals(pairs);
        expect(moments(set)).toEqual(moments(pairs));
        expect(set.every((edge, i) => i === 0 || edge > set[i - 1]!)).toBe(true);
      }),
    );
  });

  it("is half-open: it meets what begins inside it, and not what begins at its end", () => {
    const set = toIntervals([10, 20, 30, 40]);
    expect(meets(set, 19, 25)).toBe(true);
    expect(meets(set, 20, 30)).toBe(false);
    expect(meets(set, 0, 10)).toBe(false);
    expect(meets(set, 15, 15)).toBe(false);
    expect(contains(set, 10, 20)).toBe(true);
    expect(contains(set, 15, 30)).toBe(false);
  });

  it("meets and contains exactly what its moments say", () => {
    fc.assert(
      fc.property(flat, edge, fc.integer({ min: 1, max: 20 }), (pairs, start, length) => {
        const set = toIntervals(pairs);
        const covered = [...moments(pairs), ...Array<boolean>(20).fill(false)].slice(start, start + length);
        expect(meets(set, start, start + length)).toBe(covered.some(Boolean));
        expect(contains(set, start, start + length)).toBe(covered.every(Boolean));
      }),
    );
  });

  it("filters ascending starts as asking for each alone would", () => {
    fc.assert(
      fc.property(
        flat,
        fc.uniqueArray(edge),
        fc.nat(9),
        fc.integer({ min: 1, max: 9 }),
        (pairs, drawn, before, length) => {
          const set = toIntervals(pairs);
          const starts = drawn.toSorted((a, b) => a - b);
          expect(startsWithin(starts, length, set)).toEqual(starts.filter((s) => contains(set, s, s + length)));
          expect(startsClearOf(starts, before, length, set)).toEqual(
            starts.filter((s) => !meets(set, s - before, s + length)),
          );
        },
      ),
    );
  });
});
