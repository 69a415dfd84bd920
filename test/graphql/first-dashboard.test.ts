import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";

/** What docs/graphql.md shows as "A first dashboard" is asked here, and must be answered as it says there. */

const PAGE = readFileSync(new URL("../../docs/graphql.md", import.meta.url), "utf8");
const SECTION = /^## A first dashboard\n([^]*?)^## /m.exec(PAGE)![1]!;

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
  const price = { amountMinor: 4_500, currency: "EUR" };
  const { id } = await world.clinic.addEventType({ title: "Visit", durationsMinutes: [60], price });
  const days = ["2026-11-24", "2026-12-01", "2026-12-02", "2026-12-09"];
  const names = ["Alan Turing", "Ada Byron", "Grace Hopper", "Edsger Dijkstra"];
  for (const [n, day] of days.entries()) {
    const booking = await world.book(id, `${day}T09:00:00Z`, {
      attendee: { name: names[n], email: `${n}@example.com` },
    });
    if (n === 2) await world.call("POST", `/v1/bookings/${booking.id}/cancel`, { body: {} });
  }
});

afterAll(() => world.close());

function blocksOf(language: string): string[] {
  return [...SECTION.matchAll(/^```(\w+)\n([^]*?)^```/gm)]
    .filter(([, name]) => name === language)
    .map(([, , text]) => text!);
}

test("the first dashboard of the documentation is answered as it says", async () => {
  const [query] = blocksOf("graphql");
  const [variables, answer] = blocksOf("json");
  const { body } = await world.call("POST", "/graphql", {
    body: { query, variables: JSON.parse(variables!) as object },
  });
  expect(body).toMatchObject(JSON.parse(answer!) as object);
});
