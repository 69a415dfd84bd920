import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { RRuleTemporal } from "rrule-temporal";
import { dayOfLocalDate, localDateOfDay } from "../../../src/domain/shared/local-date.ts";
import { nextOccurrence, occurrencesWithin, recurrenceErrors } from "../../../src/domain/shared/recurrence.ts";

const DAY = 86_400_000;

function datesOf(startsOn: string, rrule: string, from: string, to: string): string[] {
  const days = occurrencesWithin({ startsOn, rrule }, dayOfLocalDate(from), dayOfLocalDate(to));
  return days.map((day) => localDateOfDay(day));
}

/** "1997 09 02 09; 10 07" is 1997-09-02, 1997-09-09, 1997-10-07: years have four digits, the first number behind one or a semicolon is a month. */
function dates(text: string): string[] {
  let year = "";
  return text.split(";").flatMap((part) => {
    const numbers = part.trim().split(" ");
    if (numbers[0]!.length === 4) year = numbers.shift()!;
    const month = numbers.shift()!;
    return numbers.flatMap((number) => {
      const [first, last = first] = number.split("-").map(Number);
      const days = Array.from({ length: last! - first! + 1 }, (_, i) => first! + i);
      return days.map((day) => `${year}-${month}-${String(day).padStart(2, "0")}`);
    });
  });
}

/** What RFC 5545 3.8.5.3 lists of each of its examples over dates. An UNTIL is the local date of the instant there. */
const EXAMPLES: [start: string, rrule: string, occurrences: string, goesOn?: string][] = [
  ["1997-09-02", "FREQ=DAILY;COUNT=10", "1997 09 2-11"],
  ["1997-09-02", "FREQ=DAILY;UNTIL=19971223", "1997 09 2-30; 10 1-31; 11 1-30; 12 1-23"],
  ["1997-09-02", "FREQ=DAILY;INTERVAL=2", "1997 09 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30; 10 2 4 6", "forever"],
  ["1997-09-02", "FREQ=DAILY;INTERVAL=10;COUNT=5", "1997 09 2 12 22; 10 2 12"],
  [
    "1998-01-01",
    "FREQ=YEARLY;UNTIL=20000131;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
    "1998 01 1-31; 1999 01 1-31; 2000 01 1-31",
  ],
  ["1998-01-01", "FREQ=DAILY;UNTIL=20000131;BYMONTH=1", "1998 01 1-31; 1999 01 1-31; 2000 01 1-31"],
  ["1997-09-02", "FREQ=WEEKLY;COUNT=10", "1997 09 2 9 16 23 30; 10 7 14 21 28; 11 4"],
  ["1997-09-02", "FREQ=WEEKLY;UNTIL=19971223", "1997 09 2 9 16 23 30; 10 7 14 21 28; 11 4 11 18 25; 12 2 9 16 23"],
  [
    "1997-09-02",
    "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
    "1997 09 2 16 30; 10 14 28; 11 11 25; 12 9 23; 1998 01 6 20; 02 3 17",
    "forever",
  ],
  ["1997-09-02", "FREQ=WEEKLY;UNTIL=19971006;WKST=SU;BYDAY=TU,TH", "1997 09 2 4 9 11 16 18 23 25 30; 10 2"],
  ["1997-09-02", "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", "1997 09 2 4 9 11 16 18 23 25 30; 10 2"],
  [
    "1997-09-01",
    "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971223;WKST=SU;BYDAY=MO,WE,FR",
    "1997 09 1 3 5 15 17 19 29; 10 1 3 13 15 17 27 29 31; 11 10 12 14 24 26 28; 12 8 10 12 22",
  ],
  ["1997-09-02", "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "1997 09 2 4 16 18 30; 10 2 14 16"],
  [
    "1997-09-05",
    "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
    "1997 09 5; 10 3; 11 7; 12 5; 1998 01 2; 02 6; 03 6; 04 3; 05 1; 06 5",
  ],
  ["1997-09-05", "FREQ=MONTHLY;UNTIL=19971223;BYDAY=1FR", "1997 09 5; 10 3; 11 7; 12 5"],
  [
    "1997-09-07",
    "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
    "1997 09 7 28; 11 2 30; 1998 01 4 25; 03 1 29; 05 3 31",
  ],
  ["1997-09-22", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997 09 22; 10 20; 11 17; 12 22; 1998 01 19; 02 16"],
  ["1997-09-28", "FREQ=MONTHLY;BYMONTHDAY=-3", "1997 09 28; 10 29; 11 28; 12 29; 1998 01 29; 02 26", "forever"],
  ["1997-09-02", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15", "1997 09 2 15; 10 2 15; 11 2 15; 12 2 15; 1998 01 2 15"],
  ["1997-09-30", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1", "1997 09 30; 10 1 31; 11 1 30; 12 1 31; 1998 01 1 31; 02 1"],
  ["1997-09-10", "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15", "1997 09 10-15; 1999 03 10-13"],
  [
    "1997-09-02",
    "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
    "1997 09 2 9 16 23 30; 11 4 11 18 25; 1998 01 6 13 20 27; 03 3 10 17 24 31",
    "forever",
  ],
  [
    "1997-06-10",
    "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
    "1997 06 10; 07 10; 1998 06 10; 07 10; 1999 06 10; 07 10; 2000 06 10; 07 10; 2001 06 10; 07 10",
  ],
  [
    "1997-03-10",
    "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
    "1997 03 10; 1999 01 10; 02 10; 03 10; 2001 01 10; 02 10; 03 10; 2003 01 10; 02 10; 03 10",
  ],
  [
    "1997-01-01",
    "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
    "1997 01 1; 04 10; 07 19; 2000 01 1; 04 9; 07 18; 2003 01 1; 04 10; 07 19; 2006 01 1",
  ],
  ["1997-05-19", "FREQ=YEARLY;BYDAY=20MO", "1997 05 19; 1998 05 18; 1999 05 17", "forever"],
  ["1997-05-12", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997 05 12; 1998 05 11; 1999 05 17", "forever"],
  [
    "1997-03-13",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
    "1997 03 13 20 27; 1998 03 5 12 19 26; 1999 03 4 11 18 25",
    "forever",
  ],
  [
    "1997-06-05",
    "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
    "1997 06 5 12 19 26; 07 3 10 17 24 31; 08 7 14 21 28; 1998 06 4 11 18 25; 07 2 9 16 23 30; 08 6 13 20 27",
    "forever",
  ],
  ["1997-09-02", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1998 02 13; 03 13; 11 13; 1999 08 13; 2000 10 13", "forever"],
  [
    "1997-09-13",
    "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
    "1997 09 13; 10 11; 11 8; 12 13; 1998 01 10; 02 7; 03 7; 04 11; 05 9; 06 13",
    "forever",
  ],
  [
    "1996-11-05",
    "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
    "1996 11 5; 2000 11 7; 2004 11 2",
    "forever",
  ],
  ["1997-09-04", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997 09 4; 10 7; 11 6"],
  [
    "1997-09-29",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
    "1997 09 29; 10 30; 11 27; 12 30; 1998 01 29; 02 26; 03 30",
    "forever",
  ],
  ["1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997 08 5 10 19 24"],
  ["1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997 08 5 17 19 31"],
  ["2007-01-15", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007 01 15 30; 02 15; 03 15 30"],
];

describe("the examples of RFC 5545 3.8.5.3 that name dates", () => {
  it.each(EXAMPLES)("from %s: %s", (startsOn, rrule, occurrences, goesOn = "") => {
    const expected = dates(occurrences);
    const until = goesOn === "forever" ? expected.at(-1)! : "2100-01-01";
    expect(recurrenceErrors({ startsOn, rrule }, "")).toEqual([]);
    expect(datesOf(startsOn, rrule, "1990-01-01", until)).toEqual(expected);
    if (goesOn === "forever") expect(datesOf(startsOn, rrule, "2096-01-01", "2100-12-31")).not.toEqual([]);
  });
});

describe("a rule over dates", () => {
  it("takes from its start what it does not say: weekday, day of the month, month (RFC 5545 3.3.10)", () => {
    expect(datesOf("2026-01-07", "FREQ=WEEKLY", "2026-01-01", "2026-01-31")).toEqual(dates("2026 01 7 14 21 28"));
    expect(datesOf("2026-01-31", "FREQ=MONTHLY", "2026-01-01", "2026-08-01")).toEqual(
      dates("2026 01 31; 03 31; 05 31; 07 31"),
    );
    expect(datesOf("2024-02-29", "FREQ=YEARLY", "2024-01-01", "2033-01-01")).toEqual(
      dates("2024 02 29; 2028 02 29; 2032 02 29"),
    );
    expect(datesOf("2026-01-07", "FREQ=YEARLY;BYWEEKNO=2", "2026-01-01", "2027-12-31")).toEqual(
      dates("2026 01 7; 2027 01 13"),
    );
  });

  it("counts from its start, which is a date of it only where the rule says so", () => {
    expect(datesOf("2026-01-06", "FREQ=WEEKLY;BYDAY=MO;COUNT=2", "2026-01-01", "2026-12-31")).toEqual(
      dates("2026 01 12 19"),
    );
  });

  it("counts the dates before the asked ones too", () => {
    expect(datesOf("2026-01-01", "FREQ=DAILY;COUNT=10", "2026-01-08", "2026-01-31")).toEqual(dates("2026 01 8-10"));
  });

  it("may be written in small letters", () => {
    expect(datesOf("2026-01-05", "freq=weekly;byday=mo", "2026-01-01", "2026-01-12")).toEqual(dates("2026 01 5 12"));
  });

  it("has the parts of a yearly rule limit one another, but for BYDAY in months, weeks and years (RFC 5545 3.3.10)", () => {
    const in2026 = (rrule: string) => datesOf("2026-01-01", rrule, "2026-01-01", "2026-12-31");
    expect(in2026("FREQ=YEARLY;BYYEARDAY=1,2,3,4;BYDAY=SA,SU")).toEqual(dates("2026 01 3 4"));
    expect(in2026("FREQ=YEARLY;BYYEARDAY=1,32,60;BYMONTH=2,3")).toEqual(dates("2026 02 1; 03 1"));
    expect(in2026("FREQ=YEARLY;BYYEARDAY=1,32,-1;BYMONTHDAY=1")).toEqual(dates("2026 01 1; 02 1"));
    expect(in2026("FREQ=YEARLY;BYWEEKNO=1,2;BYMONTHDAY=1,11")).toEqual(dates("2026 01 1 11"));
    expect(in2026("FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR")).toEqual(dates("2026 02 13; 03 13; 11 13"));
    expect(in2026("FREQ=YEARLY;BYDAY=1MO,-1SU")).toEqual(dates("2026 01 5; 12 27"));
    expect(in2026("FREQ=YEARLY;BYMONTH=5,9;BYDAY=1MO")).toEqual(dates("2026 05 4; 09 7"));
    expect(in2026("FREQ=MONTHLY;BYMONTH=5;BYDAY=1MO,TU")).toEqual(dates("2026 05 4 5 12 19 26"));
    expect(in2026("FREQ=YEARLY;BYMONTH=5;BYDAY=MO,TU;BYSETPOS=2,-1")).toEqual(dates("2026 05 5 26"));
  });

  it("numbers weeks by the day that they begin with, and those at the turn of the year with their own year", () => {
    const on = (rrule: string) => datesOf("2026-01-01", `FREQ=YEARLY;${rrule}`, "2026-01-01", "2027-12-31");
    expect(on("BYWEEKNO=1;BYDAY=MO,FR")).toEqual(dates("2026 01 2; 2027 01 4 8"));
    expect(on("BYWEEKNO=53;BYDAY=MO,SU")).toEqual(dates("2026 12 28; 2027 01 3"));
    expect(on("BYWEEKNO=-1;BYDAY=SU")).toEqual(dates("2027 01 3"));
    expect(on("BYWEEKNO=1;BYDAY=SU;WKST=SU")).toEqual(dates("2026 01 4; 2027 01 3"));
  });

  it("tells its next date, and none where it has ended or has none", () => {
    const next = (rrule: string, from: string) => {
      const day = nextOccurrence({ startsOn: "2026-01-05", rrule }, dayOfLocalDate(from));
      return day === null ? null : localDateOfDay(day);
    };
    expect(next("FREQ=WEEKLY;INTERVAL=2", "2025-01-01")).toBe("2026-01-05");
    expect(next("FREQ=WEEKLY;INTERVAL=2", "2026-01-05")).toBe("2026-01-05");
    expect(next("FREQ=WEEKLY;INTERVAL=2", "2026-01-06")).toBe("2026-01-19");
    expect(next("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2097-01-01")).toBe("2104-02-29");
    expect(next("FREQ=WEEKLY;COUNT=2", "2026-01-13")).toBeNull();
    expect(next("FREQ=WEEKLY;UNTIL=20260111", "2026-01-06")).toBeNull();
    expect(next("FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31", "2026-01-05")).toBeNull();
  });
});

const REFUSED: [rrule: string, problem: string][] = [
  ["", "must be parts such as"],
  ["WEEKLY", "must be parts such as"],
  ["RRULE:FREQ=WEEKLY", "must be parts such as"],
  ["FREQ=WEEKLY;", "must be parts such as"],
  ["FREQ=WEEKLY\nRRULE:FREQ=DAILY", "must be parts such as"],
  ["INTERVAL=2", "must have a FREQ"],
  ["FREQ=FORTNIGHTLY", "must have a FREQ"],
  ["FREQ=SECONDLY", "must have a FREQ of DAILY, WEEKLY, MONTHLY, YEARLY"],
  ["FREQ=MINUTELY;COUNT=1", "must have a FREQ"],
  ["FREQ=HOURLY", "must have a FREQ"],
  ["FREQ=DAILY;BYHOUR=9", "cannot have BYHOUR: it names dates, not times"],
  ["FREQ=DAILY;BYMINUTE=0", "cannot have BYMINUTE"],
  ["FREQ=DAILY;BYSECOND=0", "cannot have BYSECOND"],
  ["FREQ=DAILY;BYEASTER=1", "cannot have BYEASTER, which RFC 5545 does not know"],
  ["FREQ=DAILY;FREQ=DAILY", "has FREQ more than once"],
  ["FREQ=DAILY;INTERVAL=0", "must have numbers from 1 to 1000 in INTERVAL"],
  ["FREQ=DAILY;INTERVAL=-1", "INTERVAL"],
  ["FREQ=DAILY;INTERVAL=1.5", "must be parts such as"],
  ["FREQ=DAILY;INTERVAL=99999999999999999999", "INTERVAL"],
  ["FREQ=DAILY;COUNT=0", "COUNT"],
  ["FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=1,-1;COUNT=1000000000", "from 1 to 1000 in COUNT"],
  ["FREQ=DAILY;COUNT=5;UNTIL=20261231", "cannot have both COUNT and UNTIL"],
  ["FREQ=DAILY;UNTIL=20261231T120000Z", "must have a date such as 20261231 in UNTIL"],
  ["FREQ=DAILY;UNTIL=20260230", "UNTIL"],
  ["FREQ=WEEKLY;BYDAY=MON", "not MON"],
  ["FREQ=MONTHLY;BYDAY=0MO", "not 0MO"],
  ["FREQ=YEARLY;BYDAY=54MO", "not 54MO"],
  ["FREQ=WEEKLY;BYDAY=1MO", "can number the days of BYDAY"],
  ["FREQ=YEARLY;BYWEEKNO=2;BYDAY=1MO", "can number the days of BYDAY"],
  ["FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY"],
  ["FREQ=MONTHLY;BYMONTHDAY=32", "from 1 to 31 or -31 to -1 in BYMONTHDAY"],
  ["FREQ=WEEKLY;BYMONTHDAY=1", "cannot have BYMONTHDAY with FREQ=WEEKLY"],
  ["FREQ=YEARLY;BYMONTH=13", "from 1 to 12 in BYMONTH"],
  ["FREQ=MONTHLY;BYYEARDAY=1", "BYYEARDAY with FREQ=YEARLY only"],
  ["FREQ=MONTHLY;BYWEEKNO=1", "BYWEEKNO with FREQ=YEARLY only"],
  ["FREQ=YEARLY;BYWEEKNO=54", "BYWEEKNO"],
  ["FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS beside another BY part only"],
  ["FREQ=DAILY;WKST=XX", "WKST"],
  [`FREQ=DAILY;BYMONTHDAY=${Array(250).fill("1").join(",")}`, "at most 500 characters"],
  ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "has no date in the 100 years from startsOn on"],
  ["FREQ=YEARLY;BYYEARDAY=366;INTERVAL=4", "has no date"],
  ["FREQ=DAILY;UNTIL=20250101", "has no date"],
  ["FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=1000", "must come to its COUNT within 40 years"],
];

describe("a rule that cannot be used", () => {
  it.each(REFUSED)("is refused: %s", (rrule, problem) => {
    const errors = recurrenceErrors({ rrule, startsOn: "2026-01-05" }, "/rules/3");
    expect(errors).toEqual([{ pointer: "/rules/3/rrule", message: expect.stringContaining(problem) as unknown }]);
  });

  it("is one whose start does not exist", () => {
    expect(recurrenceErrors({ rrule: "FREQ=DAILY", startsOn: "2026-02-29" }, "/rules/0")).toEqual([
      { pointer: "/rules/0/startsOn", message: "must be a date that exists, YYYY-MM-DD" },
    ]);
  });
});

const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/**
 * Rules of every shape that rrule-temporal 2.2.7 reads as RFC 5545 does. In yearly ones it adds up days of the year, weeks
 * and weekdays that are to limit one another, and of "MO,1TU" it reads the numbered days only: the table of the RFC is
 * tried by hand above.
 */
const rules = fc
  .record({
    frequency: fc.constantFrom("DAILY", "WEEKLY", "MONTHLY", "YEARLY"),
    interval: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 7 })),
    months: part(fc.integer({ min: 1, max: 12 })),
    ofYear: fc.oneof(
      fc.constant(null),
      fc.record({ name: fc.constant("BYYEARDAY"), list: fc.array(signed(366), { minLength: 1, maxLength: 6 }) }),
      fc.record({ name: fc.constant("BYWEEKNO"), list: fc.array(signed(53), { minLength: 1, maxLength: 6 }) }),
    ),
    monthDays: part(signed(31)),
    weekdays: part(fc.constantFrom(...WEEKDAYS)),
    ordinal: fc.oneof(fc.constant(""), signed(5).map(String)),
    positions: part(signed(20)),
    weekStart: fc.constantFrom(...WEEKDAYS),
  })
  .map(({ frequency, interval, ofYear, ordinal, weekStart, ...parts }) => {
    const byYear = frequency === "YEARLY" ? ofYear : null;
    const isByWeek = byYear?.name === "BYWEEKNO";
    const mayNumber = frequency === "MONTHLY" || (frequency === "YEARLY" && parts.monthDays.length === 0);
    const weekdays = parts.weekdays.map((name) => `${mayNumber && !isByWeek ? ordinal : ""}${name}`);
    const lists: [string, readonly unknown[]][] = [
      ["BYMONTH", byYear ? [] : parts.months],
      [byYear?.name ?? "", byYear?.list ?? []],
      ["BYMONTHDAY", frequency === "WEEKLY" || byYear ? [] : parts.monthDays],
      ["BYDAY", isByWeek ? [...weekdays, "MO"] : byYear ? [] : weekdays],
    ];
    const given = lists.filter(([, list]) => list.length > 0);
    if (given.length > 0 && parts.positions.length > 0) given.push(["BYSETPOS", parts.positions]);
    const texts = given.map(([name, list]) => `${name}=${[...new Set(list)].join(",")}`);
    return [`FREQ=${frequency}`, `INTERVAL=${interval}`, `WKST=${weekStart}`, ...texts].join(";");
  });

function part<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> {
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant<Value[]>([]) },
    { weight: 1, arbitrary: fc.array(value, { minLength: 1, maxLength: 6 }) },
  );
}

function signed(most: number): fc.Arbitrary<number> {
  return fc.oneof(fc.integer({ min: 1, max: most }), fc.integer({ min: -most, max: -1 }));
}

describe("every shape of rule", () => {
  it("names the dates that another program finds", () => {
    let found = 0;
    fc.assert(
      fc.property(rules, fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 400 }), (rrule, start, skip) => {
        const startDay = dayOfLocalDate("2020-01-01") + start;
        const startsOn = localDateOfDay(startDay);
        const [first, last] = [startDay + skip, startDay + skip + 900];
        const theirs = new RRuleTemporal({
          rruleString: `DTSTART:${startsOn.replaceAll("-", "")}T000000Z\nRRULE:${rrule}`,
          maxIterations: 100_000,
        }).between(new Date(first * DAY), new Date(last * DAY), true);
        const ours = occurrencesWithin({ rrule, startsOn }, first, last);
        found += ours.length;
        expect({ rrule, startsOn, dates: ours.map(localDateOfDay) }).toEqual({
          rrule,
          startsOn,
          dates: theirs.map(({ epochMilliseconds }) => localDateOfDay(epochMilliseconds / DAY)),
        });
      }),
      { numRuns: 400 },
    );
    expect(found).toBeGreaterThan(5_000);
  });
});
