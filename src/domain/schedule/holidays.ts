import { createRequire } from "node:module";
import type Holidays from "date-holidays";
import { LRUCache } from "lru-cache";
import type { FieldError } from "../shared/errors.ts";
import { DAY_MS, dayOfLocalDate, localDateOfDay } from "../shared/local-date.ts";

/** How official a holiday is: whether offices close, banks only, schools, whoever likes, or nobody. */
export const HOLIDAY_TYPES = ["public", "bank", "school", "optional", "observance"] as const;
export type HolidayType = (typeof HOLIDAY_TYPES)[number];

/** A country of ISO 3166-1 and, where there is one, a part of it: "BY", or "BY-A" for a part of that. */
export interface HolidayPlace {
  country: string;
  region: string | null;
}

/** Whose holidays of which types are days off. */
export interface HolidayChoice extends HolidayPlace {
  types: readonly HolidayType[];
}

/** The same as it is asked for. */
export interface HolidayInput {
  country: string;
  region?: string | null;
  types?: readonly HolidayType[];
}

export interface Holiday {
  /** "YYYY-MM-DD", the first of its dates. */
  date: string;
  /** How many dates it takes. */
  days: number;
  /** In the country's own language. */
  name: string;
  type: HolidayType;
  /** Whether it is a whole day, and not from noon say: only whole ones are days off. */
  wholeDay: boolean;
}

export interface HolidayCountry {
  country: string;
  /** In English. */
  name: string;
  regions: { region: string; name: string }[];
}

/** The years for which holidays are known: law before and the moon after are guesses. */
export const HOLIDAY_YEARS = { first: 1970, last: 2100 } as const;

/** No holiday has more days: in January, the year before is looked at for one that goes on. */
const LONGEST_HOLIDAY_DAYS = 15;

export function toHolidayChoice(input: HolidayInput | null): HolidayChoice | null {
  return input && { country: input.country, region: input.region ?? null, types: input.types ?? ["public"] };
}

/** What is wrong with a place; its fields are told after `pointer`, "/holidays/" say. */
export function holidayErrors({ country, region }: HolidayPlace, pointer: string): FieldError[] {
  const known = holidayCountries().find((each) => each.country === country);
  if (!known) return [{ pointer: `${pointer}country`, message: `has no holidays that are known: ${country}` }];
  if (region === null || known.regions.some((each) => each.region === region)) return [];
  const some = known.regions.slice(0, 40).map((each) => each.region);
  const message =
    some.length > 0
      ? `must be a region of ${country}, such as ${some.join(", ")}`
      : "must be left out: the country has no regions";
  return [{ pointer: `${pointer}region`, message }];
}

let countries: readonly HolidayCountry[] | null = null;

/** Every country whose holidays are known, with its regions, by code. */
export function holidayCountries(): readonly HolidayCountry[] {
  countries ??= readCountries();
  return countries;
}

const byYear = new LRUCache<string, readonly Holiday[]>({ max: 2_000 });

/** The holidays of a place that is known in one of the HOLIDAY_YEARS, by date. */
export function holidaysOf({ country, region }: HolidayPlace, year: number): readonly Holiday[] {
  const key = `${country} ${region} ${year}`;
  let holidays = byYear.get(key);
  if (holidays === undefined) byYear.set(key, (holidays = readHolidays({ country, region }, year)));
  return holidays;
}

const daysByYear = new LRUCache<string, ReadonlySet<number>>({ max: 2_000 });

/** Tells of the days from first to last, since 1970-01-01, whether they are holidays of the choice. */
export function holidaysWithin(choice: HolidayChoice, first: number, last: number): (day: number) => boolean {
  const from = Math.max(HOLIDAY_YEARS.first, yearOf(first - LONGEST_HOLIDAY_DAYS));
  const to = Math.min(HOLIDAY_YEARS.last, yearOf(last));
  const years: ReadonlySet<number>[] = [];
  for (let year = from; year <= to; year++) years.push(daysOff(choice, year));
  return (day) => years.some((days) => days.has(day));
}

function daysOff(choice: HolidayChoice, year: number): ReadonlySet<number> {
  const key = `${choice.country} ${choice.region} ${choice.types.join()} ${year}`;
  let days = daysByYear.get(key);
  if (days === undefined) {
    const off = holidaysOf(choice, year).filter(({ type, wholeDay }) => wholeDay && choice.types.includes(type));
    days = new Set(off.flatMap((each) => Array.from({ length: each.days }, (_, i) => dayOfLocalDate(each.date) + i)));
    daysByYear.set(key, days);
  }
  return days;
}

function yearOf(day: number): number {
  return Number(localDateOfDay(day).slice(0, 4));
}

type HolidaysClass = typeof Holidays;
let library: HolidaysClass | null = null;

/** Read with the first schedule that has holidays: it takes 120 ms and 30 MB. */
function holidaysLibrary(): HolidaysClass {
  library ??= createRequire(import.meta.url)("date-holidays") as HolidaysClass;
  return library;
}

function readHolidays({ country, region }: HolidayPlace, year: number): Holiday[] {
  const place = [country, region].filter((part) => part !== null).join("-");
  const found = new (holidaysLibrary())(place).getHolidays(year);
  return found.map(({ date, start, end, name, type }) => ({
    date: date.slice(0, 10),
    days: Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS)),
    name,
    type,
    wholeDay: date.slice(11, 16) === "00:00",
  }));
}

function readCountries(): HolidayCountry[] {
  const library = new (holidaysLibrary())();
  const named = (entries: Record<string, string> | undefined) => Object.entries(entries ?? {});
  return named(library.getCountries("en"))
    .map(([country, name]) => ({
      country,
      name,
      regions: named(library.getStates(country, "en")).flatMap(([region, name]) => [
        { region, name },
        ...named(library.getRegions(country, region, "en")).map(([part, name]) => ({
          region: `${region}-${part}`,
          name,
        })),
      ]),
    }))
    .sort((a, b) => (a.country < b.country ? -1 : 1));
}
