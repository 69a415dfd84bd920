import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { formatInstant, parseInstant } from "../../../src/domain/shared/instants.ts";

const FIRST = Date.parse("0001-01-01T00:00:00.000Z");
const LAST = Date.parse("9999-12-31T23:59:59.999Z");
const instant = fc.integer({ min: FIRST, max: LAST });

describe("an instant in text (RFC 3339)", () => {
  it("is written as Date writes it, in any order of days", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            instant,
            instant.map((ms) => ms - (((ms % 60_000) + 60_000) % 60_000)),
          ),
        ),
        (list) => {
          for (const ms of list.filter((each) => each >= FIRST))
            expect(formatInstant(ms)).toBe(new Date(ms).toISOString());
        },
      ),
    );
  });

  it("is read back as it was written", () => {
    fc.assert(
      fc.property(instant, (ms) => {
        expect(parseInstant(formatInstant(ms))).toBe(ms);
      }),
    );
  });

  it.each([FIRST - 1, LAST + 1, NaN, Infinity])(
    "is not written for %p, which lies outside the years 0001 to 9999",
    (ms) => {
      expect(() => formatInstant(ms)).toThrow(RangeError);
    },
  );

  it.each([
    ["2026-03-02T10:00:00Z", "2026-03-02T10:00:00.000Z"],
    ["2026-03-02t10:00:00z", "2026-03-02T10:00:00.000Z"],
    ["2026-03-02T10:00:00+01:00", "2026-03-02T09:00:00.000Z"],
    ["2026-03-02T00:30:00+05:45", "2026-03-01T18:45:00.000Z"],
    ["2026-03-02T10:00:00-00:00", "2026-03-02T10:00:00.000Z"],
    ["2026-12-31T23:30:00-01:00", "2027-01-01T00:30:00.000Z"],
    ["2026-03-02T10:00:00.5Z", "2026-03-02T10:00:00.500Z"],
    ["2026-03-02T10:00:00.123999999Z", "2026-03-02T10:00:00.123Z"],
    ["1969-12-31T23:59:59.999999999Z", "1969-12-31T23:59:59.999Z"],
    ["2024-02-29T10:00:00+23:59", "2024-02-28T10:01:00.000Z"],
    ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"],
    ["9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"],
  ])("%s is %s", (text, expected) => {
    expect(formatInstant(parseInstant(text)!)).toBe(expected);
  });

  it.each([
    "2026-02-30T10:00:00Z",
    "2025-02-29T10:00:00Z",
    "2026-03-02T24:00:00Z",
    "2026-03-02T23:59:60Z",
    "2026-03-02T10:60:00Z",
    "2026-03-02T10:00:00",
    "2026-03-02T10:00Z",
    "2026-03-02 10:00:00Z",
    "2026-03-02T10:00:00+0100",
    "2026-03-02T10:00:00+24:00",
    "2026-03-02T10:00:00+01",
    "2026-03-02T10:00:00.Z",
    "2026-03-02T10:00:00.1234567890Z",
    "2026-03-02T10:00:00,5Z",
    "0000-12-31T10:00:00Z",
    "0001-01-01T00:00:00+00:01",
    "9999-12-31T23:59:59-00:01",
    "+012026-03-02T10:00:00Z",
    "2026-03-02",
    " 2026-03-02T10:00:00Z",
    "2026-03-02T10:00:00Z\n",
    "",
  ])("%p is none", (text) => {
    expect(parseInstant(text)).toBeNull();
  });
});
