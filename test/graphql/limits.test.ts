import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createRestWorld, type RestWorld } from "../support/rest-world.ts";

let world: RestWorld;

beforeAll(async () => {
  world = await createRestWorld();
});

afterAll(() => world.close());

async function post(body: string, key: string | null): Promise<{ status: number; code?: string; text: string }> {
  const authorization: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key}` };
  const answer = await fetch(`${world.app.baseUrl}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...authorization },
    body,
  });
  const text = await answer.text();
  const { errors } = JSON.parse(text) as { errors?: { extensions?: { code?: string } }[] };
  return { status: answer.status, code: errors?.[0]?.extensions?.code, text };
}

const document = (query: string) => JSON.stringify({ query });

describe("a GraphQL document", () => {
  test("of a caller without a credential is not looked at: 401, whatever it says", async () => {
    for (const query of ["{ viewer { scopes } }", "{ nonsense", `{ ${"viewer { scopes } ".repeat(2_000)} }`]) {
      expect(await post(document(query), null)).toMatchObject({ status: 401, code: "unauthenticated" });
    }
  });

  test("of more tokens than an honest one has is refused before it is validated", async () => {
    const { text } = await post(document(`{ ${"viewer { scopes } ".repeat(500)} }`), world.clinic.owner.key);
    expect(text).toContain("2000 tokens");
  });

  test("in a body over the limit is refused", async () => {
    const { status } = await post(document(`{ viewer { scopes } } ${"#".repeat(300_000)}`), world.clinic.owner.key);
    expect(status).toBe(413);
  });

  test("answers who is asking", async () => {
    const { text } = await post(document("{ viewer { organisation { id } member { id } } }"), world.clinic.owner.key);
    const { organisationId, owner } = world.clinic;
    expect(JSON.parse(text)).toMatchObject({
      data: { viewer: { organisation: { id: organisationId }, member: { id: owner.memberId } } },
    });
  });

  test("asks for nothing with an id that cannot be one, or with an instant that leaves the calendar", async () => {
    const times = 'to: "2026-12-02T00:00:00Z", timeZone: "UTC"';
    const of = (id: string, from: string) =>
      document(`{ availability(eventTypeId: "${id}", from: "${from}", ${times}) { eventTypeId } }`);
    const { key } = world.clinic.owner;
    expect(await post(of("\\u0000", "2026-12-01T00:00:00Z"), key)).toMatchObject({ code: "not_found" });
    expect(await post(of("evt_x", "9999-12-31T23:59:59Z"), key)).toMatchObject({ code: "validation_failed" });
  });
});
