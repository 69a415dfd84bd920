import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createRestWorld, type RestWorld } from "../../support/rest-world.ts";

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

interface Holiday {
  date: string;
  days: number;
  name: string;
  type: string;
  wholeDay: boolean;
}

interface Country {
  country: string;
  name: string;
  regions: { region: string; name: string }[];
}

async function holidays(query: string): Promise<Holiday[]> {
  const { status, body } = await world.call("GET", `/v1/holidays?${query}`);
  expect(status).toBe(200);
  return (body as unknown as { holidays: Holiday[] }).holidays;
}

const isOff = ({ type, wholeDay }: Holiday) => type === "public" && wholeDay;
const offOn = (found: Holiday[]) => found.filter(isOff).map(({ date }) => date);

test("the holidays of a country are those of its law", async () => {
  expect(offOn(await holidays("country=DE&year=2026"))).toEqual(
    ["01-01", "04-03", "04-06", "05-01", "05-14", "05-25", "10-03", "12-25", "12-26"].map((each) => `2026-${each}`),
  );
});

test("a region has its own besides", async () => {
  const inAll = offOn(await holidays("country=DE&year=2026"));
  const inBavaria = offOn(await holidays("country=DE&region=BY&year=2026"));
  expect(inBavaria.filter((date) => !inAll.includes(date))).toEqual(["2026-01-06", "2026-06-04", "2026-11-01"]);
  const inAugsburg = offOn(await holidays("country=DE&region=BY-A&year=2026"));
  expect(inAugsburg.filter((date) => !inBavaria.includes(date))).toEqual(["2026-08-08", "2026-08-15"]);
});

test("some have several days, and some begin at noon", async () => {
  const inCairo = await holidays("country=EG&year=2026");
  expect(inCairo).toContainEqual(expect.objectContaining({ date: "2026-05-27", days: 4, type: "public" }));
  const inReykjavik = await holidays("country=IS&year=2026");
  expect(inReykjavik).toContainEqual(expect.objectContaining({ date: "2026-12-24", wholeDay: false }));
});

test.each([
  ["?country", "country=XX&year=2026"],
  ["?country", "country=deu&year=2026"],
  ["?country", "year=2026"],
  ["?region", "country=DE&region=XX&year=2026"],
  ["?region", "country=DE&region=B%00Y&year=2026"],
  ["?year", "country=DE&year=1969"],
  ["?year", "country=DE&year=2101"],
  ["?year", "country=DE&year=soon"],
  ["?year", "country=DE"],
])("what is wrong is told at its place: %s in %s", async (pointer, query) => {
  const { status, body } = await world.call("GET", `/v1/holidays?${query}`);
  expect(status).toBe(422);
  expect(body.errors.map((error) => error.pointer)).toEqual([pointer]);
});

test("every country that is listed has holidays, and so have its regions", async () => {
  const { body } = await world.call("GET", "/v1/holidays/countries");
  const { countries } = body as unknown as { countries: Country[] };
  expect(countries.length).toBeGreaterThan(180);
  const germany = countries.find(({ country }) => country === "DE")!;
  expect(germany.name).toBe("Germany");
  expect(germany.regions.map(({ region }) => region)).toEqual(expect.arrayContaining(["BY", "BY-A", "NW"]));
  for (const { country, regions } of countries.filter((_, index) => index % 20 === 0)) {
    const region = regions.at(-1) ? `&region=${regions.at(-1)!.region}` : "";
    expect(offOn(await holidays(`country=${country}${region}&year=2026`))).not.toEqual([]);
  }
});
