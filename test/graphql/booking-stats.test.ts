import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { DAY_MS, MINUTE_MS } from "../../src/domain/shared/local-date.ts";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";
import { insertBookings, statsBookings, type StatsBooking } from "../support/stats-bookings.ts";

/** What GraphQL answers is held against a count by hand, with local times as Intl tells them. */

let world: RestWorld;
let bookings: StatsBooking[];
let hostIds: string[];
let eventTypeIds: string[];

/** Mondays to Fridays of the year. */
const WORKING_DAYS = 260;
const YEAR = { from: "2025-06-01T00:00:00.000Z", to: "2026-06-01T00:00:00.000Z" };

beforeAll(async () => {
  world = await createRestWorld();
  const { clinic, stranger } = world;
  hostIds = [clinic.owner.memberId, clinic.admin.memberId, clinic.member.memberId];
  eventTypeIds = [(await clinic.addEventType({})).id, (await clinic.addEventType({ title: "Other" })).id];
  bookings = statsBookings(starts(), hostIds, eventTypeIds);
  await insertBookings(world.sql, clinic.organisationId, bookings);
  const theirs = statsBookings(starts(), [stranger.owner.memberId], [(await stranger.addEventType({})).id]);
  await insertBookings(world.sql, stranger.organisationId, theirs);
});

afterAll(() => world.close());

/** Some at odd times all over three years; and one each half hour of the days when clocks change. */
function starts(): number[] {
  const spread = Array.from(
    { length: 1_500 },
    (_, n) => Date.UTC(2023, 0, 1) + n * (3 * DAY_MS - 37 * MINUTE_MS) * 0.37,
  );
  const changes = [
    "2025-10-25",
    "2025-11-01",
    "2026-03-28",
    "2026-03-07",
    "2026-04-04",
    "2025-10-04",
    "2018-11-03",
    "2018-02-17",
  ];
  const dense = changes.flatMap((day) =>
    Array.from({ length: 144 }, (_, n) => Date.parse(`${day}T00:00:00Z`) - DAY_MS / 2 + n * 30 * MINUTE_MS),
  );
  return [...spread.map(Math.round), ...dense];
}

const FIGURES = `total pending confirmed declined cancelled completed noShow bookedMinutes cancellationRate noShowRate
  averageLeadTimeMinutes revenue { amountMinor currency }`;

interface Figures {
  total: number;
  pending: number;
  confirmed: number;
  declined: number;
  cancelled: number;
  completed: number;
  noShow: number;
  bookedMinutes: number;
  cancellationRate: number | null;
  noShowRate: number | null;
  averageLeadTimeMinutes: number | null;
  revenue: { amountMinor: number; currency: string }[];
}

interface Stats {
  totals: Figures;
  previous: Figures;
  change: object;
  series: { startsOn: string; figures: Figures }[];
  byHost: {
    hostId: string;
    host: { id: string };
    figures: Figures;
    workingMinutes: number | null;
    utilisation: number | null;
  }[];
  byEventType: { eventTypeId: string; eventType: { id: string }; figures: Figures }[];
  byLocation: { location: object | null; figures: Figures }[];
  busiestHours: object[];
}

interface Told {
  data: { bookingStats: Stats };
  errors?: { message: string; extensions: { code: string; errors?: unknown } }[];
}

async function ask(args: string, selection: string, key = world.clinic.owner.key): Promise<Stats> {
  const query = `{ bookingStats(${args}) { ${selection} } }`;
  const { body } = await world.call("POST", "/graphql", { key, body: { query } });
  const { data, errors: [error] = [] } = body as unknown as Told;
  if (error) throw new Error(`${error.extensions.code}: ${error.message} ${JSON.stringify(error.extensions.errors)}`);
  return data.bookingStats;
}

const argsOf = ({ from, to }: { from: string; to: string }, timeZone = "UTC", more = "") =>
  `from: "${from}", to: "${to}", timeZone: "${timeZone}"${more}`;

function within({ from, to }: { from: string; to: string }): StatsBooking[] {
  return bookings.filter(({ startsAt }) => startsAt >= Date.parse(from) && startsAt < Date.parse(to));
}

function figuresOf(some: StatsBooking[]): Figures {
  const of = (...statuses: string[]) => some.filter(({ status }) => statuses.includes(status));
  const rate = (part: number, whole: number) => (whole === 0 ? null : Number((part / whole).toFixed(4)));
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
  const notDeclined = some.filter(({ status }) => status !== "declined");
  const earning = of("confirmed", "completed").flatMap(({ price }) => price ?? []);
  const currencies = [...new Set(earning.map(({ currency }) => currency))].sort();
  return {
    total: some.length,
    pending: of("pending").length,
    confirmed: of("confirmed").length,
    declined: of("declined").length,
    cancelled: of("cancelled").length,
    completed: of("completed").length,
    noShow: of("no_show").length,
    bookedMinutes: sum(of("pending", "confirmed", "completed", "no_show").map(({ minutes }) => minutes)),
    cancellationRate: rate(of("cancelled").length, notDeclined.length),
    noShowRate: rate(of("no_show").length, of("completed", "no_show").length),
    averageLeadTimeMinutes:
      notDeclined.length === 0
        ? null
        : Math.round(sum(notDeclined.map(({ leadMinutes }) => leadMinutes)) / notDeclined.length),
    revenue: currencies.map((currency) => ({
      amountMinor: sum(earning.filter((price) => price.currency === currency).map(({ amountMinor }) => amountMinor)),
      currency,
    })),
  };
}

interface Local {
  date: string;
  weekday: number;
  hour: number;
}

function localIn(timeZone: string): (ms: number) => Local {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    hourCycle: "h23",
    weekday: "short",
  });
  return (ms) => {
    const parts = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
    return {
      date: `${parts["year"]}-${parts["month"]}-${parts["day"]}`,
      weekday: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(parts["weekday"]!) + 1,
      hour: Number(parts["hour"]),
    };
  };
}

function periodOf(interval: string, { date, weekday }: Local): string {
  if (interval === "month") return `${date.slice(0, 7)}-01`;
  const back = interval === "week" ? weekday - 1 : 0;
  return new Date(Date.parse(`${date}T00:00:00Z`) - back * DAY_MS).toISOString().slice(0, 10);
}

/** Every period that the clocks of the zone show in the range, by looking at them each quarter of an hour. */
function periodsOf(interval: string, { from, to }: typeof YEAR, local: (ms: number) => Local): string[] {
  const found = new Set<string>();
  for (let ms = Date.parse(from); ms < Date.parse(to); ms += 15 * MINUTE_MS) found.add(periodOf(interval, local(ms)));
  return [...found].sort();
}

function grouped<T>(some: T[], key: (one: T) => string): Map<string, T[]> {
  return Map.groupBy(some, key);
}

test("totals, the previous range and the change between them", async () => {
  const halfYear = { from: "2026-01-01T00:00:00.000Z", to: "2026-06-01T00:00:00.000Z" };
  const before = { from: "2025-08-03T00:00:00.000Z", to: halfYear.from };
  const { totals, previous, change } = await ask(
    argsOf(halfYear),
    `totals { ${FIGURES} } previous { ${FIGURES} } change { total cancelled noShow bookedMinutes revenue { currency ratio } }`,
  );
  expect(totals).toEqual(figuresOf(within(halfYear)));
  expect(previous).toEqual(figuresOf(within(before)));
  const growth = (name: "total" | "cancelled" | "noShow" | "bookedMinutes") =>
    Number(((totals[name] - previous[name]) / previous[name]).toFixed(4));
  expect(change).toEqual({
    total: growth("total"),
    cancelled: growth("cancelled"),
    noShow: growth("noShow"),
    bookedMinutes: growth("bookedMinutes"),
    revenue: totals.revenue.map(({ currency, amountMinor }, n) => {
      const { amountMinor: old } = previous.revenue[n]!;
      return { currency, ratio: Number(((amountMinor - old) / old).toFixed(4)) };
    }),
  });
});

test("where there is nothing there are noughts, and null for what would be divided by nought", async () => {
  const empty = argsOf({ from: "1999-01-01T00:00:00Z", to: "1999-01-02T00:00:00Z" });
  expect(
    await ask(
      empty,
      `totals { ${FIGURES} } previous { total } change { total revenue { ratio } } byHost { hostId } series { startsOn figures { total revenue { currency } } } busiestHours { hour }`,
    ),
  ).toEqual({
    totals: figuresOf([]),
    previous: { total: 0 },
    change: { total: null, revenue: [] },
    byHost: [],
    series: [{ startsOn: "1999-01-01", figures: { total: 0, revenue: [] } }],
    busiestHours: [],
  });
});

const ZONES: [string, typeof YEAR][] = [
  ["UTC", YEAR],
  ["Europe/Berlin", YEAR],
  ["America/New_York", YEAR],
  ["Australia/Lord_Howe", YEAR],
  ["Asia/Kathmandu", YEAR],
  ["Pacific/Apia", { from: "2011-12-01T00:00:00.000Z", to: "2012-01-15T00:00:00.000Z" }],
  ["America/Sao_Paulo", { from: "2018-01-15T02:00:00.000Z", to: "2019-01-15T02:00:00.000Z" }],
  ["America/St_Johns", { from: "2010-10-01T00:00:00.000Z", to: "2010-12-01T00:00:00.000Z" }],
  ["Europe/Berlin", { from: "2025-10-25T22:30:00.000Z", to: "2025-10-26T23:15:00.000Z" }],
];

describe.each(ZONES)("in %s", (timeZone, range) => {
  const local = localIn(timeZone);

  test.each(["day", "week", "month"])("by %s: each local period once, also the empty ones", async (interval) => {
    const { series } = await ask(
      argsOf(range, timeZone),
      `series(interval: ${interval}) { startsOn figures { ${FIGURES} } }`,
    );
    const groups = grouped(within(range), ({ startsAt }) => periodOf(interval, local(startsAt)));
    const expected = periodsOf(interval, range, local).map((startsOn) => ({
      startsOn,
      figures: figuresOf(groups.get(startsOn) ?? []),
    }));
    expect(series).toEqual(expected);
  });

  test("the hours of the week in which bookings begin", async () => {
    const { busiestHours } = await ask(argsOf(range, timeZone), "busiestHours { weekday hour bookings }");
    const taking = within(range).filter(({ status }) => status !== "declined" && status !== "cancelled");
    const groups = grouped(taking, ({ startsAt }) => `${local(startsAt).weekday} ${local(startsAt).hour}`);
    const cells = [...groups].map(([key, some]) => {
      const [weekday, hour] = key.split(" ").map(Number);
      return { weekday: weekday!, hour: hour!, bookings: some.length };
    });
    cells.sort((a, b) => b.bookings - a.bookings || a.weekday - b.weekday || a.hour - b.hour);
    expect(busiestHours).toEqual(cells);
  });
});

test("by host: co-hosts count it each; with the hours that each works", async () => {
  const selection = `byHost { hostId host { id } figures { ${FIGURES} } workingMinutes utilisation }`;
  const { byHost } = await ask(argsOf(YEAR), selection);
  const expected = hostIds.map((hostId) => {
    const figures = figuresOf(within(YEAR).filter((each) => each.hostIds.includes(hostId)));
    const workingMinutes = WORKING_DAYS * 8 * 60;
    const utilisation = Number((figures.bookedMinutes / workingMinutes).toFixed(4));
    return { hostId, host: { id: hostId }, figures, workingMinutes, utilisation };
  });
  expect(byHost).toEqual(expected.sort((a, b) => b.figures.total - a.figures.total || (a.hostId < b.hostId ? -1 : 1)));
});

test("a host without a schedule has no hours and no utilisation", async () => {
  const { id } = (
    await world.call("POST", "/v1/members", { body: { name: "New", email: "new@example.com", timeZone: "UTC" } })
  ).body;
  const range = { from: "2030-01-01T00:00:00.000Z", to: "2030-01-02T00:00:00.000Z" };
  const [booking] = statsBookings([Date.parse(range.from)], [id], eventTypeIds);
  await insertBookings(world.sql, world.clinic.organisationId, [booking!]);
  const { byHost } = await ask(argsOf(range), "byHost { hostId workingMinutes utilisation }");
  expect(byHost).toEqual([{ hostId: id, workingMinutes: null, utilisation: null }]);
});

test("by event type and by place, most bookings first, so many as were asked for", async () => {
  const { byEventType, byLocation, one } = (await ask(
    argsOf(YEAR),
    `byEventType { eventTypeId eventType { id title } figures { ${FIGURES} } } one: byEventType(first: 1) { eventTypeId }
     byLocation { location { type value label } figures { ${FIGURES} } }`,
  )) as Stats & { one: object[] };
  const types = grouped(within(YEAR), ({ eventTypeId }) => eventTypeId);
  expect(Object.fromEntries(byEventType.map((each) => [each.eventTypeId, each.figures]))).toEqual(
    Object.fromEntries([...types].map(([id, some]) => [id, figuresOf(some)])),
  );
  for (const { eventType, eventTypeId } of byEventType) expect(eventType.id).toBe(eventTypeId);
  expect(one).toEqual([{ eventTypeId: byEventType[0]!.eventTypeId }]);

  const toPlace = ({ location }: StatsBooking) =>
    JSON.stringify(
      location && {
        type: location.type,
        value: location.type === "phone" ? null : (location.value ?? null),
        label: location.label ?? null,
      },
    );
  const places = grouped(within(YEAR), toPlace);
  expect(new Map(byLocation.map((each) => [JSON.stringify(each.location), each.figures]))).toEqual(
    new Map([...places].map(([place, some]) => [place, figuresOf(some)])),
  );
  const totals = byLocation.map(({ figures }) => figures.total);
  expect(totals).toEqual([...totals].sort((a, b) => b - a));
});

test("of one event type, one host, and both", async () => {
  const [hostId, eventTypeId] = [hostIds[1]!, eventTypeIds[1]!];
  const of = (more: string) =>
    ask(argsOf(YEAR, "UTC", more), `totals { ${FIGURES} } previous { total } byHost { hostId figures { total } }`);
  const isTheirs = (each: StatsBooking) => each.hostIds.includes(hostId);
  const isOfType = (each: StatsBooking) => each.eventTypeId === eventTypeId;
  expect((await of(`, eventTypeId: "${eventTypeId}"`)).totals).toEqual(figuresOf(within(YEAR).filter(isOfType)));
  const theirs = within(YEAR).filter(isTheirs);
  const answer = await of(`, hostId: "${hostId}"`);
  expect(answer.totals).toEqual(figuresOf(theirs));
  expect(answer.byHost).toEqual([{ hostId, figures: { total: theirs.length } }]);
  const both = await of(`, hostId: "${hostId}", eventTypeId: "${eventTypeId}"`);
  expect(both.totals).toEqual(figuresOf(theirs.filter(isOfType)));
});

test("a plain member's figures are of his own bookings, and nobody's of a stranger's", async () => {
  const { member, owner } = world.clinic;
  const own = within(YEAR).filter((each) => each.hostIds.includes(member.memberId));
  const answer = await ask(argsOf(YEAR), `totals { ${FIGURES} } byHost { hostId }`, member.key);
  expect(answer).toEqual({ totals: figuresOf(own), byHost: [{ hostId: member.memberId }] });
  expect(
    (await ask(argsOf(YEAR, "UTC", `, hostId: "${owner.memberId}"`), "totals { total }", member.key)).totals,
  ).toEqual({
    total: within(YEAR).filter(
      (each) => each.hostIds.includes(member.memberId) && each.hostIds.includes(owner.memberId),
    ).length,
  });
  const stranger = await ask(
    argsOf(YEAR, "UTC", `, hostId: "${owner.memberId}"`),
    "totals { total }",
    world.stranger.owner.key,
  );
  expect(stranger).toEqual({ totals: { total: 0 } });
});

test.each([
  ["to", argsOf({ from: YEAR.to, to: YEAR.from }), "?to"],
  ["to", argsOf({ from: YEAR.from, to: "2026-06-03T00:00:00Z" }), "366 days"],
  ["timeZone", argsOf(YEAR, "Mars/Olympus"), "IANA"],
])("refuses a wrong %s: %s", async (_, args, message) => {
  for (const selection of ["__typename", "totals { total }", "series { startsOn }"])
    await expect(ask(args, selection)).rejects.toThrow(new RegExp(`validation_failed.*${message.replace("?", "\\?")}`));
});

test("is not for the public, nor for a key that may not read bookings or schedules", async () => {
  await expect(ask(argsOf(YEAR), "totals { total }", world.clinic.publishableKey)).rejects.toThrow("forbidden");
  const { key } = await world.clinic.addKey({ scopes: ["bookings:read"] });
  expect(await ask(argsOf(YEAR), "byHost(first: 1) { figures { total } }", key)).toBeDefined();
  await expect(ask(argsOf(YEAR), "byHost { utilisation }", key)).rejects.toThrow("forbidden");
});

const EVERYTHING = `totals { ${FIGURES} } previous { ${FIGURES} } change { total cancelled noShow bookedMinutes revenue { currency ratio } }
  series(interval: week) { startsOn figures { ${FIGURES} } } busiestHours { weekday hour bookings }
  byHost { hostId host { name } figures { ${FIGURES} } workingMinutes utilisation }
  byEventType { eventTypeId eventType { title } figures { ${FIGURES} } } byLocation { location { type } figures { ${FIGURES} } }`;

test("is one statement, whatever is asked for of it", async () => {
  let statements = 0;
  await ask(argsOf(YEAR), "totals { total }");
  world.app.pool.on("acquire", () => (statements += 1));
  await ask(argsOf(YEAR), EVERYTHING);
  expect(statements).toBe(1);
});

test("costs the same whether it goes out as text or not: by what is grouped, and how often", async () => {
  const priceOf = async (selection: string) => {
    const query = `{ bookingStats(${argsOf(YEAR)}) { ${selection} } }`;
    const { body } = await world.call("POST", "/graphql", {
      key: world.clinic.owner.key,
      body: { query, extensions: { dryRun: true } },
    });
    return (body as unknown as { extensions: { cost: { requested: number } } }).extensions.cost.requested;
  };
  expect(await priceOf("totals { total }")).toBe(50 + 1 + 1 + 1);
  expect(await priceOf("totals { total } previous { total }")).toBe(50 + 1 + 2 + 51);
  expect(await priceOf("series(interval: month) { startsOn }")).toBe(50 + 1 + 25 + 13);
  expect(await priceOf("byHost(first: 10) { hostId }")).toBe(50 + 1 + 25 + 10);
  expect(await priceOf("byHost(first: 10) { host { name } utilisation }")).toBe(50 + 1 + 25 + 10 * (1 + 2 + 10));
});
